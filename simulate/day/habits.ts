import type { Grade } from '#modules/hall/evaluation/contract.ts';
import type { FinishKind, PriorityGroup } from '#modules/hall/queue/contract.ts';

/**
 * What people do in a district's hall on a working day, as shares of all. Most come about ten and about two; a tenth
 * books; one in thirty gives up or does not hear the call; few say how it was, and nearly all of these are content.
 */
export interface Habits {
  /** Of those who come in an hour of the wall clock; hours in which the hall is closed count for nothing. */
  readonly arrivals: Readonly<Record<number, number>>;
  /** Of all visits those to the district's hall; the others go to towns and parks. */
  readonly districtShare: number;
  readonly appointmentShare: number;
  /** Of those who booked, who never come. */
  readonly noShowShare: number;
  /** By the guide desk instead of the machine. */
  readonly deskShare: number;
  readonly priorities: ReadonlyArray<readonly [PriorityGroup | undefined, number]>;
  /** Away before the call without giving the ticket back, or having given it back. */
  readonly leavesSilently: number;
  readonly givesUp: number;
  /** At which call somebody hears; the rest comes too late and is put back in line once. */
  readonly hears: ReadonlyArray<readonly [calls: number, weight: number]>;
  readonly holdShare: number;
  readonly transferShare: number;
  readonly pauseShare: number;
  readonly finishes: ReadonlyArray<readonly [FinishKind, number]>;
  readonly rates: ReadonlyArray<readonly ['pad' | 'phone' | undefined, number]>;
  readonly grades: ReadonlyArray<readonly [Grade, number]>;
  /** How much of a line’s usual time somebody takes by what comes of it. */
  readonly lengths: Readonly<Record<FinishKind, number>>;
  /** What visitors of a line bear to wait, on average and at most: how many windows are staffed follows from it. */
  readonly bearable: { readonly meanMinutes: number; readonly mostMinutes: number };
  /** Before the doors close nobody comes any more. */
  readonly lateMinutes: number;
}

export const HABITS: Habits = {
  arrivals: { 8: 3, 9: 14, 10: 21, 11: 11, 12: 0, 13: 14, 14: 20, 15: 14, 16: 8 },
  districtShare: 0.68,
  appointmentShare: 0.1,
  noShowShare: 0.08,
  deskShare: 0.06,
  priorities: [
    [undefined, 93],
    ['elderly', 4],
    ['military', 1],
    ['disabled', 1],
    ['infant', 0.6],
    ['pregnant', 0.4],
  ],
  leavesSilently: 0.025,
  givesUp: 0.012,
  hears: [
    [1, 86],
    [2, 10],
    [3, 3],
    [4, 1],
  ],
  holdShare: 0.03,
  transferShare: 0.025,
  pauseShare: 0.35,
  finishes: [
    ['accepted', 52],
    ['collected', 14],
    ['consulted', 22],
    ['other', 8],
    ['refused', 2.5],
    ['wrong-business', 1.5],
  ],
  rates: [
    [undefined, 42],
    ['pad', 50],
    ['phone', 8],
  ],
  grades: [
    ['very-satisfied', 82],
    ['satisfied', 13],
    ['basically-satisfied', 3.6],
    ['dissatisfied', 1],
    ['very-dissatisfied', 0.4],
  ],
  lengths: {
    accepted: 1,
    refused: 0.6,
    other: 0.6,
    consulted: 0.45,
    collected: 0.35,
    'wrong-business': 0.2,
  },
  bearable: { meanMinutes: 20, mostMinutes: 60 },
  lateMinutes: 15,
};
