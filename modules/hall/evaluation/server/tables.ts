import type { Words } from '#kernel/problems/contract.ts';

import type {
  BadAct,
  BadState,
  CallBackResult,
  Channel,
  Complexity,
  ConfirmationState,
  Dimensions,
  ExclusionGround,
  Finding,
  Grade,
  RatingOption,
  ServiceKind,
  Standing,
  Suspicion,
  Text,
} from '../contract.ts';

export type OptionSetRow = {
  centre_id: number;
  version: number;
  name: string;
  basis: string;
  /** Written as JSON text; the driver gives it back parsed. */
  options: string | RatingOption[];
  valid_from: string;
  created_by: string;
  created_at: Date;
};

export type ServiceRow = {
  centre_id: number;
  service_id: string;
  kind: ServiceKind;
  subject_id: string;
  token: string;
  ticket_no: string | null;
  case_id: string | null;
  case_no: string | null;
  matter_id: string | null;
  matter_name: string | Text | null;
  site_id: string | null;
  window_id: string | null;
  person_id: string | null;
  department_id: string | null;
  party_id: string | null;
  phone_index: string | null;
  served_at: Date;
  served_on: string;
  open_until: string;
  invited_at: Date | null;
  lapsed_at: Date | null;
  times_rated: number;
  is_void: boolean;
  created_at: Date;
};

export interface Exclusion {
  readonly ground: ExclusionGround;
  readonly reason: string;
  readonly by: string;
}

export type EvaluationRow = {
  centre_id: number;
  evaluation_id: string;
  service_id: string;
  service_kind: ServiceKind;
  number: number;
  grade: Grade;
  options: string | string[];
  option_set_version: number;
  comment: string;
  dimensions: string | Dimensions;
  channel: Channel;
  is_anonymous: boolean;
  name_sealed: string | null;
  name_masked: string;
  mobile_sealed: string | null;
  phone_index: string | null;
  device_id: string | null;
  address_index: string | null;
  shown_for_seconds: number | null;
  was_kept: boolean;
  was_pressed: boolean;
  standing: Standing;
  suspicions: string | Suspicion[];
  exclusion: string | Exclusion | null;
  site_id: string | null;
  window_id: string | null;
  person_id: string | null;
  department_id: string | null;
  matter_id: string | null;
  served_on: string;
  rated_at: Date;
  received_at: Date;
  reply: string;
};

export type BadCaseRow = {
  centre_id: number;
  evaluation_id: string;
  service_id: string;
  number: string;
  state: BadState;
  is_open: boolean;
  grade: Grade;
  /** The unit that handles it. */
  department_id: string | null;
  rated_department_id: string | null;
  rated_person_id: string | null;
  window_id: string | null;
  is_named: boolean;
  finding: Finding | null;
  complexity: Complexity | null;
  contact_due_on: string;
  rectify_due_on: string | null;
  call_back_due_on: string | null;
  appeal_until: string;
  /** The nearest limit; far away when none runs. */
  due_on: string;
  contacted_at: Date | null;
  rectified_at: Date | null;
  replied_at: Date | null;
  called_back_at: Date | null;
  call_back: CallBackResult | null;
  was_reopened: boolean;
  was_reviewed: boolean;
  was_contact_late: boolean;
  was_rectified_late: boolean;
  /** Accounts that mended it. */
  handlers: string | string[];
  overdue_told: string | string[];
  measures: string;
  reply: string;
  served_on: string;
  created_at: Date;
  closed_at: Date | null;
  version: number;
};

export type ConfirmationRow = {
  centre_id: number;
  confirmation_id: string;
  window_id: string;
  site_id: string;
  case_id: string;
  case_no: string;
  document_id: string | null;
  /** Written as JSON text; the driver gives it back parsed. */
  title: string | Words;
  number: string;
  text_sealed: string | null;
  text_hash: string;
  state: ConfirmationState;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
  asks_until: Date;
  settled_at: Date | null;
  device_id: string | null;
  signature_file_id: string | null;
  signature_hash: string | null;
  proof_hash: string | null;
};

export type BadStepRow = {
  centre_id: number;
  step_id: string;
  evaluation_id: string;
  act: BadAct;
  from_state: BadState | null;
  to_state: BadState;
  by_account: string;
  by_name: string;
  note: string;
  at: Date;
};

/** The tables of this module, and no others. */
export type EvaluationTables = {
  'evaluation.option_set': OptionSetRow;
  'evaluation.service': ServiceRow;
  'evaluation.evaluation': EvaluationRow;
  'evaluation.bad_case': BadCaseRow;
  'evaluation.bad_step': BadStepRow;
  'evaluation.confirmation': ConfirmationRow;
};
