import type { Scope } from '#kernel/access/contract-actor.ts';

import type { Employment, LeaveKind, LeaveStatus, QuotaRule, Sex } from '../contract.ts';

export type PostRow = {
  centre_id: number;
  code: string;
  name_zh: string;
  name_en: string;
  family: string;
  sort_order: number;
};

export type PersonRow = {
  centre_id: number;
  person_id: string;
  employee_no: string;
  name_zh: string;
  name_en: string;
  name_pinyin: string;
  search_text: string;
  sex: Sex;
  office_id: string | null;
  department_id: string | null;
  post_code: string;
  employment: Employment;
  mobile_sealed: string | null;
  email_sealed: string | null;
  joined_on: string;
  left_on: string | null;
  left_reason: string;
  photo_file_id: string | null;
  account_id: string | null;
  is_demonstration: boolean;
  version: number;
  updated_at: Date;
};

export type PersonRoleRow = {
  centre_id: number;
  person_id: string;
  role: string;
  scope_level: Scope['level'];
  scope_id: string;
};

export type StationingRow = {
  centre_id: number;
  stationing_id: string;
  window_id: string;
  person_a_id: string;
  person_b_id: string | null;
  valid_from: string;
  valid_to: string | null;
  version: number;
  updated_at: Date;
};

export type ShiftRow = {
  centre_id: number;
  code: string;
  name_zh: string;
  name_en: string;
  starts: string;
  ends: string;
};

export type RosterRow = {
  centre_id: number;
  entry_id: string;
  day: string;
  person_id: string;
  shift_code: string;
  site_id: string;
  zone_id: string | null;
  window_id: string | null;
  updated_at: Date;
};

export type LeaveRow = {
  centre_id: number;
  leave_id: string;
  person_id: string;
  kind: LeaveKind;
  starts_on: string;
  ends_on: string;
  status: LeaveStatus;
  reason_sealed: string | null;
  requested_at: Date;
  decided_by: string | null;
  decided_by_name: string;
  decided_at: Date | null;
  decision_note: string;
  version: number;
};

export type SettingRow = {
  centre_id: number;
  contract_quota: number | null;
  quota_rule: QuotaRule;
  version: number;
  updated_at: Date;
};

/** The tables of this module, and no others. */
export type StaffTables = {
  'staff.post': PostRow;
  'staff.person': PersonRow;
  'staff.person_role': PersonRoleRow;
  'staff.stationing': StationingRow;
  'staff.shift': ShiftRow;
  'staff.roster_entry': RosterRow;
  'staff.leave': LeaveRow;
  'staff.setting': SettingRow;
};
