import type { FieldOf, InputProps } from '../input-props.ts';
import { Line } from '../Line.tsx';

export function PhoneInput(props: InputProps<FieldOf<'phone'>>) {
  const { id, describedBy, value, onChange, faults, isDisabled } = props;
  return (
    <Line
      {...{ id, describedBy, isDisabled }}
      isWrong={faults.size > 0}
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text === '' ? undefined : text.trim())}
    />
  );
}
