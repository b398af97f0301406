import { fault, type FieldContext, type FormFault } from './fields/field-kind.ts';
import { kindOf } from './fields/kinds.ts';
import type { Field, Form, FormValues } from './form.ts';
import { isFilled } from './holds.ts';
import type { Answers } from './question.ts';
import { showForm } from './visible-fields.ts';

/**
 * What is wrong with a filled-in form: fields that are shown and required but empty, values that their field
 * does not take, and values of no field. Values of fields that are not shown do not count. `answers` are pruned.
 */
export function checkForm(
  form: Form,
  answers: Answers,
  values: FormValues,
  context: FieldContext = {},
): FormFault[] {
  const shown = showForm(form, answers, values).sections.flatMap(({ fields }) => fields);
  const known = new Set(form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
  return [
    ...shown.flatMap((field) => checkField(field, values[field.key], context)),
    ...Object.keys(values)
      .filter((key) => !known.has(key))
      .map((key) => fault('unknown-field', '表单中没有这一项', 'The form has no such field', key)),
  ];
}

/** What is wrong with one field that is shown. */
export function checkField(
  field: Field,
  value: unknown,
  context: FieldContext = {},
): readonly FormFault[] {
  if (!isFilled(value))
    return field.required ? [fault('required', '必填', 'Required', field.key)] : [];
  return kindOf(field)
    .check(field, value, context)
    .map((found) => ({
      ...found,
      path: found.path === '' ? field.key : `${field.key}.${found.path}`,
    }));
}
