import type {
  Difference,
  Direction,
  MonthState,
  ParcelState,
  SubjectKind,
  Verdict,
} from '../contract.ts';

export type CarrierRow = {
  centre_id: number;
  carrier_id: string;
  code: string;
  name: string;
  endpoint: string;
  secret_sealed: string;
  is_active: boolean;
  is_stand_in: boolean;
  version: number;
  updated_at: Date;
};

export type HandOverRow = {
  centre_id: number;
  hand_over_id: string;
  number: string;
  carrier_id: string;
  courier_name: string;
  signature_file_id: string | null;
  by_name: string;
  parcels: number;
  at: Date;
};

export type ParcelRow = {
  centre_id: number;
  parcel_id: string;
  number: string;
  direction: Direction;
  subject_kind: SubjectKind;
  subject_id: string;
  subject_no: string;
  party_id: string;
  contents: string;
  has_originals: boolean;
  contact_sealed: string;
  recipient_shown: string;
  place_shown: string;
  state: ParcelState;
  carrier_id: string | null;
  tracking_no: string;
  hand_over_id: string | null;
  failure: string;
  created_at: Date;
  handed_at: Date | null;
  last_event_at: Date | null;
  signed_at: Date | null;
  /** The day that counts for the month's bill. */
  signed_on: string | null;
  weight_grams: number;
  ended_on: string | null;
  version: number;
  updated_at: Date;
};

export type PushRow = {
  centre_id: number;
  carrier_id: string;
  event_id: string;
  parcel_id: string | null;
  tracking_no: string;
  code: number;
  text: string;
  at: Date;
  received_at: Date;
  is_applied: boolean;
};

export type MonthRow = {
  centre_id: number;
  month: string;
  state: MonthState;
  carrier_id: string | null;
  file_name: string;
  file_hash: string;
  billed_rows: number;
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

export type BillLineRow = {
  centre_id: number;
  month: string;
  row_number: number;
  tracking_no: string;
  our_number: string;
  billed_on: string | null;
  weight_grams: number | null;
  amount_fen: bigint | null;
  parcel_id: string | null;
  signed_on: string | null;
  difference: Difference;
  held: string;
  verdict: Verdict;
  reason: string;
  settled_in: string | null;
};

/** The tables of this module, and no others. */
export type CourierTables = {
  'courier.carrier': CarrierRow;
  'courier.hand_over': HandOverRow;
  'courier.parcel': ParcelRow;
  'courier.push': PushRow;
  'courier.month': MonthRow;
  'courier.bill_line': BillLineRow;
};
