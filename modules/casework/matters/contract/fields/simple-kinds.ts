import type { SimpleField } from '../form.ts';
import { addressKind } from './address.ts';
import { choiceKind } from './choice.ts';
import { dateKind } from './date.ts';
import { emailKind } from './email.ts';
import type { FieldKindOf } from './field-kind.ts';
import { fileKind } from './file.ts';
import { firmKind } from './firm.ts';
import { moneyKind } from './money.ts';
import { numberKind } from './number.ts';
import { personKind } from './person.ts';
import { phoneKind } from './phone.ts';
import { premisesKind } from './premises.ts';
import { signatureKind } from './signature.ts';
import { statementKind } from './statement.ts';
import { textKind } from './text.ts';
import { yesNoKind } from './yes-no.ts';

type Kinds = {
  readonly [K in SimpleField['kind']]: FieldKindOf<Extract<SimpleField, { kind: K }>>;
};

/** The kinds that can stand in a table. */
export const simpleKinds: Kinds = {
  text: textKind,
  number: numberKind,
  money: moneyKind,
  date: dateKind,
  choice: choiceKind,
  'yes-no': yesNoKind,
  address: addressKind,
  phone: phoneKind,
  email: emailKind,
  person: personKind,
  firm: firmKind,
  premises: premisesKind,
  file: fileKind,
  statement: statementKind,
  signature: signatureKind,
};

/** The kind of a field, ready to take it. */
export function simpleKindOf(field: SimpleField): FieldKindOf<SimpleField> {
  return simpleKinds[field.kind] as unknown as FieldKindOf<SimpleField>;
}
