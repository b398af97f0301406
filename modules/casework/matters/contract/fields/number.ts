import type { SimpleField } from '../form.ts';
import { defineFieldKind, fault, type FormFault, wrongShape } from './field-kind.ts';

type NumberField = Extract<SimpleField, { kind: 'number' }>;

/** A number with a unit and limits. */
export const numberKind = defineFieldKind<NumberField>({
  kind: 'number',
  title: { zh: '数字', en: 'Number' },
  create: (common) => ({ ...common, kind: 'number', decimals: 0 }),
  check: checkNumber,
  toText: (field, value) => {
    const numeral = typeof value === 'number' ? String(value) : '';
    const unit = field.unit;
    if (numeral === '' || unit === undefined) return { zh: numeral, en: numeral };
    return { zh: `${numeral} ${unit.zh}`, en: `${numeral} ${unit.en ?? unit.zh}` };
  },
  toJsonSchema: (field) => ({
    type: field.decimals === 0 ? 'integer' : 'number',
    ...(field.least === undefined ? {} : { minimum: field.least }),
    ...(field.most === undefined ? {} : { maximum: field.most }),
    ...(field.decimals === 0 ? {} : { multipleOf: 1 / 10 ** field.decimals }),
  }),
  empty: () => undefined,
});

function checkNumber(field: NumberField, value: unknown): readonly FormFault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [wrongShape];
  if (field.least !== undefined && value < field.least)
    return [fault('too-little', `不得小于${field.least}`, `At least ${field.least}`)];
  if (field.most !== undefined && value > field.most)
    return [fault('too-much', `不得大于${field.most}`, `At most ${field.most}`)];
  if (decimalsOf(value) <= field.decimals) return [];
  return [
    field.decimals === 0
      ? fault('decimals', '应为整数', 'A whole number')
      : fault(
          'decimals',
          `最多${field.decimals}位小数`,
          `At most ${field.decimals} digits after the point`,
        ),
  ];
}

function decimalsOf(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return String(value).includes('e-') ? Number(String(value).split('e-')[1]) : fraction.length;
}
