/** What a forecast rests on. Times in minutes. */
export interface Load {
  /** Tickets that go first. */
  readonly ahead: number;
  /** Services of today, newest first: from call to end. */
  readonly samples: readonly number[];
  /** What one takes before the day has shown it. */
  readonly usual: number;
  /** For each window that is busy with the line, how long its present service has lasted. */
  readonly elapsed: readonly number[];
  /** Open windows that are free. */
  readonly free: number;
  /** Which part of those windows the line has: 1 when they serve nothing else. */
  readonly part: number;
}

/** The usual time counts as much as so many services of today. */
const PRIOR_WEIGHT = 3;
/** A service longer than expected is taken to last this part of one more. */
const OVERDUE_PART = 0.35;

/** The mean without the shortest and longest tenth, so that one forgotten ticket does not spoil a day. */
export function trimmedMean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const cut = Math.floor(values.length / 10);
  const kept = values.toSorted((left, right) => left - right).slice(cut, values.length - cut);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** Minutes that one service of the line takes now. */
export function expectService({ samples, usual }: Pick<Load, 'samples' | 'usual'>): number {
  const mean = trimmedMean(samples);
  if (mean === undefined) return usual;
  return (mean * samples.length + usual * PRIOR_WEIGHT) / (samples.length + PRIOR_WEIGHT);
}

/**
 * Minutes until the turn of somebody with so many ahead: the windows as they stand are played forward, each
 * taking the next in line when it becomes free. Without an open window as if one opened now.
 */
export function forecastWait(load: Load): number {
  const service = expectService(load);
  const busy = load.elapsed.map((elapsed) =>
    Math.max(service - elapsed, elapsed > 0 ? service * OVERDUE_PART : service),
  );
  const freeAt = [...Array.from({ length: load.free }, () => 0), ...busy];
  if (freeAt.length === 0) freeAt.push(0);
  let turn = 0;
  for (let position = 0; position <= load.ahead; position += 1) {
    turn = Math.min(...freeAt);
    freeAt[freeAt.indexOf(turn)] = turn + service;
  }
  return turn / Math.min(1, Math.max(load.part, 0.1));
}

/** The plain mean that forecasts are compared with: everybody ahead takes the usual time, at so many windows. */
export function plainForecast(ahead: number, usual: number, windows: number): number {
  return (ahead * usual) / Math.max(1, windows);
}

/** The mean of the absolute errors; null before there are five to judge by. */
export function meanError(errors: readonly number[]): number | null {
  if (errors.length < 5) return null;
  return errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
}
