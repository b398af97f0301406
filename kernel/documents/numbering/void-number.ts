import type { Actor } from '../../access/contract-actor.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Db, Tx } from '../../db/types.ts';
import * as repository from './repository.ts';
import { type Series, toPeriod } from './series.ts';

/** A number that was taken and is not in use. */
export interface VoidNumber {
  readonly serial: number;
  /** As it was written on the paper. */
  readonly shownAs: string;
  readonly reason: string;
  readonly voidedByName: string;
  readonly voidedAt: Date;
}

/**
 * Explains a number that was taken and is not used (作废): a paper withdrawn, spoilt or drawn up twice. Written
 * once, into the audit log too; the number is never given again. Throws RangeError for one that was never taken
 * or that is explained already.
 */
export async function voidNumber(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  taken: Series & { readonly serial: number; readonly shownAs: string; readonly reason: string },
): Promise<void> {
  const { centreId, series, serial, shownAs, reason } = taken;
  const period = toPeriod(taken);
  const last = await repository.lockLast(tx, centreId, series, period);
  if (!Number.isInteger(serial) || serial < 1 || serial > last) {
    throw new RangeError(`${series} ${period}: number ${serial} was never taken`);
  }
  if (reason.trim() === '') throw new RangeError('A void number has a reason');
  const known = await repository.listVoids(tx, centreId, series, period);
  if (known.some((row) => row.serial === serial)) {
    throw new RangeError(`${series} ${period}: number ${serial} is void already`);
  }
  repository.insertVoid(tx, {
    centre_id: centreId,
    series,
    period,
    serial,
    shown_as: shownAs,
    reason,
    voided_by: actor.id,
    voided_by_name: actor.name,
    voided_at: clock.now(),
  });
  recordAudit(tx, clock, actor, {
    act: 'documents.number-voided',
    subject: { kind: 'documents.series', id: series },
    body: { period, serial, shownAs, reason },
  });
}

/** The void numbers of a series, in order. */
export async function listVoidNumbers(db: Db, series: Series): Promise<VoidNumber[]> {
  const rows = await repository.listVoids(db, series.centreId, series.series, toPeriod(series));
  return rows.map((row) => ({
    serial: row.serial,
    shownAs: row.shown_as,
    reason: row.reason,
    voidedByName: row.voided_by_name,
    voidedAt: row.voided_at,
  }));
}

/** Numbers that were taken, are not among those in use, and that nobody explained; none when the register is whole. */
export async function listUnexplained(
  db: Db,
  series: Series,
  inUse: Iterable<number>,
): Promise<number[]> {
  const period = toPeriod(series);
  const last = await repository.findLast(db, series.centreId, series.series, period);
  const voids = await repository.listVoids(db, series.centreId, series.series, period);
  const explained = new Set([...inUse, ...voids.map(({ serial }) => serial)]);
  return Array.from({ length: last }, (_, index) => index + 1).filter(
    (serial) => !explained.has(serial),
  );
}
