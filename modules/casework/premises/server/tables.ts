import type { ColumnType } from 'kysely';

import type {
  CarrierKind,
  CheckPoint,
  Excluded,
  FilingAct,
  FilingBody,
  FilingKind,
  Ground,
  ReturnRound,
  Stage,
  Standing,
  UseRole,
  UseType,
} from '../contract.ts';

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

export type CarrierRow = {
  centre_id: number;
  carrier_id: string;
  kind: CarrierKind;
  name: string;
  name_en: string;
  town: string;
  phone: string;
  operator_id: string;
  operator_name: string;
  operator_code: string;
  is_demonstration: boolean;
  version: number;
  updated_at: Date;
};

type FilingColumns = {
  centre_id: number;
  filing_id: string;
  carrier_id: string;
  kind: FilingKind;
  standing: Standing;
  stage: Stage;
  number: string;
  filed_version: number;
  building_name: string;
  address: string;
  town: string;
  town_checked_by: string;
  standing_ground: Ground | null;
  standing_reason: string;
  valid_until: string | null;
  unit_count: number;
  submitted_at: Date | null;
  stage_at: Date;
  due_on: string | null;
  account_id: string | null;
  is_demonstration: boolean;
  version: number;
  updated_at: Date;
};

export type FilingRow = FilingColumns & {
  draft: FilingBody | null;
  points: readonly CheckPoint[];
  returns: readonly ReturnRound[];
};

export type VersionRow = {
  centre_id: number;
  filing_id: string;
  filed_version: number;
  kind: FilingKind;
  hash: string;
  valid_until: string | null;
  filed_at: Date;
  filed_by_name: string;
  body: FilingBody;
};

type UnitColumns = {
  centre_id: number;
  unit_id: string;
  filing_id: string;
  filed_version: number;
  is_current: boolean;
  token: string;
  floor: number;
  room_no: string;
  address: string;
  address_key: string;
  area_m2: number;
  max_subjects: number;
  excluded: Excluded | null;
  use_type: UseType;
  is_suspended: boolean;
  reason: string;
  valid_until: string | null;
  hash: string;
};
export type UnitRow = UnitColumns & { group_codes: readonly string[] };

export type SnapshotRow = {
  centre_id: number;
  unit_id: string;
  filed_version: number;
  content: string;
  hash: string;
  filed_at: Date;
};

export type UseRow = {
  centre_id: number;
  use_id: string;
  unit_id: string;
  filing_id: string;
  filed_version: number;
  hash: string;
  role: UseRole;
  party_id: string;
  subject_name: string;
  credit_code: string;
  matter_zh: string;
  matter_en: string;
  case_id: string;
  case_number: string;
  state: 'reserved' | 'settled' | 'freed';
  by_name: string;
  at: Date;
  settled_at: Date | null;
};

export type OccupancyRow = {
  centre_id: number;
  occupancy_id: string;
  unit_id: string;
  filing_id: string;
  role: UseRole;
  subject_name: string;
  credit_code: string;
  case_id: string | null;
  from_on: string;
  until_on: string | null;
  is_unreachable: boolean;
  note: string;
};

export type HistoryRow = {
  centre_id: number;
  filing_id: string;
  entry_id: string;
  at: Date;
  act: FilingAct;
  stage: Stage;
  standing: Standing;
  ground: Ground | null;
  reason: string;
  by_id: string;
  by_name: string;
  filed_version: number;
};

/** The tables of this module, and no others. */
export type PremisesTables = {
  'premises.carrier': CarrierRow;
  'premises.filing': FilingColumns & {
    draft: Json<FilingBody | null>;
    points: Json<readonly CheckPoint[]>;
    returns: Json<readonly ReturnRound[]>;
  };
  'premises.filed_version': Omit<VersionRow, 'body'> & { body: Json<FilingBody> };
  'premises.unit': UnitColumns & { group_codes: Json<readonly string[]> };
  'premises.snapshot': SnapshotRow;
  'premises.use_record': UseRow;
  'premises.occupancy': OccupancyRow;
  'premises.history': HistoryRow;
  'premises.reminder': {
    centre_id: number;
    filing_id: string;
    valid_until: string;
    days: number;
    at: Date;
  };
};
