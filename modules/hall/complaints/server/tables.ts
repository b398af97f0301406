import type {
  Act,
  Kind,
  Result,
  Satisfaction,
  ScoreState,
  State,
  TermClass,
  Wish,
} from '../contract.ts';

export type ComplaintRow = {
  centre_id: number;
  complaint_id: string;
  number: string;
  query_code: string;
  kind: Kind;
  wish: Wish;
  external_no: string | null;
  title: string;
  content: string;
  name_sealed: string | null;
  name_masked: string;
  mobile_sealed: string | null;
  state: State;
  is_open: boolean;
  /** The unit that handles it (主办). */
  department_id: string | null;
  assisting: string | string[];
  target_department_id: string | null;
  target_window_id: string | null;
  target_person_id: string | null;
  case_id: string | null;
  case_no: string;
  ticket_no: string;
  term_class: TermClass;
  return_until: string;
  contact_due_on: string;
  handle_due_on: string;
  call_back_due_on: string | null;
  /** The nearest limit; far away when none runs. */
  due_on: string;
  was_contact_late: boolean;
  was_handled_late: boolean;
  was_extended: boolean;
  was_redone: boolean;
  was_forced: boolean;
  reply: string;
  result: Result | null;
  is_proven: boolean;
  satisfaction: Satisfaction | null;
  overdue_told: string | string[];
  received_at: Date;
  closed_at: Date | null;
  version: number;
};

export type StepRow = {
  centre_id: number;
  step_id: string;
  complaint_id: string;
  act: Act;
  to_state: State;
  by_account: string;
  by_name: string;
  note: string;
  at: Date;
  file_ids: string[];
};

export type ScoreRow = {
  centre_id: number;
  score_id: string;
  subject: string;
  item: string;
  /** The driver gives numeric back as text. */
  points: string | number;
  scored_on: string;
  person_id: string | null;
  window_id: string | null;
  department_id: string | null;
  evidence: string;
  is_automatic: boolean;
  state: ScoreState;
  appeal_until: string;
  appeal_text: string;
  decision: string;
  by_account: string;
  by_name: string;
  created_at: Date;
  version: number;
};

/** The tables of this module, and no others. */
export type ComplaintsTables = {
  'complaints.complaint': ComplaintRow;
  'complaints.step': StepRow;
  'complaints.score': ScoreRow;
};
