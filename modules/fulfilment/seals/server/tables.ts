import type { ColumnType } from 'kysely';

import type { DisputeState, MonthState, SealKind, SetAct, SetState, Way } from '../contract.ts';

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

export type MakerRow = {
  centre_id: number;
  maker_id: string;
  party_id: string;
  credit_code: string;
  name: string;
  police_code: string;
  phone: string;
  quota: number;
  daily_capacity: number;
  promise_hours: number;
  is_active: boolean;
  reason: string;
  version: number;
  updated_at: Date;
};

/** One seal of a set, as it is kept. */
export interface KeptSeal {
  readonly kind: SealKind;
  readonly filedNumber: string | null;
  readonly remakes: number;
  readonly isRemaking: boolean;
}

type SetColumns = {
  centre_id: number;
  set_id: string;
  number: string;
  state: SetState;
  uscc: string;
  party_id: string;
  firm_name: string;
  legal_sealed: string;
  licence_id: string;
  licence_number: string;
  licensed_on: string;
  case_no: string;
  claim_until: string;
  maker_id: string | null;
  way: Way | null;
  delivery_sealed: string | null;
  tracking_no: string;
  applied_at: Date | null;
  answer_by: Date | null;
  due_on: string | null;
  is_remake: boolean;
  is_outdated: boolean;
  signed_at: Date | null;
  first_signed_on: string | null;
  signed_days: number | null;
  received_sealed: string | null;
  signature_file_id: string | null;
  handed_by: string;
  steps: number;
  version: number;
  created_at: Date;
  updated_at: Date;
};

export type SetRow = SetColumns & {
  declined: readonly string[];
  seals: readonly KeptSeal[];
};

export type StepRow = {
  centre_id: number;
  set_id: string;
  seq: number;
  at: Date;
  act: SetAct;
  from_state: SetState | null;
  to_state: SetState;
  maker_id: string | null;
  by_kind: string;
  by_id: string;
  by_name: string;
  note: string;
};

type RemakeColumns = {
  centre_id: number;
  remake_id: string;
  set_id: string;
  maker_id: string;
  reason: string;
  asked_at: Date;
  done_at: Date | null;
};
export type RemakeRow = RemakeColumns & { kinds: readonly SealKind[] };

export type MonthRow = {
  centre_id: number;
  month: string;
  state: MonthState;
  contract_id: string | null;
  contract_number: string;
  contract_name: string;
  supplier: string;
  unit_price_fen: bigint | null;
  document_id: string | null;
  document_number: string;
  handed_on_at: Date | null;
  version: number;
};

export type LineRow = {
  centre_id: number;
  set_id: string;
  month: string;
  maker_id: string;
  signed_on: string;
  amount_fen: bigint;
  dispute: DisputeState;
  reason: string;
};

/** The tables of this module, and no others. */
export type SealsTables = {
  'seals.maker': MakerRow;
  'seals.firm': { centre_id: number; uscc: string; asked: number };
  'seals.seal_set': SetColumns & {
    declined: Json<readonly string[]>;
    seals: Json<readonly KeptSeal[]>;
  };
  'seals.filed_number': {
    centre_id: number;
    number: string;
    set_id: string;
    kind: SealKind;
    is_void: boolean;
  };
  'seals.step': StepRow;
  'seals.remake': RemakeColumns & { kinds: Json<readonly SealKind[]> };
  'seals.month': MonthRow;
  'seals.line': LineRow;
};
