import { z } from 'zod';

import { Day, Id } from '#kernel/http/shapes.ts';

import {
  ContractState,
  ContractType,
  Figures,
  Forecast,
  PublicationState,
  Stage,
  VersionState,
  Yuan,
} from './of-money.ts';

/** A project in a year, as the list shows it. */
export const ProjectRow = z.object({
  code: z.string(),
  name: z.string(),
  /** 归口科室; empty where the book names none. */
  office: z.string(),
  figures: Figures,
  contracts: z.number().int(),
  overdue: z.number().int(),
  /** Metered contracts of the project. */
  forecasts: z.array(Forecast),
});
export type ProjectRow = z.infer<typeof ProjectRow>;

export const YearTotals = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  projects: z.number().int(),
  contracts: z.number().int(),
  overdue: z.number().int(),
  figures: Figures,
});
export type YearTotals = z.infer<typeof YearTotals>;

export const ProjectContractShown = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  supplier: z.string(),
  type: ContractType,
  state: ContractState,
  signedOn: Day,
  price: Yuan,
  settled: Yuan,
  paid: Yuan,
  publication: PublicationState,
  overdue: z.number().int(),
});
export type ProjectContractShown = z.infer<typeof ProjectContractShown>;

export const ProjectYearShown = z.object({
  year: z.number().int(),
  figures: Figures,
  lines: z.array(z.object({ id: Id, key: z.string(), name: z.string(), figures: Figures })),
  contracts: z.array(ProjectContractShown),
  forecasts: z.array(Forecast),
});
export type ProjectYearShown = z.infer<typeof ProjectYearShown>;

/** What a version of the budget gives the project. */
export const ProjectVersion = z.object({
  versionId: Id,
  year: z.number().int(),
  stage: Stage,
  number: z.number().int(),
  state: VersionState,
  /** Number of the approval; empty before. */
  document: z.string(),
  amount: Yuan,
  lines: z.array(z.object({ key: z.string(), part: z.string(), amount: Yuan })),
});
export type ProjectVersion = z.infer<typeof ProjectVersion>;

/** The card of a project. */
export const Project = z.object({
  code: z.string(),
  name: z.string(),
  office: z.string(),
  implementer: z.string(),
  startsOn: Day,
  endsOn: Day,
  /** What it is for. */
  overview: z.string(),
  /** Newest first. */
  years: z.array(ProjectYearShown),
  versions: z.array(ProjectVersion),
});
export type Project = z.infer<typeof Project>;
