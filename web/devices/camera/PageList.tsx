import { useCallback, useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { CornerEditor } from './CornerEditor.tsx';
import { messages } from './messages.ts';
import type { ScannedPage } from './scan.ts';

interface PageListProps {
  readonly pages: readonly ScannedPage[];
  readonly onPages: (pages: readonly ScannedPage[]) => void;
  /** Makes a page anew after its choices changed. */
  readonly onRemake: (page: ScannedPage) => void;
  readonly isBusy: boolean;
}

/** The pages taken so far: looked at, turned, cut anew, put in order, thrown away. */
export function PageList({ pages, onPages, onRemake, isBusy }: PageListProps) {
  const t = useWords(messages);
  const [editedId, edit] = useState<string | undefined>(undefined);
  const edited = pages.find((page) => page.id === editedId);
  const moveUp = (at: number) => {
    const moved = [...pages];
    const [page] = moved.splice(at, 1);
    if (page !== undefined) onPages(moved.toSpliced(at - 1, 0, page));
  };
  return (
    <section className="ow-camera-pages" aria-label={t('pages')}>
      <h2>{t('pages')}</h2>
      {pages.length === 0 ? <p>{t('noPages')}</p> : null}
      <ol>
        {pages.map((page, at) => (
          <li key={page.id}>
            <PagePicture page={page} label={t('page', { count: at + 1 })} />
            <Warnings page={page} />
            <div className="ow-camera-acts">
              <Small isOff={isBusy} onPress={() => edit(page.id)}>
                {t('corners')}
              </Small>
              <Small isOff={isBusy} onPress={() => onRemake({ ...page, turns: page.turns + 1 })}>
                {t('turn')}
              </Small>
              <Small
                isOff={isBusy || page.isStraightened}
                onPress={() => onRemake({ ...page, isStraightened: true })}
              >
                {t('straighten')}
              </Small>
              <Small isOff={isBusy || at === 0} onPress={() => moveUp(at)}>
                {t('earlier')}
              </Small>
              <Small
                isOff={isBusy}
                onPress={() => onPages(pages.filter((one) => one.id !== page.id))}
              >
                {t('remove')}
              </Small>
            </div>
          </li>
        ))}
      </ol>
      {edited === undefined ? null : (
        <CornerEditor
          page={edited}
          onClose={() => edit(undefined)}
          onApply={(quad) => {
            edit(undefined);
            onRemake({ ...edited, quad, isFound: true });
          }}
        />
      )}
    </section>
  );
}

interface SmallProps {
  readonly isOff: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

function Small({ isOff, onPress, children }: SmallProps) {
  return (
    <button
      type="button"
      className="ow-button"
      data-look="plain"
      disabled={isOff}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function PagePicture({ page, label }: { readonly page: ScannedPage; readonly label: string }) {
  const { jpeg } = page;
  const show = useCallback(
    (picture: HTMLImageElement | null) => {
      if (picture === null) return undefined;
      const address = URL.createObjectURL(jpeg);
      picture.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [jpeg],
  );
  return (
    <figure>
      <img ref={show} alt={label} />
      <figcaption>
        {label} · {page.size} <code>{page.hash.slice(0, 8)}</code>
      </figcaption>
    </figure>
  );
}

function Warnings({ page }: { readonly page: ScannedPage }) {
  const t = useWords(messages);
  const { isBlurred, hasGlare, isDark } = page.quality;
  const said = [
    page.isFound ? '' : t('byHand'),
    isBlurred ? t('blurred') : '',
    hasGlare ? t('glare') : '',
    isDark ? t('dark') : '',
  ].filter((one) => one !== '');
  if (said.length === 0) return null;
  return (
    <ul className="ow-camera-warnings">
      {said.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
