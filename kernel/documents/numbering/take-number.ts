import type { Tx } from '../../db/types.ts';
import * as repository from './repository.ts';
import { type Series, toPeriod } from './series.ts';

/**
 * Takes the next number of a series, from 1. The series is held until the transaction ends: when it commits
 * the number is taken, when it rolls back the next taker gets the same one, so no number is lost and none is
 * given twice. Other takers of the series wait meanwhile; take the number last, and of several series in the
 * order of their names. A number that was taken and is then not used is explained by `voidNumber`.
 */
export function takeNumber(tx: Tx, series: Series): Promise<number> {
  return repository.advance(tx, series.centreId, series.series, toPeriod(series));
}

/**
 * Takes a number of each series in one round trip, in the order of their names, so that nobody waits for another
 * in a circle. Answers in the order in which they were asked for.
 */
export async function takeNumbers(tx: Tx, asked: readonly Series[]): Promise<number[]> {
  const inOrder = asked
    .map((series, index) => ({ series, index }))
    .toSorted((one, other) => (one.series.series < other.series.series ? -1 : 1));
  const taken = await Promise.all(
    inOrder.map(async ({ series, index }) => ({ index, serial: await takeNumber(tx, series) })),
  );
  return taken.toSorted((one, other) => one.index - other.index).map(({ serial }) => serial);
}
