import { useWords } from '#web/kit/words.ts';

import { useText } from '../../words/use-text.ts';
import type { FieldOf, InputProps } from '../input-props.ts';
import { messages } from '../messages.ts';

/** One of many. */
export function ListToOpen(props: InputProps<FieldOf<'choice'>>) {
  const { field, id, describedBy, value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const say = useText();
  return (
    <select
      id={id}
      value={typeof value === 'string' ? value : ''}
      disabled={isDisabled}
      aria-invalid={faults.size > 0}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{t('choose')}</option>
      {field.options.map((option) => (
        <option key={option.key} value={option.key}>
          {say(option.text)}
        </option>
      ))}
    </select>
  );
}
