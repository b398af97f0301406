import type { Form } from './form.ts';

/**
 * Where a form says the name of the subject that is set up by it (设立登记): the field that its 住所 names. Undefined for a
 * form whose applicant is the subject.
 */
export function newSubjectField({ sections }: Form): string | undefined {
  for (const { fields } of sections)
    for (const field of fields)
      if (field.kind === 'premises' && field.nameField !== undefined) return field.nameField;
  return undefined;
}
