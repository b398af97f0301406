import { useDeferredValue, useId, useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type GuideSummary, routes } from '../../contract.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

import './picker.css';

/** What was picked: a matter with one of its items, or a bundle, which has none. */
export interface PickedMatter {
  readonly matterId: string;
  readonly editionId: string;
  readonly kind: GuideSummary['kind'];
  readonly itemKey: string | undefined;
  readonly name: string;
}

export interface MatterPickerProps {
  readonly onPick: (picked: PickedMatter) => void;
  readonly limit?: number;
}

const A_FEW = 8;

/** Finds a matter in force as one types and picks an item of it; each result is a button, so Tab and Enter do. */
export function MatterPicker({ onPick, limit = A_FEW }: MatterPickerProps) {
  const t = useWords(messages);
  const id = useId();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const { data } = useCall(
    routes.searchGuides,
    { query: { search, limit } },
    { enabled: search !== '', keepsFormer: true },
  );
  const found = search === '' ? [] : (data?.items ?? []);
  return (
    <div className="ow-pick">
      <label htmlFor={id}>{t('label')}</label>
      <input
        id={id}
        type="search"
        value={typed}
        placeholder={t('hint')}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      {search !== '' && data !== undefined && found.length === 0 ? <p>{t('none')}</p> : null}
      <ul aria-label={t('results')}>
        {found.map((guide) => (
          <Found key={guide.matterId} guide={guide} onPick={onPick} />
        ))}
      </ul>
    </div>
  );
}

function Found({ guide, onPick }: { readonly guide: GuideSummary } & MatterPickerProps) {
  const say = useText();
  const sayLimit = useLimitWords();
  const { matterId, editionId, kind } = guide;
  const name = say(guide.name);
  const pick = (itemKey: string | undefined, chosen: string) =>
    onPick({ matterId, editionId, kind, itemKey, name: chosen });
  return (
    <li>
      <p>
        <strong>{name}</strong> <small lang="zh-CN">{guide.departmentName}</small>
      </p>
      <div>
        {kind === 'bundle' ? (
          <button type="button" className="ow-button" onClick={() => pick(undefined, name)}>
            {name}
          </button>
        ) : (
          guide.items.map((item) => (
            <button
              key={item.key}
              type="button"
              className="ow-button"
              onClick={() => pick(item.key, say(item.name))}
            >
              {say(item.name)} <small>{sayLimit(item.promised)}</small>
            </button>
          ))
        )}
      </div>
    </li>
  );
}
