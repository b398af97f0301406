import { z } from 'zod';

import type { FieldCipher, FieldPlace } from '#kernel/crypto/field-cipher.ts';

import { type ContactKind, type IdentifierKind, Sex } from '../contract.ts';
import { normaliseName, toNameTokens } from './names.ts';
import { toComparable } from './numbers.ts';
import type { ContactRow, IdentifierRow, PartyRow } from './tables.ts';

/** What is personal of a party beside its name. */
const Details = z.object({
  nameEn: z.string(),
  sex: Sex.nullable(),
  bornOn: z.string().nullable(),
  remark: z.string(),
});
export type Details = z.infer<typeof Details>;

export const NO_DETAILS: Details = { nameEn: '', sex: null, bornOn: null, remark: '' };

/** Seals, opens and indexes the personal fields of one centre. The only place that knows how they are kept. */
export interface Vault {
  sealName(partyId: string, name: string): string;
  openName(row: Pick<PartyRow, 'party_id' | 'name_sealed' | 'firm_name'>): string;
  sealDetails(partyId: string, details: Details): string;
  openDetails(row: Pick<PartyRow, 'party_id' | 'details_sealed'>): Details;
  sealNumber(identifierId: string, number: string): string;
  openNumber(row: Pick<IdentifierRow, 'identifier_id' | 'number_sealed'>): string;
  sealContact(contactId: string, value: string): string;
  openContact(row: Pick<ContactRow, 'contact_id' | 'value_sealed'>): string;
  sealSubject(signInId: string, subject: string): string;
  openSubject(row: { readonly sign_in_id: string; readonly subject_sealed: string }): string;
  indexName(name: string): string;
  nameTokens(name: string, nameEn: string): string[];
  indexNumber(kind: IdentifierKind, number: string): string;
  /** Undefined for kinds that nobody is looked up by. */
  indexContact(kind: ContactKind, value: string): string | undefined;
  indexSubject(subject: string): string;
  /** Under every key of the ring, for looking up. */
  findNumber(comparable: string): string[];
  findPhone(number: string): string[];
  findName(name: string): string[];
  findTokens(tokens: readonly string[]): string[];
  findSubject(subject: string): string[];
  /** The prefix of everything sealed or indexed under the current key. */
  readonly currentPrefix: string;
}

export function createVault(cipher: FieldCipher, centreId: number): Vault {
  const scope = String(centreId);
  const at = (table: string, column: string, rowId: string): FieldPlace => ({
    centreId: scope,
    table: `parties.${table}`,
    column,
    rowId,
  });
  const name = (id: string) => at('party', 'name_sealed', id);
  const details = (id: string) => at('party', 'details_sealed', id);
  const number = (id: string) => at('identifier', 'number_sealed', id);
  const contact = (id: string) => at('contact', 'value_sealed', id);
  const subject = (id: string) => at('sign_in', 'subject_sealed', id);
  const index = (kind: string, value: string) => cipher.blindIndex(`parties.${kind}`, value, scope);
  const find = (kind: string, value: string) =>
    cipher.blindIndexes(`parties.${kind}`, value, scope);
  return {
    sealName: (id, text) => cipher.encrypt(name(id), text),
    openName: (row) =>
      row.name_sealed === null
        ? (row.firm_name ?? '')
        : cipher.decrypt(name(row.party_id), row.name_sealed),
    sealDetails: (id, value) => cipher.encrypt(details(id), JSON.stringify(value)),
    openDetails: (row) =>
      row.details_sealed === null
        ? NO_DETAILS
        : Details.parse(JSON.parse(cipher.decrypt(details(row.party_id), row.details_sealed))),
    sealNumber: (id, text) => cipher.encrypt(number(id), text),
    openNumber: (row) => cipher.decrypt(number(row.identifier_id), row.number_sealed),
    sealContact: (id, text) => cipher.encrypt(contact(id), text),
    openContact: (row) => cipher.decrypt(contact(row.contact_id), row.value_sealed),
    sealSubject: (id, text) => cipher.encrypt(subject(id), text),
    openSubject: (row) => cipher.decrypt(subject(row.sign_in_id), row.subject_sealed),
    indexName: (text) => index('name', normaliseName(text)),
    nameTokens: (text, nameEn) =>
      toNameTokens(text, nameEn).map((token) => index('name-token', token)),
    indexNumber: (kind, text) => index('number', toComparable(kind, text)),
    indexContact: (kind, text) =>
      kind === 'mobile' || kind === 'landline' ? index('phone', text) : undefined,
    indexSubject: (text) => index('subject', text),
    findNumber: (text) => find('number', text),
    findPhone: (text) => find('phone', text),
    findName: (text) => find('name', normaliseName(text)),
    findTokens: (tokens) => tokens.flatMap((token) => find('name-token', token)),
    findSubject: (text) => find('subject', text),
    get currentPrefix() {
      return `${index('prefix', '').split('.')[0] ?? ''}.`;
    },
  };
}
