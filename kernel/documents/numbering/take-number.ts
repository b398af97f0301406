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
