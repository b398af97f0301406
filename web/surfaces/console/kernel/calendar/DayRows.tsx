import { Button, Input } from 'antd';

import { DayField } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

import './calendar.css';

/** A line of the form: named days, from one to another or one alone. */
export interface DayRow {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly from?: string;
  readonly to?: string;
  readonly day?: string;
}

type DayPart = 'from' | 'to' | 'day';

interface DayRowsProps {
  /** Which days a line has. */
  readonly parts: readonly DayPart[];
  readonly value?: readonly DayRow[];
  readonly onChange?: (rows: readonly DayRow[]) => void;
  readonly id?: string;
}

const NO_ROWS: readonly DayRow[] = [];

/** Named days, one line each, as a control of a form. */
export function DayRows({ parts, value = NO_ROWS, onChange, id }: DayRowsProps) {
  const t = useWords(messages);
  const change = (at: number, part: Partial<DayRow>) =>
    onChange?.(value.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className="ow-day-rows" id={id}>
      {value.map((row, index) => (
        <DayLine
          // oxlint-disable-next-line react/no-array-index-key -- a line has no name of its own, and all its fields are controlled
          key={index}
          row={row}
          parts={parts}
          removeLabel={t('remove', { row: index + 1 })}
          onChange={(part) => change(index, part)}
          onRemove={() => onChange?.(value.filter((_, at) => at !== index))}
        />
      ))}
      <Button size="small" onClick={() => onChange?.([...value, { nameZh: '', nameEn: '' }])}>
        {t('add')}
      </Button>
    </div>
  );
}

interface DayLineProps {
  readonly row: DayRow;
  readonly parts: readonly DayPart[];
  readonly removeLabel: string;
  readonly onChange: (part: Partial<DayRow>) => void;
  readonly onRemove: () => void;
}

function DayLine({ row, parts, removeLabel, onChange, onRemove }: DayLineProps) {
  const t = useWords(messages);
  return (
    <div className="ow-day-row">
      <Input
        aria-label={t('name')}
        placeholder={t('name')}
        value={row.nameZh}
        maxLength={40}
        onChange={(event) => onChange({ nameZh: event.target.value })}
      />
      <Input
        aria-label={t('nameEn')}
        placeholder={t('nameEn')}
        value={row.nameEn}
        maxLength={80}
        onChange={(event) => onChange({ nameEn: event.target.value })}
      />
      {parts.map((part) => (
        <label key={part}>
          <span className="ow-only-read">{t(part)}</span>
          <DayField value={row[part] ?? null} onChange={(day) => onChange({ [part]: day ?? '' })} />
        </label>
      ))}
      <Button size="small" danger aria-label={removeLabel} onClick={onRemove}>
        {'×'}
      </Button>
    </div>
  );
}
