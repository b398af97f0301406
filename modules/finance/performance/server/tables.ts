import type { ColumnType } from 'kysely';

import type { Level1, Level2, ReviewKind, ReviewRow, Sign, TargetState } from '../contract.ts';

export type TargetRow = {
  centre_id: number;
  target_id: string;
  year: number;
  project_code: string;
  project_name: string;
  annual_goal: string;
  state: TargetState;
  is_proposal: boolean;
  returned_for: string | null;
  declared_by: string | null;
  declared_by_name: string | null;
  approved_on: string | null;
  version: number;
  updated_at: Date;
};

export type IndicatorRow = {
  centre_id: number;
  target_id: string;
  indicator_id: string;
  sort_order: number;
  level1: Level1;
  level2: Level2;
  level3: string;
  sign: Sign;
  target: string;
  unit: string;
  weight: string;
  measure: string;
  basis: string;
};

export type ValueRow = {
  centre_id: number;
  value_id: string;
  target_id: string;
  indicator_id: string;
  value: string;
  as_of: string;
  evidence: string;
  file_id: string | null;
  file_name: string;
  by_id: string;
  by_name: string;
  at: Date;
};

export type ReviewTable = {
  centre_id: number;
  review_id: string;
  target_id: string;
  kind: ReviewKind;
  as_of: string;
  state: 'draft' | 'submitted';
  limit_fen: bigint;
  paid_fen: bigint;
  rows: ColumnType<ReviewRow[], string, string>;
  conclusion: string;
  by_name: string;
  version: number;
  updated_at: Date;
};

/** The tables of this module, and no others. */
export type PerformanceTables = {
  'performance.target': TargetRow;
  'performance.indicator': IndicatorRow;
  'performance.recorded_value': ValueRow;
  'performance.review': ReviewTable;
};
