import { useWords } from '#web/kit/words.ts';

import type { FieldOf, InputProps } from '../input-props.ts';
import { Line } from '../Line.tsx';
import { messages } from '../messages.ts';

/** Words, of one line or several. */
export function TextInput(props: InputProps<FieldOf<'text'>>) {
  const { field, id, describedBy, value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const text = typeof value === 'string' ? value : '';
  const change = (next: string) => onChange(next === '' ? undefined : next);
  const isWrong = faults.size > 0;
  if ((field.lines ?? 1) === 1)
    return <Line {...{ id, describedBy, isWrong, isDisabled }} value={text} onChange={change} />;
  return (
    <>
      <textarea
        id={id}
        rows={field.lines}
        value={text}
        disabled={isDisabled}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={(event) => change(event.target.value)}
      />
      {field.longest === undefined ? null : (
        <p className="ow-fill-count">
          {t('characters', { count: Array.from(text).length, longest: field.longest })}
        </p>
      )}
    </>
  );
}
