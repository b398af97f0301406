import type { ColumnType } from 'kysely';

import type {
  Ground,
  HistoryAct,
  HolderKind,
  KindRole,
  Layout,
  LicenceField,
  LicenceState,
} from '../contract.ts';

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

type KindColumns = {
  centre_id: number;
  code: string;
  type_code: string;
  name_zh: string;
  name_en: string;
  definer_zh: string;
  holder: HolderKind;
  role: KindRole;
  number_pattern: string;
  validity_months: number | null;
  renew_from_days: number | null;
  layout: Layout;
  has_duplicate: boolean;
  sort_order: number;
  is_demonstration: boolean;
  version: number;
  updated_at: Date;
};

export type KindRow = KindColumns & { fields: readonly LicenceField[] };

export type LicenceRow = {
  centre_id: number;
  licence_id: string;
  lineage_id: string;
  edition: number;
  kind_code: string;
  number: string;
  serial: string;
  identifier: string;
  token: string;
  state: LicenceState;
  issued_to: string;
  holder_id: string;
  holder_kind: 'person' | 'organisation';
  holder_shown: string;
  holder_search: string | null;
  authority_zh: string;
  authority_en: string;
  authority_code: string;
  department_id: string;
  case_id: string | null;
  case_number: string;
  issued_on: string;
  valid_from: string;
  valid_until: string | null;
  statement: string;
  signature: string;
  key_id: string;
  public_key: string;
  content_sealed: string;
  is_demonstration: boolean;
  issued_at: Date;
  updated_at: Date;
  version: number;
};

export type HistoryRow = {
  centre_id: number;
  licence_id: string;
  entry_id: string;
  at: Date;
  act: HistoryAct;
  to_state: LicenceState;
  reason: string;
  ground: Ground | null;
  by_id: string;
  by_name: string;
  case_id: string | null;
  case_number: string;
};

export type MemberRow = {
  centre_id: number;
  licence_id: string;
  position: number;
  lineage_id: string;
};

export type ShowingRow = {
  centre_id: number;
  showing_id: string;
  licence_id: string;
  code_hash: string;
  opened_by: string;
  opened_at: Date;
  expires_at: Date;
  used_at: Date | null;
  used_by: string;
};

export type ReminderRow = { centre_id: number; licence_id: string; days: number; at: Date };

/** The tables of this module, and no others. */
export type LicencesTables = {
  'licences.kind': KindColumns & { fields: Json<readonly LicenceField[]> };
  'licences.licence': LicenceRow;
  'licences.history': HistoryRow;
  'licences.member': MemberRow;
  'licences.showing': ShowingRow;
  'licences.reminder': ReminderRow;
};
