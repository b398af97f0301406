import type { Fee, Limit } from './item.ts';
import type { Exemption, Paper } from './paper.ts';

/** What one application needs: a function of the answers and the form, of nothing else. */
export interface Requirements {
  /** Questions that are asked, in order; answers to others are dropped. */
  readonly questions: readonly string[];
  readonly unanswered: readonly string[];
  readonly papers: readonly RequiredPaper[];
  readonly fees: ReadonlyArray<{ readonly fee: Fee; readonly amountFen: number }>;
  readonly totalFen: number;
  readonly promised: Limit;
  readonly statutory: Limit;
}

export interface RequiredPaper {
  readonly paper: Paper;
  readonly need: 'required' | 'optional' | 'exempt';
  readonly exemptBy?: Exemption;
}
