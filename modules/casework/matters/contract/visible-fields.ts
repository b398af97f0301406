import type { Field, Form, FormValues } from './form.ts';
import { holds } from './holds.ts';
import type { Answers } from './question.ts';

type Section = Form['sections'][number];

/** A section that is shown, with the fields that are shown in it. */
export interface VisibleSection {
  readonly section: Section;
  readonly fields: readonly Field[];
}

/** What is shown of a form, and the values that count: those of fields that are shown. */
export interface VisibleForm {
  readonly sections: readonly VisibleSection[];
  readonly values: FormValues;
}

/**
 * Goes through the form in order: a field or section is shown when its condition holds over the answers and
 * the shown fields before it. `answers` are pruned already.
 */
export function showForm(form: Form, answers: Answers, given: FormValues): VisibleForm {
  const values: FormValues = {};
  const sections: VisibleSection[] = [];
  for (const section of form.sections) {
    if (section.showIf !== undefined && !holds(section.showIf, answers, values)) continue;
    const fields = section.fields.filter((field) => {
      if (field.showIf !== undefined && !holds(field.showIf, answers, values)) return false;
      if (given[field.key] !== undefined) values[field.key] = given[field.key];
      return true;
    });
    if (fields.length > 0) sections.push({ section, fields });
  }
  return { sections, values };
}

/** The fields that are shown, in order. */
export function visibleFields(form: Form, answers: Answers, values: FormValues): Field[] {
  return showForm(form, answers, values).sections.flatMap(({ fields }) => fields);
}

/** The values that count: those of fields that are shown. */
export function pruneValues(form: Form, answers: Answers, values: FormValues): FormValues {
  return showForm(form, answers, values).values;
}
