import type { SubjectKind } from '../../../contract.ts';
import type { Remark } from './places.ts';

export interface ContentEditorProps {
  readonly kind: SubjectKind;
  readonly content: Plain;
  readonly onChange: (content: Plain) => void;
  readonly isReadOnly: boolean;
  readonly remarks: readonly Remark[];
  /** The open section: `basics`, or `0.papers` for the first item. */
  readonly at: string;
  readonly onAt: (at: string) => void;
}

export type Plain = Readonly<Record<string, unknown>>;

/** The items of a matter; none of a bundle. */
export function itemsOf(content: Plain): readonly Plain[] {
  return Array.isArray(content['items']) ? (content['items'] as readonly Plain[]) : [];
}
