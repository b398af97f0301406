import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  events,
  permissions,
  type PrinterSettings,
  type PrintJob,
  problems,
} from '../../contract.ts';
import type { DeviceDeps } from '../deps.ts';
import { tellOfDevice } from '../events.ts';
import * as printing from '../repository-printing.ts';
import * as repository from '../repository.ts';
import { toStanding } from './print-slip.ts';
import { findSettings } from './settings.ts';

/** How a device prints, and its last slips. */
export async function getPrinter(
  { database: { db }, clock }: DeviceDeps,
  actor: Actor,
  deviceId: string,
): Promise<{ settings: PrinterSettings | null; jobs: PrintJob[] }> {
  const device = orNotFound(await repository.findDevice(db, actor.centreId, deviceId));
  authorise(actor, permissions.view.name, { siteId: device.site_id });
  const [{ transport, ...rest }, jobs] = await Promise.all([
    findSettings(db, device),
    printing.listJobs(db, actor.centreId, deviceId),
  ]);
  return {
    settings: transport === null ? null : { transport, ...rest },
    jobs: jobs.map((row) => ({
      jobId: row.job_id,
      title: row.title,
      ...toStanding(row, clock.now()),
      attempts: row.attempts,
      reprintOf: row.reprint_of,
      requestedAt: row.requested_at.toISOString(),
      settledAt: row.settled_at?.toISOString() ?? null,
    })),
  };
}

/** Says how a device prints. */
export async function savePrinter(
  deps: DeviceDeps,
  actor: Actor,
  deviceId: string,
  input: PrinterSettings,
  once: Once,
): Promise<PrinterSettings> {
  return deps.database.transaction(async (tx) => {
    const device = orNotFound(await repository.lockDevice(tx, actor.centreId, deviceId));
    authorise(actor, permissions.manage.name, { siteId: device.site_id });
    if (input.transport === 'network' && input.host === '')
      throw new ProblemError(problems.printerWithoutAddress);
    printing.savePrinter(tx, {
      centre_id: actor.centreId,
      device_id: deviceId,
      transport: input.transport,
      roll_mm: input.roll,
      host: input.host,
      port: input.port,
    });
    const { transport, host } = input;
    tellOfDevice(
      { tx, clock: deps.clock, actor },
      events.printerSaved,
      device,
      { transport },
      { host },
    );
    once.claim(tx, input);
    return input;
  });
}
