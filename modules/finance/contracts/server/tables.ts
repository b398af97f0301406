import type { ColumnType } from 'kysely';

import type {
  ContractEventKind,
  ContractState,
  ContractType,
  DocumentBody,
  DocumentKind,
  DocumentState,
  MovementKind,
  ProcurementCategory,
  ProcurementMethod,
  Side,
  SizeClass,
  Trigger,
  YearRules,
} from '../contract.ts';

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

export type LineRow = {
  centre_id: number;
  line_id: string;
  year: number;
  line_key: string;
  project_code: string;
  project_name: string;
  part: string;
  func_code: string;
  econ_code: string;
  paper: string;
  approved_fen: bigint;
  adjusted_fen: bigint;
  available_fen: bigint;
  reserved_fen: bigint;
  committed_fen: bigint;
  due_fen: bigint;
  paid_fen: bigint;
  is_demonstration: boolean;
};

export type MovementRow = {
  centre_id: number;
  movement_id: string;
  serial: number;
  day: string;
  at: Date;
  kind: MovementKind;
  is_reversal: boolean;
  reverses_id: string | null;
  from_line_id: string;
  from_side: Side;
  to_line_id: string;
  to_side: Side;
  amount_fen: bigint;
  by_id: string;
  by_name: string;
  document_id: string | null;
  contract_id: string | null;
  item_id: string | null;
  settlement_id: string | null;
  payment_id: string | null;
  cause: string;
};

type DocumentColumns = {
  centre_id: number;
  document_id: string;
  number: string;
  kind: DocumentKind;
  state: DocumentState;
  title: string;
  amount_fen: bigint;
  reason: string;
  return_reason: string;
  contract_id: string | null;
  made_id: string | null;
  maker_id: string;
  maker_name: string;
  made_at: Date;
  checker_id: string | null;
  checker_name: string | null;
  checked_at: Date | null;
  approver_id: string | null;
  approver_name: string | null;
  approved_at: Date | null;
  is_reversed: boolean;
  version: number;
};

export type DocumentRow = DocumentColumns & { body: DocumentBody };

export type ItemRow = {
  centre_id: number;
  item_id: string;
  line_id: string;
  year: number;
  number: string;
  name: string;
  category: ProcurementCategory;
  catalogue_code: string;
  method: ProcurementMethod;
  amount_fen: bigint;
  awarded_fen: bigint;
  reserved_fen: bigint;
  sme_fen: bigint;
  small_micro_fen: bigint;
  intent_on: string | null;
  reserved_on: string;
  is_reversed: boolean;
  is_demonstration: boolean;
};

export type ContractRow = {
  centre_id: number;
  contract_id: string;
  number: string;
  name: string;
  type: ContractType;
  state: ContractState;
  year: number;
  project_code: string;
  project_name: string;
  supplier: string;
  credit_code: string;
  size_class: SizeClass;
  item_id: string | null;
  award_fen: bigint | null;
  awarded_on: string | null;
  price_fen: bigint;
  settled_fen: bigint;
  paid_fen: bigint;
  released_fen: bigint;
  signed_on: string;
  serves_from: string | null;
  serves_until: string | null;
  payment_days: number;
  publish_by: string;
  published_on: string | null;
  published_at: string;
  meter_unit: string | null;
  meter_event: string | null;
  meter_price_fen: bigint | null;
  search: string;
  is_demonstration: boolean;
  version: number;
};

export type ShareRow = {
  centre_id: number;
  contract_id: string;
  position: number;
  line_id: string;
  amount_fen: bigint;
  settled_fen: bigint;
  released_fen: bigint;
};

export type InstalmentRow = {
  centre_id: number;
  contract_id: string;
  seq: number;
  label: string;
  percent: string;
  amount_fen: bigint;
  trigger_on: Trigger['on'];
  trigger_months: number | null;
};

export type ContractEventRow = {
  centre_id: number;
  contract_id: string;
  kind: ContractEventKind;
  event_id: string;
  day: string;
  evidence: string;
  file_id: string | null;
  file_name: string;
  by_id: string;
  by_name: string;
  at: Date;
};

export type SettlementRow = {
  centre_id: number;
  settlement_id: string;
  contract_id: string;
  seq: number;
  instalment_seq: number | null;
  what: string;
  amount_fen: bigint;
  paid_fen: bigint;
  quantity: number | null;
  from_on: string | null;
  until_on: string | null;
  confirmed_on: string;
  due_on: string;
  invoice_number: string;
  invoiced_on: string | null;
  invoice_file_id: string | null;
  invoice_file_name: string;
  is_reversed: boolean;
};

export type PaymentRow = {
  centre_id: number;
  payment_id: string;
  settlement_id: string;
  contract_id: string;
  amount_fen: bigint;
  paid_on: string;
  voucher: string;
  by_name: string;
  is_reversed: boolean;
};

export type CountedRow = {
  centre_id: number;
  event_type: string;
  event_key: string;
  day: string;
  quantity: number;
  settlement_id: string | null;
  /** Set aside for a settlement that is asked for. */
  proposal_id: string | null;
};

/** The tables of this module, and no others. */
export type ContractsTables = {
  'contracts.line': LineRow;
  'contracts.movement': MovementRow;
  'contracts.document': DocumentColumns & { body: Json<DocumentBody> };
  'contracts.year_rules': { centre_id: number; year: number; rules: Json<YearRules> };
  'contracts.item': ItemRow;
  'contracts.contract': ContractRow;
  'contracts.share': ShareRow;
  'contracts.instalment': InstalmentRow;
  'contracts.contract_event': ContractEventRow;
  'contracts.settlement': SettlementRow;
  'contracts.payment': PaymentRow;
  'contracts.counted_event': CountedRow;
};
