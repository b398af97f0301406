import type { SimpleField } from '../form.ts';
import { toYuanText } from '../yuan.ts';
import { defineFieldKind, fault, type FormFault, same, wrongShape } from './field-kind.ts';

type MoneyField = Extract<SimpleField, { kind: 'money' }>;

/** An amount: fen as a whole number, shown in 元 or 万元. */
export const moneyKind = defineFieldKind<MoneyField>({
  kind: 'money',
  title: { zh: '金额', en: 'Money' },
  create: (common) => ({ ...common, kind: 'money', leastFen: 0, shownIn: 'yuan' }),
  check: checkMoney,
  toText: (field, value) =>
    Number.isSafeInteger(value) ? toYuanText(value as number, field.shownIn) : same(''),
  toJsonSchema: (field) => ({
    type: 'integer',
    description: '单位：分 / in fen',
    ...(field.leastFen === undefined ? {} : { minimum: field.leastFen }),
    ...(field.mostFen === undefined ? {} : { maximum: field.mostFen }),
  }),
  empty: () => undefined,
});

function checkMoney(field: MoneyField, value: unknown): readonly FormFault[] {
  if (!Number.isSafeInteger(value)) return [wrongShape];
  const fen = value as number;
  if (field.leastFen !== undefined && fen < field.leastFen) {
    const { zh, en } = toYuanText(field.leastFen, field.shownIn);
    return [fault('too-little', `不得少于${zh}`, `At least ${en}`)];
  }
  if (field.mostFen !== undefined && fen > field.mostFen) {
    const { zh, en } = toYuanText(field.mostFen, field.shownIn);
    return [fault('too-much', `不得多于${zh}`, `At most ${en}`)];
  }
  return [];
}
