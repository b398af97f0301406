import type { FieldOf, InputProps } from '../input-props.ts';
import { Line } from '../Line.tsx';
import { useSurroundings } from '../surroundings.ts';

/** A calendar day. */
export function DateInput(props: InputProps<FieldOf<'date'>>) {
  const { field, id, describedBy, value, onChange, faults, isDisabled } = props;
  const { today } = useSurroundings();
  return (
    <Line
      {...{ id, describedBy, isDisabled }}
      isWrong={faults.size > 0}
      type="date"
      value={typeof value === 'string' ? value : ''}
      least={field.range === 'future' ? today : undefined}
      most={field.range === 'past' ? today : '9999-12-31'}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  );
}
