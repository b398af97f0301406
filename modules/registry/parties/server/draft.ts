import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomCode } from '#kernel/ids/token.ts';

import type {
  ContactInput,
  ContactKind,
  IdentifierKind,
  OrganisationInput,
  OrganisationKind,
  PartyKind,
  PersonInput,
} from '../contract.ts';
import { parseContact } from './contacts.ts';
import { invalidField, orFault } from './faults.ts';
import { toFirmSearch } from './names.ts';
import { parseNumber } from './numbers.ts';
import type { ContactRow, IdentifierRow, NameTokenRow, PartyRow } from './tables.ts';
import type { Details, Vault } from './vault.ts';

/** A party that was checked and is not written yet. */
export interface PartyDraft {
  readonly kind: PartyKind;
  readonly name: string;
  readonly details: Details;
  readonly organisationKind: OrganisationKind | null;
  readonly establishedOn: Day | null;
  readonly divisionCode: string;
  readonly identifier: { readonly kind: IdentifierKind; readonly number: string } | null;
  readonly contacts: ReadonlyArray<{ readonly kind: ContactKind; readonly value: string }>;
}

/** Checks what was typed for a person; refuses with the field. Birth and sex of a citizen number go before what was typed. */
export function draftPerson(input: PersonInput, today: Day): PartyDraft {
  const paper =
    input.identifier === null
      ? undefined
      : orFault(
          parseNumber(input.identifier.kind, input.identifier.number, today),
          'body.identifier.number',
        );
  if (paper?.bornOn !== undefined && input.bornOn !== null && paper.bornOn !== input.bornOn)
    throw invalidField({
      path: 'body.bornOn',
      reason: {
        'zh-CN': '出生日期与证件号码不一致。',
        en: 'The date of birth differs from the one in the number.',
      },
    });
  if (input.bornOn !== null && input.bornOn > today)
    throw invalidField({
      path: 'body.bornOn',
      reason: { 'zh-CN': '出生日期晚于今天。', en: 'The date of birth lies in the future.' },
    });
  return {
    kind: 'person',
    name: input.name,
    details: {
      nameEn: input.nameEn,
      sex: paper?.sex ?? input.sex,
      bornOn: paper?.bornOn ?? input.bornOn,
      remark: input.remark,
    },
    organisationKind: null,
    establishedOn: null,
    divisionCode: input.divisionCode,
    identifier:
      input.identifier === null || paper === undefined
        ? null
        : { kind: input.identifier.kind, number: paper.number },
    contacts: checkContacts(input.contacts),
  };
}

/** Checks what was typed for an organisation; refuses with the field. */
export function draftOrganisation(input: OrganisationInput, today: Day): PartyDraft {
  const { identifier } = input;
  return {
    kind: 'organisation',
    name: input.name,
    details: { nameEn: input.nameEn, sex: null, bornOn: null, remark: input.remark },
    organisationKind: input.organisationKind,
    establishedOn: input.establishedOn,
    divisionCode: input.divisionCode,
    identifier:
      identifier === null
        ? null
        : {
            kind: identifier.kind,
            number: orFault(
              parseNumber(identifier.kind, identifier.number, today),
              'body.identifier.number',
            ).number,
          },
    contacts: checkContacts(input.contacts),
  };
}

function checkContacts(contacts: readonly ContactInput[]): PartyDraft['contacts'] {
  return contacts.map(({ kind, value }, index) => ({
    kind,
    value: orFault(parseContact(kind, value), `body.contacts.${index}.value`),
  }));
}

export interface NewParty {
  readonly party: PartyRow;
  readonly identifiers: readonly IdentifierRow[];
  readonly contacts: readonly ContactRow[];
  readonly tokens: ReadonlyArray<Pick<NameTokenRow, 'party_id' | 'token'>>;
}

export interface Sealing {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly centreId: number;
}

/** The rows of a new party, sealed. */
export function sealDraft(
  sealing: Sealing,
  draft: PartyDraft,
  more: { readonly partyNo?: string; readonly isDemonstration?: boolean } = {},
): NewParty {
  const { clock, centreId } = sealing;
  const id = newId(clock);
  const now = clock.now();
  const party: PartyRow = {
    centre_id: centreId,
    party_id: id,
    party_no: more.partyNo ?? `${draft.kind === 'person' ? 'P' : 'O'}-${randomCode(8)}`,
    kind: draft.kind,
    status: 'active',
    ...sealNames(sealing, id, draft),
    organisation_kind: draft.organisationKind,
    established_on: draft.establishedOn,
    division_code: draft.divisionCode,
    verification: 'none',
    merged_into: null,
    is_demonstration: more.isDemonstration ?? false,
    registered_at: now,
    updated_at: now,
    version: 1,
  };
  return {
    party,
    identifiers: draft.identifier === null ? [] : [sealIdentifier(sealing, id, draft.identifier)],
    contacts: draft.contacts.map((contact) => sealContact(sealing, id, contact)),
    tokens: tokensOf(sealing, id, draft),
  };
}

type Named = Pick<PartyDraft, 'kind' | 'name' | 'details'>;

/** The columns that hold name and particulars: a person's sealed, a firm's name plain and searchable. */
export function sealNames(
  { vault }: Pick<Sealing, 'vault'>,
  partyId: string,
  { kind, name, details }: Named,
): Pick<PartyRow, 'name_sealed' | 'firm_name' | 'firm_search' | 'name_index' | 'details_sealed'> {
  const isPerson = kind === 'person';
  return {
    name_sealed: isPerson ? vault.sealName(partyId, name) : null,
    firm_name: isPerson ? null : name,
    firm_search: isPerson ? null : toFirmSearch(name, details.nameEn),
    name_index: vault.indexName(name),
    details_sealed: vault.sealDetails(partyId, details),
  };
}

/** Blind tokens of a person's name; a firm needs none. */
export function tokensOf(
  { vault }: Pick<Sealing, 'vault'>,
  partyId: string,
  { kind, name, details }: Named,
): Array<Pick<NameTokenRow, 'party_id' | 'token'>> {
  if (kind !== 'person') return [];
  return vault.nameTokens(name, details.nameEn).map((token) => ({ party_id: partyId, token }));
}

export function sealIdentifier(
  { vault, clock, centreId }: Sealing,
  partyId: string,
  identifier: { readonly kind: IdentifierKind; readonly number: string },
): IdentifierRow {
  const id = newId(clock);
  return {
    centre_id: centreId,
    identifier_id: id,
    party_id: partyId,
    kind: identifier.kind,
    number_sealed: vault.sealNumber(id, identifier.number),
    number_index: vault.indexNumber(identifier.kind, identifier.number),
    added_at: clock.now(),
    version: 1,
  };
}

export function sealContact(
  { vault, clock, centreId }: Sealing,
  partyId: string,
  contact: { readonly kind: ContactKind; readonly value: string },
): ContactRow {
  const id = newId(clock);
  return {
    centre_id: centreId,
    contact_id: id,
    party_id: partyId,
    kind: contact.kind,
    value_sealed: vault.sealContact(id, contact.value),
    value_index: vault.indexContact(contact.kind, contact.value) ?? null,
    added_at: clock.now(),
    ended_at: null,
    version: 1,
  };
}
