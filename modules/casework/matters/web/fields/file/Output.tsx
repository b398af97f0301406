import type { FieldOf, OutputProps } from '../input-props.ts';
import { StoredFileLine } from './StoredFileLine.tsx';
import { toIds } from './use-file-ids.ts';

export function FileOutput({ value }: OutputProps<FieldOf<'file'>>) {
  return (
    <span className="ow-fill-files">
      {toIds(value).map((id) => (
        <StoredFileLine key={id} fileId={id} />
      ))}
    </span>
  );
}
