import type { Day } from '#kernel/clock/day.ts';
import { atLocalMinute, localDay } from '#kernel/clock/local-day.ts';

import { isLawful, SetAct, type SetState, stateAfter } from '../../contract.ts';

const STEP = /^([a-z-]+)@(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/u;

/** One step of a set of the past. */
export interface PastStep {
  readonly act: SetAct;
  readonly at: Date;
  readonly from: SetState | null;
  readonly to: SetState;
}

export interface Past {
  readonly steps: readonly PastStep[];
  readonly state: SetState;
}

/**
 * Reads what happened to a set, `claim@2026-10-09 14:05` a step, in its order. Gives the first step that is not understood,
 * earlier than the one before, or not lawful where the set stood.
 */
export function readPast(
  texts: readonly string[],
  zone: string,
): Past | { readonly wrong: string } {
  const steps: PastStep[] = [];
  for (const text of texts) {
    const step = readStep(text, steps.at(-1), zone);
    if (step === undefined) return { wrong: text };
    steps.push(step);
  }
  const last = steps.at(-1);
  return last === undefined ? { wrong: '' } : { steps, state: last.to };
}

function readStep(text: string, before: PastStep | undefined, zone: string): PastStep | undefined {
  const [, name, day = '', hour, minute] = STEP.exec(text) ?? [];
  const { data: act } = SetAct.safeParse(name);
  if (act === undefined) return undefined;
  const at = atLocalMinute(day, Number(hour) * 60 + Number(minute), zone);
  if (before === undefined)
    return act === 'open' ? { act, at, from: null, to: 'eligible' } : undefined;
  if (at < before.at || !isLawful(act, before.to)) return undefined;
  return { act, at, from: before.to, to: stateAfter(act, before.to) };
}

/** When an act was done last. */
export const lastAt = ({ steps }: Past, ...acts: readonly SetAct[]): Date | null =>
  steps.findLast(({ act }) => acts.includes(act))?.at ?? null;

/** The day of the first signature: it alone is counted. */
export function firstSignedOn({ steps }: Past, zone: string): Day | null {
  const first = steps.find(({ to }) => to === 'signed');
  return first === undefined ? null : localDay(first.at, zone);
}
