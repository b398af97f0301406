import type { ContactKind } from '../../contract.ts';

type Values = Readonly<Record<string, unknown>>;

const CONTACTS: readonly ContactKind[] = ['mobile', 'landline', 'email', 'address'];

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The body of a registration from flat fields: what is empty is left out. */
export function toRegistration(values: Values): Values {
  const number = text(values['number']);
  const contacts = CONTACTS.flatMap((kind) => {
    const value = text(values[kind]);
    return value === '' ? [] : [{ kind, value }];
  });
  const plain = [
    'name',
    'nameEn',
    'sex',
    'bornOn',
    'organisationKind',
    'establishedOn',
    'divisionCode',
    'remark',
  ];
  const kept = plain.flatMap((name): Array<[string, unknown]> => {
    const value = values[name];
    return value === undefined || value === null || value === '' ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(kept),
    contacts,
    identifier: number === '' ? null : { kind: values['paperKind'], number },
  };
}
