import type { TicketAct, TicketState } from '../../contract.ts';

/** From which states an act is lawful. */
const FROM: Readonly<Record<TicketAct, readonly TicketState[]>> = {
  issued: [],
  called: ['waiting', 'missed', 'held'],
  recalled: ['called'],
  started: ['called'],
  finished: ['serving'],
  missed: ['called'],
  requeued: ['missed'],
  transferred: ['called', 'serving'],
  held: ['serving'],
  resumed: ['held'],
  left: ['waiting', 'called', 'held', 'missed'],
  expired: ['waiting', 'called', 'serving', 'held'],
  released: ['called', 'serving'],
  'green-allowed': ['waiting'],
};

/** Whether an act may follow on a state. */
export function isLawful(act: TicketAct, state: TicketState): boolean {
  return FROM[act].includes(state);
}

/** Seconds until a ticket may be called again; 0 at once. */
export function secondsUntilRecall(lastCalledAt: Date | null, now: Date, gap: number): number {
  if (lastCalledAt === null) return 0;
  return Math.max(0, Math.ceil(gap - (now.getTime() - lastCalledAt.getTime()) / 1000));
}
