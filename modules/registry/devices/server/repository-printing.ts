import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { PrinterTrouble, PrintState } from '../contract.ts';
import type { DeviceTables, PrinterRow, PrintJobRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<DeviceTables>();

export interface JobKey {
  readonly centreId: number;
  readonly jobId: string;
}

export function findPrinter(
  db: Db,
  centreId: number,
  deviceId: string,
): Promise<PrinterRow | undefined> {
  return tables(db)
    .selectFrom('devices.printer')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
}

export function savePrinter(tx: Tx, row: PrinterRow): void {
  const { transport, roll_mm, host, port } = row;
  send(
    tx,
    tables(tx)
      .insertInto('devices.printer')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['centre_id', 'device_id'])
          .doUpdateSet({ transport, roll_mm, host, port }),
      ),
  );
}

/** Enters a job; undefined when the number is there already. */
export function insertJob(tx: Tx, row: PrintJobRow): Promise<PrintJobRow | undefined> {
  return tables(tx)
    .insertInto('devices.print_job')
    .values(row)
    .onConflict((conflict) => conflict.columns(['centre_id', 'job_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function lockJob(tx: Tx, { centreId, jobId }: JobKey): Promise<PrintJobRow | undefined> {
  return tables(tx)
    .selectFrom('devices.print_job')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('job_id', '=', jobId)
    .forUpdate()
    .executeTakeFirst();
}

/** A job of which certainly nothing was printed sets out again. */
export function restartJob(tx: Tx, { centreId, jobId }: JobKey, attempts: number, at: Date): void {
  send(
    tx,
    tables(tx)
      .updateTable('devices.print_job')
      .set({ state: 'sending', trouble: null, attempts, requested_at: at, settled_at: null })
      .where('centre_id', '=', centreId)
      .where('job_id', '=', jobId),
  );
}

export function settleJob(
  tx: Tx,
  { centreId, jobId }: JobKey,
  outcome: { readonly state: PrintState; readonly trouble: PrinterTrouble | null },
  at: Date,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('devices.print_job')
      .set({ ...outcome, settled_at: at })
      .where('centre_id', '=', centreId)
      .where('job_id', '=', jobId),
  );
}

export function listJobs(db: Db, centreId: number, deviceId: string): Promise<PrintJobRow[]> {
  return tables(db)
    .selectFrom('devices.print_job')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('device_id', '=', deviceId)
    .orderBy('requested_at', 'desc')
    .limit(50)
    .execute();
}
