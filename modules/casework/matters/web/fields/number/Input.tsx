import { useState } from 'react';

import { useText } from '../../words/use-text.ts';
import type { FieldOf, InputProps } from '../input-props.ts';
import { Line } from '../Line.tsx';
import { toNumber } from './to-number.ts';

/** A number, kept as it is typed until it reads as one. */
export function NumberInput(props: InputProps<FieldOf<'number'>>) {
  const { field, id, describedBy, value, onChange, faults, isDisabled } = props;
  const say = useText();
  const [typed, setTyped] = useState('');
  const isSame = toNumber(typed) === value;
  return (
    <Line
      {...{ id, describedBy, isDisabled }}
      isWrong={faults.size > 0}
      inputMode={field.decimals === 0 ? 'numeric' : 'decimal'}
      value={isSame ? typed : toTyped(value)}
      onChange={(text) => {
        setTyped(text);
        onChange(toNumber(text));
      }}
      {...(field.unit === undefined ? {} : { unit: say(field.unit) })}
    />
  );
}

function toTyped(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
