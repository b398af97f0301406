import { Select } from 'antd';
import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  EmptyState,
  Page,
  PrintFrame,
  Section,
  StatusTag,
  type Tone,
  useFilters,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Difference, type EditionSummary, routes } from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './editions/messages.ts';

import './edit/edit.css';

const Address = z.object({ from: z.string().optional() });

/** What an edition says differently from another one, place by place. */
export function ComparePage() {
  const t = useWords(messages);
  const id = useParam('editionId');
  const [{ from }] = useFilters(Address);
  const answer = useCall(routes.compareEditions, {
    params: { id },
    query: from === undefined ? {} : { from },
  });
  return (
    <WithAnswer answer={answer}>
      {({ from: before, to: after, items }) => (
        <PrintFrame title={t('comparing')}>
          <Compared before={before} after={after} items={items} />
        </PrintFrame>
      )}
    </WithAnswer>
  );
}

interface ComparedProps {
  readonly before: EditionSummary | null;
  readonly after: EditionSummary;
  readonly items: readonly Difference[];
}

function Compared({ before, after, items }: ComparedProps) {
  const t = useWords(messages);
  const say = useText();
  const [, setAddress] = useFilters(Address);
  const { data: matter } = useCall(routes.getMatter, { params: { id: after.matterId } });
  const others = (matter?.editions ?? []).filter((edition) => edition.id !== after.id);
  return (
    <Page
      title={t('comparing')}
      crumbs={[
        {
          title: matter === undefined ? t('matters') : say(matter.name),
          to: `/matters/matters/${after.matterId}`,
        },
      ]}
      description={
        before === null
          ? t('compareFirst')
          : t('compareOf', { before: before.number, after: after.number })
      }
      actions={
        others.length === 0 ? undefined : (
          <Select
            aria-label={t('compareWith')}
            value={before?.id ?? null}
            options={others.map((edition) => ({
              value: edition.id,
              label: t('edition', { number: edition.number }),
            }))}
            onChange={(from) => setAddress({ from: from ?? undefined })}
          />
        )
      }
    >
      <Section title={t('differences', { count: items.length })}>
        {items.length === 0 ? <EmptyState title={t('noDifference')} /> : null}
        <ol className="ow-edit-differences">
          {items.map((difference) => (
            <li key={difference.path}>
              <OneDifference difference={difference} />
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}

const TONES: Readonly<Record<Difference['act'], Tone>> = {
  added: 'good',
  removed: 'bad',
  changed: 'busy',
};

function OneDifference({ difference }: { readonly difference: Difference }) {
  const t = useWords(messages);
  const { labels, act, before, after } = difference;
  return (
    <>
      <p className="ow-edit-name">
        <StatusTag tone={TONES[act]}>{t(`act.${act}`)}</StatusTag>
        <strong>{labels.map((label) => label[t.language]).join(' › ')}</strong>
      </p>
      <div className="ow-edit-sides">
        {before === '' ? null : (
          <del>
            <span className="ow-only-read">{t('before')}</span>
            {before}
          </del>
        )}
        {after === '' ? null : (
          <ins>
            <span className="ow-only-read">{t('after')}</span>
            {after}
          </ins>
        )}
      </div>
    </>
  );
}
