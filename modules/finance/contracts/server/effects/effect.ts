import type { Actor } from '#kernel/access/contract-actor.ts';
import type { WorkingCalendar } from '#kernel/calendar/working-days.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';

/** What an approved document, or a record taken over, does: everything that its act needs. */
export interface EffectContext {
  readonly deps: ContractsDeps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  /** Null for records taken over from before. */
  readonly documentId: string | null;
  readonly isDemonstration: boolean;
}

/** What an act came to, for the document and for lists. */
export interface Effect {
  readonly title: string;
  readonly amountFen: Fen;
  readonly contractId: string | null;
  /** What it made: an item, a contract, a settlement, a payment. */
  readonly madeId: string | null;
}

export function requireNotBefore(day: Day, earliest: Day): void {
  if (day < earliest) throw new ProblemError(problems.tooEarly, { asked: day, held: earliest });
}

export function requireNotAfter(day: Day, latest: Day): void {
  if (day > latest) throw new ProblemError(problems.tooLate, { asked: day, held: latest });
}
