import type { Field } from '../form.ts';
import type { FieldKindOf } from './field-kind.ts';
import { simpleKinds } from './simple-kinds.ts';
import { tableKind } from './table.ts';

type Kinds = { readonly [K in Field['kind']]: FieldKindOf<Extract<Field, { kind: K }>> };

/** Every kind of field, in the order in which the designer offers them. */
export const fieldKinds: Kinds = { ...simpleKinds, table: tableKind };

/** The kind of a field, ready to take it. */
export function kindOf(field: Field): FieldKindOf<Field> {
  return fieldKinds[field.kind] as unknown as FieldKindOf<Field>;
}
