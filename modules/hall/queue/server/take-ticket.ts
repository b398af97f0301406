import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { DeviceRef } from '#modules/registry/devices/index.ts';

import {
  type DeviceTake,
  type IssueTicket,
  permissions,
  type PhoneTicket,
  type PriorityGroup,
  problems,
  type TicketSlip,
} from '../contract.ts';
import { aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { changeTicket } from './events.ts';
import { findHolder } from './holder.ts';
import { issueIn, refuseSecond } from './issue-ticket.ts';
import { toPhoneTicket } from './phone.ts';
import { findBusiness } from './repository-set-up.ts';
import { findWindowOf } from './repository-windows.ts';
import * as repository from './repository.ts';
import { makeSlip } from './slip.ts';
import type { TicketRow } from './tables.ts';
import { createVault, keyOfParty } from './vault.ts';
import { refuseState } from './work.ts';

/** The guide desk, or a clerk at a window, draws a ticket for a visitor; who did is recorded. */
export async function issueTicket(
  deps: QueueDeps,
  actor: Actor,
  input: IssueTicket,
  once: Once,
): Promise<TicketSlip> {
  return refuseSecond(() =>
    deps.database.transaction(async (tx) => {
      const { centreId } = actor;
      const [business, window, around] = await Promise.all([
        findBusiness(tx, centreId, input.businessId),
        findWindowOf(tx, centreId, actor.id),
        aroundOf(deps, tx, centreId),
      ]);
      authorise(actor, permissions.issue.name, {
        siteId: business?.site_id,
        windowId: window?.site_id === business?.site_id ? window?.window_id : undefined,
      });
      const holder = await findHolder(deps, tx, centreId, input.holder, around.today);
      const { slip } = await issueIn(deps, tx, actor, { ...input, holder, channel: 'window' });
      once.claim(tx, slip);
      return slip;
    }),
  );
}

/** The device behind the key that was used; refuses everybody else. */
export async function getDevice(deps: QueueDeps, db: Db, actor: Actor): Promise<DeviceRef> {
  authorise(actor, permissions.serve.name, { ownerId: actor.id });
  const device =
    actor.kind === 'device'
      ? await deps.devices.findDeviceOfAccount(db, actor.centreId, actor.id)
      : undefined;
  if (device === undefined) throw new ProblemError(problems.notADevice);
  return device;
}

/** Draws a ticket at a machine of the same site. */
export async function takeAtDevice(
  deps: QueueDeps,
  actor: Actor,
  input: DeviceTake,
  once: Once,
): Promise<TicketSlip> {
  return refuseSecond(() =>
    deps.database.transaction(async (tx) => {
      const [device, business, around] = await Promise.all([
        getDevice(deps, tx, actor),
        findBusiness(tx, actor.centreId, input.businessId),
        aroundOf(deps, tx, actor.centreId),
      ]);
      if (business?.site_id !== device.siteId) throw new ProblemError(problems.unknownBusiness);
      const holder = await findHolder(deps, tx, actor.centreId, input.holder, around.today);
      const { slip } = await issueIn(deps, tx, actor, {
        ...input,
        holder,
        channel: 'machine',
        deviceId: device.id,
      });
      once.claim(tx, slip);
      return slip;
    }),
  );
}

/** The slip of a ticket of this site again, marked as a reprint. */
export async function getSlip(
  deps: QueueDeps,
  actor: Actor,
  ticketId: string,
): Promise<TicketSlip> {
  const { db } = deps.database;
  const [device, row] = await Promise.all([
    getDevice(deps, db, actor),
    repository.findTicket(db, actor.centreId, ticketId),
  ]);
  const ticket = orNotFound(row);
  if (ticket.site_id !== device.siteId) throw new ProblemError(commonProblems.notFound);
  return makeSlip(deps, db, ticket);
}

/** Open tickets of today of whoever showed a card at this machine. */
export async function findOpenSlips(
  deps: QueueDeps,
  actor: Actor,
  identityNo: string,
): Promise<{ items: TicketSlip[] }> {
  const { db } = deps.database;
  const device = await getDevice(deps, db, actor);
  const around = await aroundOf(deps, db, actor.centreId);
  const holder = await findHolder(deps, db, actor.centreId, { identityNo }, around.today);
  const rows = await repository.listOpenOf(db, actor.centreId, {
    day: around.today,
    holderKeys: [
      ...holder.keys,
      ...createVault(deps.cipher, actor.centreId).keysOfNumber(identityNo),
    ],
  });
  const here = rows.filter((row) => row.site_id === device.siteId);
  return { items: await Promise.all(here.map((row) => makeSlip(deps, db, row))) };
}

/** Takes a ticket in the name of whoever signed in; their account is told when the turn is near. */
export async function takeByPhone(
  deps: QueueDeps,
  actor: Actor,
  input: { readonly businessId: string; readonly priority?: PriorityGroup | undefined },
  once: Once,
): Promise<PhoneTicket> {
  authorise(actor, permissions.take.name, { ownerId: actor.id });
  return refuseSecond(() =>
    deps.database.transaction(async (tx) => {
      const acting = await deps.parties.findActingParty(tx, actor);
      if (acting === undefined) throw new ProblemError(problems.notLinked);
      const around = await aroundOf(deps, tx, actor.centreId);
      const found = await findHolder(
        deps,
        tx,
        actor.centreId,
        { partyId: acting.personId },
        around.today,
      );
      const holder = { ...found, accountId: actor.id };
      const { row } = await issueIn(deps, tx, actor, { ...input, holder, channel: 'phone' });
      const ticket = await toPhoneTicket(deps, tx, row);
      once.claim(tx, ticket);
      return ticket;
    }),
  );
}

/** Tickets of whoever signed in, newest first. */
export async function listOwn(deps: QueueDeps, actor: Actor): Promise<{ items: PhoneTicket[] }> {
  authorise(actor, permissions.take.name, { ownerId: actor.id });
  const { db } = deps.database;
  const acting = await deps.parties.findActingParty(db, actor);
  if (acting === undefined) throw new ProblemError(problems.notLinked);
  const rows = await repository.listOfHolder(db, actor.centreId, {
    holderKey: keyOfParty(acting.personId),
    limit: 20,
  });
  return { items: await Promise.all(rows.map((row) => toPhoneTicket(deps, db, row))) };
}

/** The ticket behind the token on its paper. */
export async function showByToken(
  deps: QueueDeps,
  actor: Actor,
  token: string,
): Promise<PhoneTicket> {
  const { db } = deps.database;
  const row = orNotFound(await repository.findByToken(db, actor.centreId, token));
  return toPhoneTicket(deps, db, row);
}

/** The holder gives the ticket up. */
export async function leaveByToken(
  deps: QueueDeps,
  actor: Actor,
  token: string,
  once: Once,
): Promise<PhoneTicket> {
  return deps.database.transaction(async (tx) => {
    const found = orNotFound(await repository.findByToken(tx, actor.centreId, token));
    const row = await leaveIn(deps, tx, actor, found.ticket_id);
    const ticket = await toPhoneTicket(deps, tx, row);
    once.claim(tx, ticket);
    return ticket;
  });
}

/** Gives a ticket of this site up at the machine. */
export async function leaveAtDevice(
  deps: QueueDeps,
  actor: Actor,
  ticketId: string,
  once: Once,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const device = await getDevice(deps, tx, actor);
    const found = orNotFound(await repository.findTicket(tx, actor.centreId, ticketId));
    if (found.site_id !== device.siteId) throw new ProblemError(commonProblems.notFound);
    await leaveIn(deps, tx, actor, ticketId);
    const done = { done: true } as const;
    once.claim(tx, done);
    return done;
  });
}

async function leaveIn(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  ticketId: string,
): Promise<TicketRow> {
  const row = orNotFound(await repository.lockTicket(tx, actor.centreId, ticketId));
  if (row.state !== 'waiting' && row.state !== 'held') throw refuseState(row);
  return changeTicket({ tx, clock: deps.clock, actor }, row, 'left', {
    state: 'left',
    ended_at: deps.clock.now(),
  });
}
