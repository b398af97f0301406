import type { Day } from '#kernel/clock/day.ts';

import type { CaseState, Light, PaperSource, PaperState, Trust } from '../contract.ts';
import type { Text } from '../contract/of-matters.ts';
import type { CaseEntry, CaseFile } from './rules/case-file.ts';

/** `body` is written as text and read as what it holds. */
export type CaseRow = {
  centre_id: number;
  case_id: string;
  case_no: string;
  query_code: string;
  state: CaseState;
  is_open: boolean;
  department_id: string | null;
  site_id: string | null;
  window_id: string | null;
  handler_id: string | null;
  matter_id: string;
  party_id: string;
  channel: string;
  parent_id: string | null;
  light: Light;
  due_on: Day;
  notice_due_on: Day | null;
  promised_due_on: Day | null;
  statutory_due_on: Day | null;
  issue_due_on: Day | null;
  is_provisional: boolean;
  correction_due_on: Day | null;
  supplement_due_on: Day | null;
  inspect_by: Day | null;
  submitted_at: Date;
  updated_at: Date;
  version: number;
  body: CaseFile;
};

export type EventRow = {
  centre_id: number;
  case_id: string;
  seq: number;
  at: Date;
  act: CaseEntry['act'];
  by_kind: CaseEntry['byKind'];
  by_id: string;
  by_name: string;
  from_state: CaseState | null;
  to_state: CaseState;
  changes: CaseEntry['changes'];
  note: string;
  is_public: boolean;
  detail: CaseEntry['detail'];
};

export type FormRow = {
  centre_id: number;
  case_id: string;
  form_no: number;
  sealed: string;
  saved_at: Date;
};

export type PaperRow = {
  centre_id: number;
  case_id: string;
  key: string;
  position: number;
  name: Text;
  need: 'required' | 'optional' | 'exempt';
  is_main: boolean;
  is_deferrable: boolean;
  licence_kind: string | null;
  state: PaperState;
  source: PaperSource | null;
  trust: Trust | null;
  file_ids: string[];
  originals: number;
  copies: number;
  licence_id: string | null;
  from_case_id: string | null;
  note: string;
};

export type OpinionRow = {
  centre_id: number;
  opinion_id: string;
  case_id: string;
  department_id: string;
  question: string;
  asked_by_name: string;
  asked_at: Date;
  due_on: Day;
  answer: 'agrees' | 'objects' | 'no-view' | null;
  answer_text: string;
  answered_by_name: string;
  answered_at: Date | null;
};

export type DraftRow = {
  centre_id: number;
  draft_id: string;
  party_id: string;
  person_id: string;
  matter_id: string;
  sealed: string;
  saved_at: Date;
  version: number;
};

/** The tables of this module, and no others. */
export type CasesTables = {
  'cases.case_file': CaseRow;
  'cases.case_event': EventRow;
  'cases.case_form': FormRow;
  'cases.case_paper': PaperRow;
  'cases.opinion': OpinionRow;
  'cases.draft': DraftRow;
};
