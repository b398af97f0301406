import { DatePicker, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

import { useWords } from '../../words.ts';
import { messages } from './messages.ts';

interface TextFieldProps {
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}

const DAY = 'YYYY-MM-DD';
const TIME = 'HH:mm';

/** A day as the contract has it, `YYYY-MM-DD`, chosen from a calendar or typed. */
export function DayField({ value, onChange, ...rest }: TextFieldProps) {
  const t = useWords(messages);
  return (
    <DatePicker
      {...rest}
      className="ow-field-narrow"
      format={DAY}
      value={value ? dayjs(value, DAY) : null}
      placeholder={t('pickDay')}
      onChange={(day: Dayjs | null) => onChange?.(day?.format(DAY) ?? null)}
    />
  );
}

/** A time of the day as the contract has it, `HH:MM`. */
export function TimeField({ value, onChange, ...rest }: TextFieldProps) {
  const t = useWords(messages);
  return (
    <TimePicker
      {...rest}
      className="ow-field-narrow"
      format={TIME}
      minuteStep={5}
      needConfirm={false}
      value={value ? dayjs(`2000-01-01T${value}`) : null}
      placeholder={t('pickTime')}
      onChange={(time: Dayjs | null) => onChange?.(time?.format(TIME) ?? null)}
    />
  );
}

/** A moment: day and time of the centre's clock, sent as an ISO instant. */
export function InstantField({ value, onChange, ...rest }: TextFieldProps) {
  const t = useWords(messages);
  return (
    <DatePicker
      {...rest}
      className="ow-field-narrow"
      showTime={{ format: TIME }}
      format={`${DAY} ${TIME}`}
      value={value ? dayjs(value) : null}
      placeholder={t('pickTime')}
      onChange={(moment: Dayjs | null) => onChange?.(moment?.toISOString() ?? null)}
    />
  );
}
