import type { z } from 'zod';

import type { Day } from '#kernel/clock/day.ts';

import type {
  AcceptMode,
  CaseAct,
  CaseState,
  Channel,
  ClockFacts,
  ClockTerms,
  Correction,
  Decision,
  Examination,
  OutcomeCode,
  PromiseState,
  ProxyStage,
  SpecialProcedure,
  Stage,
} from '../../contract.ts';
import { stageOf } from '../../contract.ts';
import type { ProjectType, SpecialProcedureKind, Text } from '../../contract/of-matters.ts';

type Words = z.infer<typeof Text>;

/** What the edition said when the case was taken in; it stays when the matter changes. */
export interface CaseTerms extends ClockTerms {
  readonly specials: ReadonlyArray<{
    readonly kind: z.infer<typeof SpecialProcedureKind>;
    readonly mostDays: number;
  }>;
  readonly toleranceAllowed: boolean;
  readonly supplementDays: number;
  readonly promiseAllowed: boolean;
  /** Why 告知承诺 is closed to the matter, `none` when it is not. */
  readonly promiseExcluded: string;
  readonly inspectWithinDays: number;
  readonly examiners: 1 | 2;
  readonly siteCheck: boolean;
  readonly informThirdParties: boolean;
  readonly delivery: ReadonlyArray<'window' | 'courier' | 'electronic'>;
  readonly licenceKind: string | null;
  readonly resultName: Words;
  /** Null when the permit does not expire. */
  readonly validMonths: number | null;
  readonly itemKind: string;
  readonly authority: { readonly name: string; readonly creditCode: string };
}

export interface Extension {
  readonly days: number;
  readonly on: Day;
  readonly reason: string;
  readonly byName: string;
}

export interface ProofOfDelivery {
  readonly way: 'window' | 'courier' | 'electronic';
  readonly at: string;
  /** Sealed; whoever signed. */
  readonly recipientSealed: string;
  readonly signatureFileId: string | null;
  readonly trackingNo: string;
  readonly place: string;
  readonly byName: string;
}

/**
 * A case as its history makes it. Nothing in it comes from elsewhere: the history alone gives it again, so the
 * row can be compared with it. Holds nothing personal in plain; the form lies sealed beside it.
 */
export interface CaseFile {
  readonly id: string;
  readonly caseNo: string;
  readonly queryCode: string;
  readonly state: CaseState;
  /** Where it stood before a special procedure. */
  readonly before: CaseState | null;
  /** Where it stood when the applicant asked to withdraw. */
  readonly beforeWithdrawal: CaseState | null;
  readonly version: number;
  readonly kind: 'single' | 'parent' | 'child';
  readonly parentId: string | null;
  readonly isPrerequisite: boolean;
  readonly bundleId: string | null;
  readonly matterId: string;
  readonly editionId: string;
  readonly taskCode: string;
  readonly matterName: Words;
  readonly itemKey: string;
  readonly itemCode: string;
  readonly itemName: Words;
  readonly projectType: z.infer<typeof ProjectType>;
  readonly departmentId: string | null;
  readonly departmentCode: string;
  readonly siteId: string | null;
  readonly windowId: string | null;
  readonly channel: Channel;
  readonly partyId: string;
  readonly agentId: string | null;
  /** The account to which messages go, when the applicant has one. */
  readonly accountId: string | null;
  readonly ticketId: string | null;
  /** Which of the filled-in forms counts, 1 for the first. */
  readonly formNo: number;
  readonly terms: CaseTerms;
  readonly facts: ClockFacts;
  readonly submittedAt: string;
  readonly receivedAt: string | null;
  readonly acceptMode: AcceptMode | null;
  readonly supplementDueOn: Day | null;
  readonly handler: { readonly id: string; readonly name: string } | null;
  readonly corrections: readonly Correction[];
  /** Papers and fields that the last resubmission changed. */
  readonly lastChanged: readonly string[];
  readonly specials: readonly SpecialProcedure[];
  readonly extension: Extension | null;
  readonly examinations: readonly Examination[];
  readonly thirdPartiesInformedOn: Day | null;
  readonly decision: Decision | null;
  readonly outcome: OutcomeCode | null;
  readonly outcomeReason: string;
  readonly remedy: string;
  readonly licenceId: string | null;
  readonly trackingNo: string;
  readonly delivery: ProofOfDelivery | null;
  readonly dossierHash: string | null;
  readonly promise: {
    readonly state: PromiseState;
    readonly inspectBy: Day | null;
    readonly rectifyBy: Day | null;
  } | null;
  readonly proxy: {
    readonly stage: ProxyStage;
    readonly collectedAt: string;
    readonly placeName: string;
    readonly trackingNo: string;
  } | null;
  readonly updatedAt: string;
  readonly updatedByName: string;
}

/** What an act sets; state, version, time and name follow from the entry itself. */
export type Changes = Partial<
  Omit<CaseFile, 'id' | 'state' | 'version' | 'updatedAt' | 'updatedByName'>
>;

/** One entry of the history. */
export interface CaseEntry {
  readonly seq: number;
  readonly at: string;
  readonly act: CaseAct;
  readonly byKind: 'staff' | 'applicant' | 'system';
  readonly byId: string;
  readonly byName: string;
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly changes: Changes;
  /** What was written along. */
  readonly note: string;
  /** Whether the applicant sees the note. */
  readonly isPublic: boolean;
  /** Codes for the history page: what was told, which papers. */
  readonly detail: Readonly<Record<string, unknown>>;
}

const NEW: Omit<CaseFile, 'id' | keyof Birth> = {
  state: 'received',
  before: null,
  beforeWithdrawal: null,
  version: 0,
  kind: 'single',
  parentId: null,
  isPrerequisite: false,
  bundleId: null,
  siteId: null,
  windowId: null,
  agentId: null,
  accountId: null,
  ticketId: null,
  formNo: 1,
  receivedAt: null,
  acceptMode: null,
  supplementDueOn: null,
  handler: null,
  corrections: [],
  lastChanged: [],
  specials: [],
  extension: null,
  examinations: [],
  thirdPartiesInformedOn: null,
  decision: null,
  outcome: null,
  outcomeReason: '',
  remedy: '',
  licenceId: null,
  trackingNo: '',
  delivery: null,
  dossierHash: null,
  promise: null,
  proxy: null,
  updatedAt: '',
  updatedByName: '',
};

/** What the first entry of every history sets. */
export type Birth = Pick<
  CaseFile,
  | 'caseNo'
  | 'queryCode'
  | 'matterId'
  | 'editionId'
  | 'taskCode'
  | 'matterName'
  | 'itemKey'
  | 'itemCode'
  | 'itemName'
  | 'projectType'
  | 'departmentId'
  | 'departmentCode'
  | 'channel'
  | 'partyId'
  | 'terms'
  | 'facts'
  | 'submittedAt'
>;

/** The case after one more entry. The first entry brings everything of `Birth`. */
export function applyEntry(file: CaseFile | undefined, id: string, entry: CaseEntry): CaseFile {
  return {
    ...(file ?? ({ ...NEW, id } as CaseFile)),
    ...entry.changes,
    id,
    state: entry.to,
    version: entry.seq,
    updatedAt: entry.at,
    updatedByName: entry.byName,
  };
}

/** The case that a history tells. Throws when an entry is missing. */
export function replay(id: string, entries: readonly CaseEntry[]): CaseFile {
  let file: CaseFile | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1)
      throw new Error(`Entry ${index + 1} of the history of ${id} is missing`);
    file = applyEntry(file, id, entry);
  }
  if (file === undefined) throw new Error(`The history of ${id} is empty`);
  return file;
}

/** Which limit runs; a request to withdraw stops none. */
export function stageOfFile({
  state,
  beforeWithdrawal,
}: Pick<CaseFile, 'state' | 'beforeWithdrawal'>): Stage {
  return stageOf[state === 'withdraw-pending' ? (beforeWithdrawal ?? state) : state];
}
