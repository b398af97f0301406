import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { startOfLocalDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { events, type Maker, type MakerInput, permissions, problems } from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import type { Doing } from '../doing.ts';
import * as repository from '../repository-makers.ts';
import type { MakerRow } from '../tables.ts';

export async function listMakers(deps: SealsDeps, actor: Actor): Promise<{ items: Maker[] }> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  return { items: await loadMakers(deps, db, actor.centreId) };
}

async function loadMakers(deps: SealsDeps, db: Db, centreId: number): Promise<Maker[]> {
  const day = await centreDay(deps, db, centreId);
  const [rows, given, hands, remakes] = await Promise.all([
    repository.listMakers(db, centreId),
    repository.countGiven(db, centreId, {
      month: startOfLocalDay(`${day.today.slice(0, 8)}01`, day.zone),
      today: startOfLocalDay(day.today, day.zone),
    }),
    repository.countInHand(db, centreId, day),
    repository.countRemakes(db, centreId),
  ]);
  const of = <T extends { readonly maker_id: string | null }>(all: readonly T[], row: MakerRow) =>
    all.find(({ maker_id }) => maker_id === row.maker_id);
  return rows.map((row) => ({
    id: row.maker_id,
    partyId: row.party_id,
    creditCode: row.credit_code,
    name: row.name,
    policeCode: row.police_code,
    phone: row.phone,
    quota: row.quota,
    dailyCapacity: row.daily_capacity,
    promiseHours: row.promise_hours,
    isActive: row.is_active,
    reason: row.reason,
    open: of(hands, row)?.open ?? 0,
    overdue: of(hands, row)?.overdue ?? 0,
    givenThisMonth: of(given, row)?.month ?? 0,
    remakes: of(remakes, row)?.remakes ?? 0,
    version: row.version,
  }));
}

async function getView({ deps, tx, actor }: Doing, id: string): Promise<Maker> {
  const all = await loadMakers(deps, tx, actor.centreId);
  return orNotFound(all.find((maker) => maker.id === id));
}

/** A firm of the register becomes a maker. */
export async function createMaker(
  deps: SealsDeps,
  actor: Actor,
  input: MakerInput,
  once: Once,
): Promise<Maker> {
  authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    if (await repository.findByCode(tx, actor.centreId, input.creditCode))
      throw new ProblemError(problems.makerKnown);
    const row = await toRow(doing, input, undefined);
    save(doing, row);
    const view = await getView(doing, row.maker_id);
    once.claim(tx, view);
    return view;
  });
}

/** Its part, capacity and promise. One that is suspended gets nothing new and finishes what it has. */
export async function changeMaker(
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version, ...input }: Omit<MakerInput, 'creditCode'> & { readonly version: number },
  once: Once,
): Promise<Maker> {
  authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const before = orNotFound(await repository.lockMaker(tx, actor.centreId, id));
    requireVersion(before, version);
    save(doing, await toRow(doing, { ...input, creditCode: before.credit_code }, before), before);
    const view = await getView(doing, id);
    once.claim(tx, view);
    return view;
  });
}

/** Refuses a code that is no firm of the register. */
export async function toRow(
  { deps, tx, actor }: Doing,
  input: MakerInput,
  before: MakerRow | undefined,
): Promise<MakerRow> {
  const party = await deps.parties.findPartyByNumber(tx, actor.centreId, 'uscc', input.creditCode);
  const firm = party && (await deps.parties.findPartyInFull(tx, actor.centreId, party.id));
  if (firm === undefined || firm.kind !== 'organisation')
    throw new ProblemError(problems.unknownFirm);
  return {
    centre_id: actor.centreId,
    maker_id: before?.maker_id ?? newId(deps.clock),
    party_id: firm.id,
    credit_code: input.creditCode,
    name: firm.name,
    police_code: input.policeCode,
    phone: input.phone,
    quota: input.quota,
    daily_capacity: input.dailyCapacity,
    promise_hours: input.promiseHours,
    is_active: input.isActive,
    reason: input.reason,
    version: (before?.version ?? 0) + 1,
    updated_at: deps.clock.now(),
  };
}

export function save({ deps, tx, actor }: Doing, row: MakerRow, before?: MakerRow): void {
  repository.putMaker(tx, row);
  tell(tx, deps.clock, actor, events.makerChanged, {
    subject: { kind: 'seals.maker', id: row.maker_id },
    payload: { makerId: row.maker_id, isActive: row.is_active },
    audit: { before: before ?? null, after: row },
  });
}
