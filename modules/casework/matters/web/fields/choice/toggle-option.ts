import type { FieldOf } from '../input-props.ts';

/** The chosen options in the order of the field, with one more or one fewer; nothing when none is left. */
export function toggleOption(
  field: Pick<FieldOf<'choice'>, 'options'>,
  value: unknown,
  key: string,
  isOn: boolean,
): readonly string[] | undefined {
  const former: readonly unknown[] = Array.isArray(value) ? value : [];
  const keys = field.options
    .map((option) => option.key)
    .filter((one) => (one === key ? isOn : former.includes(one)));
  return keys.length === 0 ? undefined : keys;
}
