import type { BundleContent } from '../bundle.ts';
import type { FormValues } from '../form.ts';
import { findCommonField, ownKey } from './merge-bundle.ts';

/** What is known for the form of one member, in the words of the bundle’s form. */
export function toBundleValues(
  bundle: BundleContent,
  member: string,
  values: FormValues,
): FormValues {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      findCommonField(bundle, member, field) ?? ownKey(member, field),
      value,
    ]),
  );
}
