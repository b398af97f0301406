import { Select } from 'antd';

import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

interface YearPickerProps {
  readonly year: number;
  readonly years: readonly number[];
  readonly onChoose: (year: number) => void;
}

/** The years that have a ledger; nothing to choose where there is only one or none. */
export function YearPicker({ year, years, onChoose }: YearPickerProps) {
  const t = useWords(messages);
  if (years.length === 0) return null;
  return (
    <Select<number>
      aria-label={t('year')}
      value={year}
      options={years.map((one) => ({ value: one, label: String(one) }))}
      onChange={onChoose}
    />
  );
}
