import { useWords } from '#web/kit/words.ts';

import { useText } from '../../words/use-text.ts';
import type { FieldOf, InputProps } from '../input-props.ts';
import { messages } from '../messages.ts';

/** A promise, word by word, and the box that agrees to it. */
export function StatementInput(props: InputProps<FieldOf<'statement'>>) {
  const { field, id, describedBy, value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const say = useText();
  return (
    <div className="ow-fill-statement">
      <p>{say(field.statement)}</p>
      <label className="ow-fill-option">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          disabled={isDisabled}
          aria-invalid={faults.size > 0}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.checked ? true : undefined)}
        />
        <span>{t('agree')}</span>
      </label>
    </div>
  );
}
