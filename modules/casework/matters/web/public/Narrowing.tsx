import { useState } from 'react';

import { Action } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { GuideSearch } from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';
import type { SearchAddress } from './search-address.ts';

export interface NarrowingProps {
  readonly filters: Omit<SearchAddress, 'page'>;
  readonly found: GuideSearch;
  readonly onChange: (change: Partial<SearchAddress>) => void;
}

interface Choice {
  readonly value: string | undefined;
  readonly label: string;
  readonly count?: number;
}

/** Who one is, what kind, which theme and department; each says how many it leaves. */
export function Narrowing({ filters, found, onChange }: NarrowingProps) {
  const t = useWords(messages);
  const say = useText();
  const toChoices = (all: string, counts: GuideSearch['themes']): Choice[] => [
    { value: undefined, label: all },
    ...counts.map(({ key, name, count }) => ({ value: key, label: say(name), count })),
  ];
  // On a phone what was found comes before what narrows it.
  const [isOpen, setOpen] = useState(() => globalThis.matchMedia('(min-width: 60rem)').matches);
  const isNarrow = Object.values(filters).some((value) => value !== undefined);
  return (
    <details
      className="ow-guides-fold"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('narrow')}</summary>
      <div className="ow-guides-narrow">
        <Chips
          title={t('audience')}
          chosen={filters.audience}
          choices={[
            { value: undefined, label: t('everyone') },
            { value: 'person', label: t('person') },
            { value: 'firm', label: t('firm') },
          ]}
          onChoose={(value) => onChange({ audience: value as SearchAddress['audience'] })}
        />
        <Chips
          title={t('kind')}
          chosen={filters.kind}
          choices={[
            { value: undefined, label: t('everyone') },
            { value: 'matter', label: t('matter') },
            { value: 'bundle', label: t('bundle') },
          ]}
          onChoose={(value) => onChange({ kind: value as SearchAddress['kind'] })}
        />
        <ListOf
          title={t('themes')}
          chosen={filters.theme}
          choices={toChoices(t('allThemes'), found.themes)}
          onChoose={(theme) => onChange({ theme })}
        />
        <ListOf
          title={t('departments')}
          chosen={filters.departmentCode}
          choices={toChoices(t('allDepartments'), found.departments)}
          onChoose={(departmentCode) => onChange({ departmentCode })}
        />
        {isNarrow ? (
          <Action
            look="quiet"
            onPress={() =>
              onChange({
                search: undefined,
                audience: undefined,
                kind: undefined,
                theme: undefined,
                departmentCode: undefined,
              })
            }
          >
            {t('clear')}
          </Action>
        ) : null}
      </div>
    </details>
  );
}

interface ChoosingProps {
  readonly title: string;
  readonly chosen: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string | undefined) => void;
}

function Chips({ title, chosen, choices, onChoose }: ChoosingProps) {
  return (
    <section>
      <h2>{title}</h2>
      <div className="ow-guides-chips">
        {choices.map(({ value, label }) => (
          <button
            key={value ?? ''}
            type="button"
            aria-pressed={chosen === value}
            onClick={() => onChoose(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}

function ListOf({ title, chosen, choices, onChoose }: ChoosingProps) {
  return (
    <label className="ow-guides-list">
      <span>{title}</span>
      <select
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? undefined : event.target.value)}
      >
        {choices.map(({ value, label, count }) => (
          <option key={value ?? ''} value={value ?? ''}>
            {count === undefined ? label : `${label} (${count})`}
          </option>
        ))}
      </select>
    </label>
  );
}
