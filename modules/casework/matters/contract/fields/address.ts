import { isWithinDivision, parseDivision } from '#kernel/ids/division.ts';

import type { SimpleField } from '../form.ts';
import {
  defineFieldKind,
  fault,
  type FieldContext,
  type FormFault,
  memberText,
  same,
} from './field-kind.ts';

type AddressField = Extract<SimpleField, { kind: 'address' }>;

/** `{ division, detail }`: a division code, of a town where the address lies in the district, and street and number. */
export const addressKind = defineFieldKind<AddressField>({
  kind: 'address',
  title: { zh: '地址', en: 'Address' },
  create: (common) => ({ ...common, kind: 'address', insideDistrict: true }),
  check: checkAddress,
  toText: (_field, value, { divisionName }) => {
    const division = memberText(value, 'division');
    return same(`${divisionName?.(division) ?? division} ${memberText(value, 'detail')}`.trim());
  },
  toJsonSchema: (field) => ({
    type: 'object',
    properties: {
      division: { type: 'string', pattern: field.insideDistrict ? '^\\d{9}$' : '^\\d{6,12}$' },
      detail: { type: 'string', minLength: 1, maxLength: 200 },
    },
    required: ['division', 'detail'],
  }),
  empty: () => undefined,
});

function checkAddress(
  field: AddressField,
  value: unknown,
  { district }: FieldContext,
): readonly FormFault[] {
  const faults: FormFault[] = [];
  const division = parseDivision(memberText(value, 'division'));
  if (!division.ok)
    faults.push(fault(division.reason, division.message['zh-CN'], division.message.en, 'division'));
  else if (field.insideDistrict && division.value.level !== 'town')
    faults.push(fault('no-town', '请选择街道或镇', 'Choose the town', 'division'));
  else if (
    field.insideDistrict &&
    district !== undefined &&
    !isWithinDivision(division.value.code, district)
  )
    faults.push(
      fault('outside', '地址应在本区', 'The address must lie in the district', 'division'),
    );
  const { length } = memberText(value, 'detail');
  if (length === 0 || length > 200)
    faults.push(
      fault('no-detail', '请填写路名和门牌号', 'Enter the street and the number', 'detail'),
    );
  return faults;
}
