import type { FieldOf, InputProps } from '../input-props.ts';
import { Line } from '../Line.tsx';

export function EmailInput(props: InputProps<FieldOf<'email'>>) {
  const { id, describedBy, value, onChange, faults, isDisabled } = props;
  return (
    <Line
      {...{ id, describedBy, isDisabled }}
      isWrong={faults.size > 0}
      type="email"
      inputMode="email"
      autoComplete="email"
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text === '' ? undefined : text.trim())}
    />
  );
}
