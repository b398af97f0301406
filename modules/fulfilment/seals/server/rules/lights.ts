import type { Day } from '#kernel/clock/day.ts';

import type { Light, SetState } from '../../contract.ts';

/** With a maker, or on the way to one: the promise runs. */
export const MAKING = [
  'applied',
  'dispatched',
  'accepted',
  'filed',
  'engraved',
  'handed-over',
] as const satisfies readonly SetState[];

export interface Timed {
  readonly state: SetState;
  readonly answer_by: Date | null;
  readonly due_on: Day | null;
}

/** 超期 once the day of the promise is over, or a maker did not answer in time; 临期 on the day itself. */
export function lightOf({ state, answer_by, due_on }: Timed, now: Date, today: Day): Light {
  if (!MAKING.some((one) => one === state)) return 'green';
  if (state === 'dispatched' && answer_by !== null && answer_by < now) return 'red';
  if (due_on === null || due_on > today) return 'green';
  return due_on < today ? 'red' : 'yellow';
}
