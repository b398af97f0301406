import type { Field, FieldKind } from '../../contract.ts';

/** Kinds that are several controls, or one with its words beside it: their frame is a group. */
const GROUPS: ReadonlySet<FieldKind> = new Set([
  'address',
  'file',
  'firm',
  'person',
  'premises',
  'signature',
  'statement',
  'table',
  'yes-no',
]);

/** Whether the label names a group of controls, not one. */
export function isGroup(field: Field, few: number): boolean {
  if (field.kind === 'choice') return field.many || field.options.length <= few;
  return GROUPS.has(field.kind);
}
