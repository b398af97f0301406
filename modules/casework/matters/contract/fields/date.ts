import { isDay } from '#kernel/clock/day.ts';

import type { SimpleField } from '../form.ts';
import { defineFieldKind, fault, type FieldContext, type FormFault, same } from './field-kind.ts';

type DateField = Extract<SimpleField, { kind: 'date' }>;

/** A calendar day. Today is neither past nor future too early: both take it. */
export const dateKind = defineFieldKind<DateField>({
  kind: 'date',
  title: { zh: '日期', en: 'Date' },
  create: (common) => ({ ...common, kind: 'date', range: 'any' }),
  check: checkDate,
  toText: (_field, value) => same(typeof value === 'string' ? value : ''),
  toJsonSchema: () => ({ type: 'string', format: 'date' }),
  empty: () => undefined,
});

function checkDate(
  field: DateField,
  value: unknown,
  { today }: FieldContext,
): readonly FormFault[] {
  if (typeof value !== 'string' || !isDay(value))
    return [fault('not-a-day', '请填写存在的日期', 'Enter a day that exists')];
  if (today === undefined || field.range === 'any') return [];
  if (field.range === 'past' && value > today)
    return [fault('in-future', '日期不得晚于今天', 'The day may not lie in the future')];
  if (field.range === 'future' && value < today)
    return [fault('in-past', '日期不得早于今天', 'The day may not lie in the past')];
  return [];
}
