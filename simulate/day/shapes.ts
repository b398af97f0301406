import type { Grade } from '#modules/hall/evaluation/contract.ts';
import type { FinishKind, PriorityGroup } from '#modules/hall/queue/contract.ts';

/** From and to in minutes after midnight. */
export type Stretch = readonly [from: number, to: number];

/** A line of the hall as the plan needs it, read from the centre before the day begins. */
export interface Line {
  readonly siteId: string;
  readonly siteCode: string;
  readonly isDistrict: boolean;
  readonly businessId: string;
  readonly code: string;
  readonly letter: string;
  readonly isRealName: boolean;
  /** Whose matters it stands for; empty for all. */
  readonly departmentCodes: readonly string[];
  readonly usualMinutes: number;
  /** Those that serve it as their own, by number. */
  readonly windowIds: readonly string[];
  /** Those that help out when their own line is empty. */
  readonly helperIds: readonly string[];
  /** When the site is open on the day. */
  readonly open: readonly Stretch[];
}

/** One person's visit, decided before the day begins; what the hall does with them is the hall's. */
export interface Visit {
  readonly index: number;
  readonly line: Line;
  /** Minutes after midnight at which they stand before the machine; nobody is there before the doors open. */
  readonly arrivesAt: number;
  readonly channel: 'machine' | 'desk' | 'appointment';
  /** Whether somebody who booked comes at all. */
  readonly comes: boolean;
  readonly priority: PriorityGroup | undefined;
  /** What they do when the wait is longer than this. */
  readonly patienceMinutes: number;
  readonly impatience: 'leaves' | 'gives-up' | 'stays';
  /** The call that they hear; 4 when all three are missed, after which they come back. */
  readonly hearsCall: number;
  readonly walkSeconds: number;
  readonly serviceSeconds: number;
  readonly turn: 'none' | 'hold' | 'transfer';
  readonly finish: FinishKind;
  readonly rating: { readonly way: 'pad' | 'phone'; readonly grade: Grade } | undefined;
}

export interface Staffing {
  readonly windowId: string;
  readonly lines: readonly Line[];
  /** One break of so many minutes from then on, in minutes after midnight. */
  readonly pause: { readonly at: number; readonly minutes: number } | undefined;
}

export interface DayPlan {
  readonly visits: readonly Visit[];
  readonly staffing: readonly Staffing[];
}
