import type { ColumnType } from 'kysely';

import type {
  BudgetFacts,
  BudgetProfile,
  BudgetTemplate,
  ControlFigure,
  RenderedBook,
  Stage,
  VersionState,
} from '../contract.ts';

type Json<T> = ColumnType<T, string, string>;
type MaybeJson<T> = ColumnType<T | null, string | null, string | null>;

/** Names by code of one register. */
export type CodesByRegister = {
  readonly function: Readonly<Record<string, string>>;
  readonly economic: Readonly<Record<string, string>>;
};

export type YearTable = {
  centre_id: number;
  year: number;
  template: Json<BudgetTemplate>;
  profile: MaybeJson<BudgetProfile>;
  codes: Json<CodesByRegister>;
  updated_at: Date;
};

export type ProjectTable = {
  centre_id: number;
  project_id: string;
  name: string;
  since: number;
  office: string;
  implementer: string;
  starts_on: string;
  ends_on: string;
  payment_kind: string;
  overview: string;
};

export type VersionTable = {
  centre_id: number;
  version_id: string;
  year: number;
  stage: Stage;
  number: number;
  state: VersionState;
  parent_id: string | null;
  facts: MaybeJson<BudgetFacts>;
  control_figures: Json<ControlFigure[]>;
  returned_for: string | null;
  submitted_by: string | null;
  document: string | null;
  approved_on: string | null;
  hash: string | null;
  version: number;
  updated_at: Date;
};

export type LineTable = {
  centre_id: number;
  version_id: string;
  line_key: string;
  fund: string;
  source: string;
  kind: string;
  function_code: string;
  economic_code: string;
  government_code: string;
  project_id: string;
  part: string;
  fen: bigint;
  note: string;
  sort_order: number;
};

export type PublicationTable = {
  centre_id: number;
  publication_id: string;
  version_id: string;
  year: number;
  title: string;
  unit: string;
  body: string;
  book: Json<RenderedBook>;
  hash: string;
  figures: number;
  approved_on: string | null;
  due_on: string | null;
  published_by: string;
  published_at: Date;
};

/** The tables of this module, and no others. */
export type BudgetTables = {
  'budget.year': YearTable;
  'budget.project': ProjectTable;
  'budget.version': VersionTable;
  'budget.line': LineTable;
  'budget.publication': PublicationTable;
};
