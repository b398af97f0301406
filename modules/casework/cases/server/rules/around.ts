import type { WorkingCalendar } from '#kernel/calendar/working-days.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { FieldFault } from '#kernel/problems/problem-error.ts';

import type { CasePaper, CaseSettings, CaseState, Deadlines, OutcomeCode } from '../../contract.ts';
import type { Text } from '../../contract/of-matters.ts';
import type { CaseFile } from './case-file.ts';

/** Another case of the same bundle. */
export interface Sibling {
  readonly id: string;
  readonly caseNo: string;
  readonly name: Text;
  readonly state: CaseState;
  readonly outcome: OutcomeCode | null;
  readonly isPrerequisite: boolean;
}

/** An opinion that another department owes. */
export interface AskedOpinion {
  readonly id: string;
  readonly departmentId: string;
  readonly isOpen: boolean;
}

/** All that a decision about a case may look at. Loaded once, so that the rules need no database. */
export interface Around {
  readonly file: CaseFile;
  readonly papers: readonly CasePaper[];
  readonly formFaults: readonly FieldFault[];
  readonly unanswered: readonly string[];
  readonly siblings: readonly Sibling[];
  readonly children: readonly Sibling[];
  readonly opinions: readonly AskedOpinion[];
  readonly deadlines: Deadlines;
  readonly calendar: WorkingCalendar;
  readonly settings: CaseSettings;
  readonly today: Day;
  readonly actorId: string;
}

/** What was typed with an act, as far as guards look at it. */
export interface Typed {
  readonly reason?: string | undefined;
  readonly remedy?: string | undefined;
  readonly authority?: string | undefined;
  readonly mode?: 'complete' | 'tolerant' | 'promise' | undefined;
  readonly promised?: boolean | undefined;
  readonly supplementDueOn?: Day | undefined;
  readonly dueOn?: Day | undefined;
  readonly items?: ReadonlyArray<{
    readonly paperKey?: string | undefined;
    readonly field?: string | undefined;
    readonly defect: string;
    readonly consequenceOf?: string | undefined;
  }>;
  readonly kind?: string | undefined;
  readonly neededDays?: number | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly specialId?: string | undefined;
  readonly days?: number | undefined;
  readonly opinionId?: string | undefined;
  readonly isSiteCheck?: boolean | undefined;
  readonly way?: 'window' | 'courier' | 'electronic' | undefined;
  readonly signatureFileId?: string | undefined;
  readonly trackingNo?: string | undefined;
  readonly trackingState?: number | undefined;
  readonly ground?: string | undefined;
  /** The applicant took the result from their own page. */
  readonly isDownload?: boolean | undefined;
}

/** The case has `paper` as it is, whether by the state of the checklist or by what is just handed in. */
export const papersIn = (around: Around, state: CasePaper['state']) =>
  around.papers.filter((paper) => paper.state === state);
