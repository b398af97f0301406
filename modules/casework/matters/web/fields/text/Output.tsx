import type { FieldOf, OutputProps } from '../input-props.ts';

/** Lines stay lines. */
export function TextLines({ value }: OutputProps<FieldOf<'text'>>) {
  return <span className="ow-show-lines">{typeof value === 'string' ? value : ''}</span>;
}
