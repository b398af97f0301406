import type { Actor } from '#kernel/access/contract-actor.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import type { Tx } from '#kernel/db/types.ts';
import { encodeSlip } from '#kernel/documents/escpos/encode-slip.ts';
import type { RollWidth, SlipBlock } from '#kernel/documents/escpos/slip.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  events,
  type PrintAnswer,
  type PrinterTransport,
  type PrinterTrouble,
  type PrintOutcome,
  type PrintRequest,
  type PrintState,
  problems,
} from '../../contract.ts';
import type { DeviceDeps } from '../deps.ts';
import { tellOfDevice } from '../events.ts';
import * as repository from '../repository-printing.ts';
import { getCaller } from '../speak-as-device.ts';
import type { DeviceRow, PrintJobRow } from '../tables.ts';
import { checkPrinter, sendToPrinter } from './network-printer.ts';
import { findSettings, type Settings } from './settings.ts';

const NO_PRINTER = { state: 'failed', trouble: 'no-printer' } as const;

/**
 * Prints a slip at most once for its number. A job that came out, or of which nobody knows, is not sent again;
 * one of which certainly nothing was printed is. Where the device prints itself, it is given the bytes once.
 */
export async function printSlip(
  deps: DeviceDeps,
  actor: Actor,
  request: PrintRequest,
): Promise<PrintAnswer> {
  const { device, settings } = await findOwn(deps, actor);
  const bytes = encodeSlip({ blocks: blocksOf(request) }, settings.roll);
  const job = await claimJob(deps, actor, device, request, sm3Hex(bytes));
  const answer = { jobId: request.jobId, transport: settings.transport, roll: settings.roll };
  if (!job.isOurs) return { ...answer, ...toStanding(job.row, deps.clock.now()), bytes: null };
  const outcome = await sendOut(settings, bytes);
  if (outcome === 'by-device') {
    return {
      ...answer,
      state: 'sending',
      trouble: null,
      bytes: Buffer.from(bytes).toString('base64'),
    };
  }
  const row = await settle(deps, actor, request.jobId, outcome);
  return { ...answer, ...toStanding(row, deps.clock.now()), bytes: null };
}

/** Keeps what came of a slip that the device printed itself; a later word changes nothing. */
export async function reportPrint(
  deps: DeviceDeps,
  actor: Actor,
  jobId: string,
  outcome: PrintOutcome,
): Promise<PrintAnswer> {
  const { settings } = await findOwn(deps, actor);
  const row = await settle(deps, actor, jobId, outcome);
  return {
    jobId,
    transport: settings.transport,
    roll: settings.roll,
    ...toStanding(row, deps.clock.now()),
    bytes: null,
  };
}

/** How the calling device prints, and how its printer is when that can be asked from here. */
export async function checkOwnPrinter(
  deps: DeviceDeps,
  actor: Actor,
): Promise<{
  transport: PrinterTransport | null;
  roll: RollWidth;
  trouble: PrinterTrouble | null;
}> {
  const { settings } = await findOwn(deps, actor);
  const { transport, roll } = settings;
  if (transport === null) return { transport, roll, trouble: 'no-printer' };
  const trouble = transport === 'network' ? await checkPrinter(settings) : undefined;
  return { transport, roll, trouble: trouble ?? null };
}

async function findOwn(
  deps: DeviceDeps,
  actor: Actor,
): Promise<{ readonly device: DeviceRow; readonly settings: Settings }> {
  const { db } = deps.database;
  const device = await getCaller(db, actor);
  return { device, settings: await findSettings(db, device) };
}

/** A second copy says so at its head, so that nobody is served twice for it. */
function blocksOf(request: PrintRequest): SlipBlock[] {
  if (request.reprintOf === null) return request.slip.blocks;
  const mark = {
    kind: 'text',
    text: '〔补打 REPRINT〕',
    align: 'centre',
    size: 1,
    bold: true,
  } as const;
  return [mark, ...request.slip.blocks];
}

/** Takes the job for this request, or says how it stands with another. */
async function claimJob(
  deps: DeviceDeps,
  actor: Actor,
  device: DeviceRow,
  request: PrintRequest,
  hash: string,
): Promise<{ readonly isOurs: boolean; readonly row: PrintJobRow }> {
  const key = { centreId: actor.centreId, jobId: request.jobId };
  return deps.database.transaction(async (tx) => {
    const entered = await repository.insertJob(tx, {
      centre_id: actor.centreId,
      job_id: request.jobId,
      device_id: device.device_id,
      title: request.title,
      slip_hash: hash,
      state: 'sending',
      trouble: null,
      attempts: 1,
      reprint_of: request.reprintOf,
      requested_at: deps.clock.now(),
      settled_at: null,
    });
    if (entered) return { isOurs: true, row: entered };
    const row = orNotFound(await repository.lockJob(tx, key));
    if (row.device_id !== device.device_id || row.slip_hash !== hash)
      throw new ProblemError(problems.otherSlip);
    if (row.state !== 'failed') return { isOurs: false, row };
    repository.restartJob(tx, key, row.attempts + 1, deps.clock.now());
    return { isOurs: true, row };
  });
}

async function sendOut(
  settings: Settings,
  bytes: Uint8Array,
): Promise<'by-device' | (Omit<PrintOutcome, 'trouble'> & { trouble: PrinterTrouble | null })> {
  switch (settings.transport) {
    case null:
      return NO_PRINTER;
    case 'network': {
      const outcome = await sendToPrinter(settings, bytes);
      return { trouble: null, ...outcome };
    }
    case 'usb':
    case 'agent':
    case 'simulator':
      return 'by-device';
  }
}

async function settle(
  deps: DeviceDeps,
  actor: Actor,
  jobId: string,
  outcome: PrintOutcome,
): Promise<PrintJobRow> {
  return deps.database.transaction(async (tx: Tx) => {
    const device = await getCaller(tx, actor);
    const key = { centreId: actor.centreId, jobId };
    const row = orNotFound(await repository.lockJob(tx, key));
    if (row.device_id !== device.device_id) throw new ProblemError(problems.notADevice);
    if (row.state !== 'sending') return row;
    const { state, trouble } = outcome;
    repository.settleJob(tx, key, { state, trouble }, deps.clock.now());
    tellOfDevice({ tx, clock: deps.clock, actor }, events.slipPrinted, device, {
      jobId,
      state,
      trouble,
    });
    return { ...row, state, trouble };
  });
}

/** Longer than any printer is given to answer: who sent the slip is gone. */
const GIVEN_UP_MS = 30_000;

/** How a job stands: one that has been on its way for too long may have come out or not. */
export function toStanding(
  row: PrintJobRow,
  now: Date,
): { readonly state: PrintState; readonly trouble: PrinterTrouble | null } {
  const isGivenUp =
    row.state === 'sending' && now.getTime() - row.requested_at.getTime() > GIVEN_UP_MS;
  return { state: isGivenUp ? 'unknown' : row.state, trouble: row.trouble };
}
