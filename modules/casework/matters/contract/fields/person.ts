import { parseCitizenId } from '#kernel/ids/citizen-id.ts';
import { parsePhone } from '#kernel/ids/phone.ts';

import type { SimpleField } from '../form.ts';
import {
  checkText,
  defineFieldKind,
  fault,
  type FieldContext,
  type FormFault,
  memberText,
  same,
} from './field-kind.ts';

type PersonField = Extract<SimpleField, { kind: 'person' }>;

/** Against births in the future when the business day is not known. */
const NO_DAY = '9999-12-31';

/** `{ name, identifier, phone }`: a person by 公民身份号码; the phone where the field asks for it. */
export const personKind = defineFieldKind<PersonField>({
  kind: 'person',
  title: { zh: '自然人', en: 'Person' },
  create: (common) => ({ ...common, kind: 'person', withPhone: true }),
  check: checkPerson,
  toText: (_field, value) =>
    same(
      ['name', 'identifier', 'phone']
        .map((member) => memberText(value, member))
        .filter((text) => text !== '')
        .join(' '),
    ),
  toJsonSchema: (field) => ({
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 100 },
      identifier: { type: 'string', pattern: '^\\d{17}[\\dX]$' },
      ...(field.withPhone ? { phone: { type: 'string' } } : {}),
    },
    required: ['name', 'identifier', ...(field.withPhone ? ['phone'] : [])],
  }),
  empty: () => undefined,
});

function checkPerson(
  field: PersonField,
  value: unknown,
  { today }: FieldContext,
): readonly FormFault[] {
  const { length } = memberText(value, 'name');
  return [
    ...(length === 0 || length > 100
      ? [fault('no-name', '请填写姓名', 'Enter the name', 'name')]
      : []),
    ...checkText(
      memberText(value, 'identifier'),
      (text) => parseCitizenId(text, today ?? NO_DAY),
      'identifier',
    ),
    ...(field.withPhone ? checkText(memberText(value, 'phone'), parsePhone, 'phone') : []),
  ];
}
