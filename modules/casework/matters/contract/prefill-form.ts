import type { Day } from '#kernel/clock/day.ts';

import type { Field, Form, FormValues } from './form.ts';

interface KnownPerson {
  readonly name?: string | undefined;
  readonly identifier?: string | undefined;
  readonly phone?: string | undefined;
}

/** What is known before anybody types. */
export interface Known {
  readonly applicant?:
    | (KnownPerson & {
        readonly address?: { readonly division: string; readonly detail: string } | undefined;
        readonly legalRepresentative?: string | undefined;
      })
    | undefined;
  readonly agent?: KnownPerson | undefined;
  readonly today?: Day | undefined;
}

/** The values that need not be typed, for the fields that ask for them. */
export function prefillForm(form: Form, known: Known): FormValues {
  const values: FormValues = {};
  for (const field of form.sections.flatMap((section) => section.fields)) {
    const value = prefillField(field, known);
    if (value !== undefined) values[field.key] = value;
  }
  return values;
}

function prefillField(field: Field, known: Known): unknown {
  const { prefill } = field;
  if (prefill === undefined) return undefined;
  const of = prefill.startsWith('agent.') ? known.agent : known.applicant;
  if (field.kind === 'person' && prefill === 'applicant.legal-representative')
    return toPerson({ name: known.applicant?.legalRepresentative }, field.withPhone);
  if (field.kind === 'person') return toPerson(of, field.withPhone);
  if (field.kind === 'firm') return toFirm(of);
  if (prefill === 'applicant.address') return toAddress(field, known);
  const text = toText(prefill, of, known);
  return text === undefined || !TAKES_TEXT.has(field.kind) ? undefined : text;
}

const TAKES_TEXT: ReadonlySet<Field['kind']> = new Set(['text', 'phone', 'email', 'date']);

function toText(prefill: NonNullable<Field['prefill']>, of: KnownPerson | undefined, known: Known) {
  switch (prefill) {
    case 'applicant.name':
    case 'agent.name':
      return of?.name;
    case 'applicant.identifier':
    case 'agent.identifier':
      return of?.identifier;
    case 'applicant.phone':
    case 'agent.phone':
      return of?.phone;
    case 'applicant.legal-representative':
      return known.applicant?.legalRepresentative;
    case 'today':
      return known.today;
    case 'applicant.address':
      return undefined;
  }
}

function toPerson(of: KnownPerson | undefined, withPhone: boolean) {
  if (of?.name === undefined) return undefined;
  const { name, identifier = '', phone = '' } = of;
  return withPhone ? { name, identifier, phone } : { name, identifier };
}

function toFirm(of: KnownPerson | undefined) {
  if (of?.name === undefined) return undefined;
  return { name: of.name, creditCode: of.identifier ?? '' };
}

function toAddress(field: Field, known: Known) {
  const address = known.applicant?.address;
  if (address === undefined) return undefined;
  if (field.kind === 'address') return address;
  return field.kind === 'text' ? address.detail : undefined;
}
