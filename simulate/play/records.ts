import type { ActResult } from '#modules/casework/cases/contract.ts';
import type { Grade } from '#modules/hall/evaluation/contract.ts';

import type { Chance } from '../chance.ts';
import type { Visit } from '../day/plan.ts';
import type { Posing } from '../posing.ts';
import type { MatterAtHand } from './papers.ts';

/** Somebody with a ticket in their hand, as the simulation follows them. */
export interface Guest {
  readonly visit: Visit;
  readonly ticketId: string;
  readonly number: string;
  readonly token: string;
  /** As the slip said; not a number where none was given. */
  readonly forecastMinutes: number;
  readonly issuedAt: number;
  calledAt: number | undefined;
  endedAt: number | undefined;
  /** Gone without a word: no call is heard. */
  isGone: boolean;
  /** What is still to come of the visit’s turns. */
  turn: Visit['turn'];
  wasMissed: boolean;
}

export interface GivenRating {
  readonly ticketId: string;
  readonly grade: Grade;
  readonly way: 'pad' | 'phone';
}

/** A case as those who work on it know it. */
export interface Dossier {
  readonly caseId: string;
  readonly caseNo: string;
  readonly matter: MatterAtHand;
  /** Whoever received it, at their window. */
  readonly clerk: Posing;
  readonly siteId: string;
  readonly chance: Chance;
  version: number;
  state: ActResult['state'];
  isAccepted: boolean;
  /** What was put off (容缺) or is missing. */
  open: 'none' | 'deferred' | 'missing';
  /** When its result lay ready to be collected. */
  readyAt: number | undefined;
  /** Whom of the plan it comes from: a visit, or an application from home. */
  readonly from: string;
}

/** An appointment that was confirmed. */
export interface Booked {
  readonly bookingId: string;
  readonly visit: Visit;
  /** The ticket that it became; undefined for whoever did not come. */
  ticketId: string | undefined;
}
