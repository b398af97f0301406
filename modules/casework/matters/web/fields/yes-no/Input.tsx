import { useWords } from '#web/kit/words.ts';

import type { FieldOf, InputProps } from '../input-props.ts';
import { messages } from '../messages.ts';

/** Yes or no, neither chosen at first. */
export function YesNoInput(props: InputProps<FieldOf<'yes-no'>>) {
  const { id, value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const isWrong = faults.size > 0;
  return (
    <div className="ow-fill-options" data-row="yes">
      <div>
        <label className="ow-fill-option">
          <input
            type="radio"
            name={id}
            checked={value === true}
            disabled={isDisabled}
            data-wrong={isWrong ? 'yes' : 'no'}
            onChange={() => onChange(true)}
          />
          <span>{t('yes')}</span>
        </label>
        <label className="ow-fill-option">
          <input
            type="radio"
            name={id}
            checked={value === false}
            disabled={isDisabled}
            onChange={() => onChange(false)}
          />
          <span>{t('no')}</span>
        </label>
      </div>
    </div>
  );
}
