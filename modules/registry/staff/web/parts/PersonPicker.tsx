import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type PersonRef, routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { useNameOf } from './use-places.ts';

export interface PersonPickerProps {
  readonly value?: string | null;
  readonly onChange?: (personId: string | null) => void;
  readonly id?: string;
  readonly disabled?: boolean;
  /** Somebody chosen already, so that a name is shown and not an id. */
  readonly known?: readonly PersonRef[];
  readonly label?: string;
}

const SHOWN = 12;
const NOBODY: readonly PersonRef[] = [];

/** Chooses somebody who works here, found by name, pinyin initials or number. */
export function PersonPicker({
  value,
  onChange,
  known = NOBODY,
  label,
  ...rest
}: PersonPickerProps) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  const [text, setText] = useState('');
  const [chosen, choose] = useState<readonly PersonRef[]>(known);
  const search = useDeferredValue(text.trim());
  const { data, isFetching } = useCall(
    routes.listPeople,
    { query: { search, limit: SHOWN, state: 'working' } },
    { enabled: search !== '', keepsFormer: true },
  );
  const found = search === '' ? [] : (data?.items ?? []);
  const shown = new Map<string, PersonRef>(
    [...chosen, ...found].map((person) => [person.id, person]),
  );
  return (
    <Select
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      allowClear
      value={value ?? null}
      loading={isFetching}
      placeholder={t('findPerson')}
      notFoundContent={search === '' ? null : t('nobodyFound')}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(id: string | undefined) => {
        const person = shown.get(id ?? '');
        if (person !== undefined) choose([person]);
        onChange?.(id ?? null);
      }}
      options={[...shown.values()].map((person) => ({
        value: person.id,
        label: `${nameOf(person)} ${person.employeeNo}`,
      }))}
    />
  );
}
