import type { Light } from '../../contract.ts';

/** A light turns yellow at this part of a target, so that a window can be opened before it is red. */
const NEAR = 0.75;

/** How a line stands: the wait that is to be expected and the people in it, each against its target. Nobody waits: green. */
export function lightOf(
  line: { readonly waiting: number; readonly forecastMinutes: number },
  target: {
    readonly targetMinutes: number;
    readonly warnPeople: number;
    readonly warnMinutes: number;
  },
): Light {
  const { waiting, forecastMinutes } = line;
  if (waiting === 0) return 'green';
  const { targetMinutes, warnPeople, warnMinutes } = target;
  if (forecastMinutes > targetMinutes || waiting >= warnPeople || forecastMinutes >= warnMinutes)
    return 'red';
  const isNear =
    forecastMinutes >= targetMinutes * NEAR ||
    waiting >= warnPeople * NEAR ||
    forecastMinutes >= warnMinutes * NEAR;
  return isNear ? 'yellow' : 'green';
}
