import { useText } from '../../words/use-text.ts';
import type { FieldOf, OutputProps } from '../input-props.ts';
import { TextOutput } from '../TextOutput.tsx';

export function StatementOutput(props: OutputProps<FieldOf<'statement'>>) {
  const say = useText();
  return (
    <span>
      {say(props.field.statement)}{' '}
      <strong>
        <TextOutput {...props} />
      </strong>
    </span>
  );
}
