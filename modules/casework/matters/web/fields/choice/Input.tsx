import type { FieldOf, InputProps } from '../input-props.ts';
import { FEW } from './few.ts';
import { ListToOpen } from './ListToOpen.tsx';
import { OptionList } from './OptionList.tsx';

/** One option or several: all to see when they are few, else a list to open or to search. */
export function ChoiceInput(props: InputProps<FieldOf<'choice'>>) {
  const { field } = props;
  if (field.many || field.options.length <= FEW) return <OptionList {...props} />;
  return <ListToOpen {...props} />;
}
