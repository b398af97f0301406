import { useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import type { FieldOf, InputProps } from '../input-props.ts';
import { Line } from '../Line.tsx';
import { messages } from '../messages.ts';
import { toAmount, toTyped } from './amount.ts';

/** An amount, typed in 元 or 万元 and kept in fen. */
export function MoneyInput(props: InputProps<FieldOf<'money'>>) {
  const { field, id, describedBy, value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const [typed, setTyped] = useState('');
  const isSame = toAmount(typed, field.shownIn) === value;
  return (
    <Line
      {...{ id, describedBy, isDisabled }}
      isWrong={faults.size > 0}
      inputMode="decimal"
      value={isSame ? typed : toTyped(value, field.shownIn)}
      onChange={(text) => {
        setTyped(text);
        onChange(toAmount(text, field.shownIn));
      }}
      unit={t(field.shownIn === 'yuan' ? 'yuan' : 'tenThousand')}
    />
  );
}
