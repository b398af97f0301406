import type { ColumnType } from 'kysely';

import type {
  ContactKind,
  IdentifierKind,
  MandateKind,
  OrganisationKind,
  PartyKind,
  PartyStatus,
  Verification,
} from '../contract.ts';

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

export type PartyRow = {
  centre_id: number;
  party_id: string;
  party_no: string;
  kind: PartyKind;
  status: PartyStatus;
  name_sealed: string | null;
  firm_name: string | null;
  firm_search: string | null;
  name_index: string | null;
  details_sealed: string | null;
  organisation_kind: OrganisationKind | null;
  established_on: string | null;
  division_code: string;
  verification: Verification;
  merged_into: string | null;
  is_demonstration: boolean;
  registered_at: Date;
  updated_at: Date;
  version: number;
};

export type IdentifierRow = {
  centre_id: number;
  identifier_id: string;
  party_id: string;
  kind: IdentifierKind;
  number_sealed: string;
  number_index: string;
  added_at: Date;
  version: number;
};

export type ContactRow = {
  centre_id: number;
  contact_id: string;
  party_id: string;
  kind: ContactKind;
  value_sealed: string;
  value_index: string | null;
  added_at: Date;
  ended_at: Date | null;
  version: number;
};

export type NameTokenRow = { centre_id: number; token: string; party_id: string };

export type VerificationRow = {
  centre_id: number;
  verification_id: string;
  party_id: string;
  level: 'window' | 'real-name';
  document_kind: IdentifierKind | null;
  source: 'window' | 'identity-service' | 'import';
  file_id: string | null;
  verified_by: string;
  verified_by_name: string;
  at: Date;
  withdrawn_at: Date | null;
  version: number;
};

export type MandateRow = {
  centre_id: number;
  mandate_id: string;
  principal_id: string;
  representative_id: string;
  kind: MandateKind;
  is_for_all: boolean;
  department_codes: string[];
  valid_from: string;
  valid_to: string | null;
  document_no: string;
  document_file_id: string | null;
  is_demonstration: boolean;
  revoked_at: Date | null;
  revoked_reason: string;
  version: number;
};

export type SignInRow = {
  centre_id: number;
  sign_in_id: string;
  subject_index: string;
  subject_sealed: string;
  party_id: string;
  level: number;
  linked_at: Date;
  version: number;
};

/** A row that went over in a merge: which column of it named the party, and its version afterwards. */
export interface Move {
  readonly table: MovableTable;
  readonly id: string;
  readonly column: 'party_id' | 'principal_id' | 'representative_id';
  readonly version: number;
}

export type MergeRow = {
  centre_id: number;
  merge_id: string;
  from_id: string;
  into_id: string;
  reason: string;
  moves: Json<readonly Move[]>;
  merged_by: string;
  merged_by_name: string;
  merged_at: Date;
  undone_at: Date | null;
  undone_by_name: string | null;
};

export type NotDuplicateRow = {
  centre_id: number;
  one_id: string;
  other_id: string;
  reason: string;
  dismissed_by_name: string;
  dismissed_at: Date;
};

export type HistoryRow = {
  centre_id: number;
  party_id: string;
  entry_id: string;
  at: Date;
  act: string;
  by_name: string;
  detail: Json<Readonly<Record<string, string>>>;
};

export type SettingRow = {
  centre_id: number;
  keep_years: number;
  basis: string;
  updated_at: Date;
  version: number;
};

/** The tables of this module, and no others. */
export type PartiesTables = {
  'parties.party': PartyRow;
  'parties.identifier': IdentifierRow;
  'parties.contact': ContactRow;
  'parties.name_token': NameTokenRow;
  'parties.verification': VerificationRow;
  'parties.mandate': MandateRow;
  'parties.sign_in': SignInRow;
  'parties.merge': MergeRow;
  'parties.not_duplicate': NotDuplicateRow;
  'parties.history': HistoryRow;
  'parties.setting': SettingRow;
};

export type MovableTable =
  | 'parties.identifier'
  | 'parties.contact'
  | 'parties.verification'
  | 'parties.mandate'
  | 'parties.sign_in';
