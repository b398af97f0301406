import type { LicenceField } from '#modules/casework/licences/contract.ts';
import {
  type Answers,
  type Field,
  type Form,
  type FormValues,
  kindOf,
  visibleFields,
} from '#modules/casework/matters/contract.ts';
import { Pick as FiledUnit } from '#modules/casework/premises/contract.ts';

interface Application {
  readonly form: Form;
  readonly answers: Answers;
  readonly values: FormValues;
}

/**
 * What the application says already of a licence: a field of the same key, else of the same name. Only a
 * proposal; whoever issues the licence reads it and mends it.
 */
export function suggestContent(
  fields: ReadonlyArray<Pick<LicenceField, 'key' | 'label'>>,
  { form, answers, values }: Application,
  divisionName: (code: string) => string | undefined,
): Readonly<Record<string, string>> {
  const asked = visibleFields(form, answers, values);
  return Object.fromEntries(
    fields.flatMap(({ key, label }) => {
      const field =
        asked.find((one) => toCamel(one.key) === key) ??
        asked.find((one) => one.label.zh.startsWith(label['zh-CN']));
      const text = field === undefined ? '' : toLicenceText(field, values[field.key], divisionName);
      return text === '' ? [] : [[key, text]];
    }),
  );
}

const toCamel = (key: string) =>
  key.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());

/** A licence names people without their numbers. */
function toLicenceText(
  field: Field,
  value: unknown,
  divisionName: (code: string) => string | undefined,
): string {
  if (value === undefined || value === null) return '';
  if (field.kind === 'person' && typeof value === 'object' && 'name' in value)
    return String(value.name);
  // The licence says where it is; number and version of the filing stand in the case.
  const picked = field.kind === 'premises' ? FiledUnit.safeParse(value) : undefined;
  if (picked?.success === true) return picked.data.address;
  return kindOf(field).toText(field, value, { divisionName }).zh;
}
