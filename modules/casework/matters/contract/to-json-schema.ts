import type { Condition } from './condition.ts';
import type { JsonSchema } from './fields/field-kind.ts';
import { kindOf } from './fields/kinds.ts';
import type { Field, Form } from './form.ts';
import { listMentioned } from './holds.ts';

/**
 * The form as JSON Schema (2020-12), for programs that fill it in. A field that is shown only for some values
 * of others is required with those values; one that hangs on the answers to questions is never required here, and
 * `checkForm` has the last word.
 */
export function toJsonSchema(form: Form): JsonSchema {
  const placed = form.sections.flatMap((section) =>
    section.fields.map((field) => ({ field, when: joinConditions(section.showIf, field.showIf) })),
  );
  const conditional = placed.flatMap(({ field, when }) =>
    field.required && when !== undefined && listMentioned(when).questions.length === 0
      ? [{ anyOf: [{ not: toSchema(when) }, { required: [field.key] }] }]
      : [],
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(placed.map(({ field }) => [field.key, describe(field)])),
    required: placed
      .filter(({ field, when }) => field.required && when === undefined)
      .map(({ field }) => field.key),
    additionalProperties: false,
    ...(conditional.length === 0 ? {} : { allOf: conditional }),
  };
}

function describe(field: Field): JsonSchema {
  const { label, help } = field;
  return {
    title: label.zh,
    ...(help === undefined ? {} : { description: help.zh }),
    ...kindOf(field).toJsonSchema(field),
  };
}

function joinConditions(
  outer: Condition | undefined,
  inner: Condition | undefined,
): Condition | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner;
  return { all: [outer, inner] };
}

function toSchema(condition: Condition): JsonSchema {
  if ('all' in condition) return { allOf: condition.all.map(toSchema) };
  if ('any' in condition) return { anyOf: condition.any.map(toSchema) };
  if ('not' in condition) return { not: toSchema(condition.not) };
  if ('question' in condition) return {};
  const { field } = condition;
  if ('filled' in condition)
    return condition.filled ? { required: [field] } : { not: { required: [field] } };
  if ('atLeast' in condition)
    return { required: [field], properties: { [field]: { minimum: condition.atLeast } } };
  const is = { const: condition.is };
  return {
    required: [field],
    properties: { [field]: { anyOf: [is, { type: 'array', contains: is }] } },
  };
}
