import { Pick } from '#modules/casework/premises/contract.ts';
import { PickedPremises, PremisesPicker } from '#modules/casework/premises/web/parts.ts';

import type { FieldOf, InputProps } from '../input-props.ts';
import { useSurroundings } from '../surroundings.ts';

/** Filed premises: picked by search, plan or door code; says at once why they could not be used. */
export function PremisesInput(props: InputProps<FieldOf<'premises'>>) {
  const { field, value, onChange, id, describedBy, isDisabled } = props;
  const { values = {} } = useSurroundings();
  const picked = Pick.safeParse(value);
  if (!picked.success)
    return <PremisesPicker {...{ id, describedBy, isDisabled }} onPick={onChange} />;
  const text = (key: string | undefined) => {
    const found = key === undefined ? undefined : values[key];
    return typeof found === 'string' ? found.trim() : '';
  };
  return (
    <PickedPremises
      pick={picked.data}
      asks={{
        role: field.role,
        name: text(field.nameField).slice(0, 200),
        scope: text(field.scopeField).slice(0, 10_000),
        isSoleTrader: field.subjects === 'sole-trader',
      }}
      {...(isDisabled ? {} : { onChange: () => onChange(undefined) })}
    />
  );
}
