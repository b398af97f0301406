import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type ClaimFor,
  events,
  type HandOut,
  permissions,
  problems,
  type RemakeInput,
  type SealSetInFull,
  type SetAct,
  type Way,
  type Delivery,
} from '../../contract.ts';
import { lockForAct, move } from '../act.ts';
import { claimSet } from '../claim-set.ts';
import type { SealsDeps } from '../deps.ts';
import { give, noMaker, route } from '../dispatch.ts';
import type { Doing } from '../doing.ts';
import { SIGNATURE_PURPOSE } from '../file-purposes.ts';
import { finishSet } from '../finish-set.ts';
import { tellFirm } from '../messages.ts';
import { findFirm } from '../open-set.ts';
import * as makers from '../repository-makers.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { SetRow } from '../tables.ts';
import { sealDelivery, sealReceiver } from '../vault.ts';
import { toSetInFull } from './get-set.ts';

/** One act of the desk on one set: authorise, lock, refuse what is not lawful, write, answer. */
async function actOn(
  deps: SealsDeps,
  actor: Actor,
  asked: { readonly id: string; readonly act: SetAct; readonly version: number },
  once: Once,
  write: (doing: Doing, row: SetRow) => Promise<SetRow>,
): Promise<SealSetInFull> {
  authorise(actor, permissions.handle.name);
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const row = await lockForAct(doing, asked.id, asked.act, asked.version);
    const view = await toSetInFull(doing, await write(doing, row));
    once.claim(tx, view);
    return view;
  });
}

/** A firm that stands at the window claims its set; the window's entry and the firm's own go one way. */
export async function claimFor(
  deps: SealsDeps,
  actor: Actor,
  { creditCode, way, delivery }: ClaimFor,
  once: Once,
): Promise<SealSetInFull> {
  authorise(actor, permissions.handle.name);
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const settings = await readSettings(tx, actor.centreId);
    const party = await deps.parties.findPartyByNumber(tx, actor.centreId, 'uscc', creditCode);
    const firm = party && (await findFirm(deps, tx, actor.centreId, party.id, settings));
    if (firm === undefined) throw new ProblemError(problems.unknownFirm);
    const view = await toSetInFull(doing, await claimSet(doing, firm, { way, delivery }));
    once.claim(tx, view);
    return view;
  });
}

/** Gives a claimed set to a maker: the one that is named, or whose turn it is. */
export const dispatchSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version, makerId }: { readonly version: number; readonly makerId: string | null },
  once: Once,
): Promise<SealSetInFull> =>
  actOn(deps, actor, { id, act: 'dispatch', version }, once, async (doing, row) => {
    if (makerId !== null) {
      const maker = orNotFound(await makers.lockMaker(doing.tx, actor.centreId, makerId));
      if (!maker.is_active) throw noMaker('none-active');
      return give(doing, row, maker);
    }
    const routed = await route(doing, { ...row, declined: [] });
    if (typeof routed === 'string') throw noMaker(routed);
    return routed;
  });

/** Checked against the drawing: the firm is told that it can come, or the courier that it can go. */
export const receiveSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<SealSetInFull> =>
  actOn(deps, actor, { id, act: 'receive', version }, once, async (doing, row) => {
    repository.finishRemakes(doing.tx, row.centre_id, row.set_id, deps.clock.now());
    const seals = row.seals.map((seal) =>
      seal.isRemaking ? { ...seal, isRemaking: false, remakes: seal.remakes + 1 } : seal,
    );
    const after = move(doing, row, 'receive', { changes: { seals, is_remake: false } });
    if (after.way === 'window') await tellFirm(doing, 'ready', after);
    return after;
  });

/** 领取: with the name and the signature of whoever took it. Two clerks cannot hand out one set. */
export const handOutSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version, receivedBy, signatureFileId }: HandOut,
  once: Once,
): Promise<SealSetInFull> =>
  actOn(deps, actor, { id, act: 'hand-out', version }, once, async (doing, row) => {
    if (row.way !== 'window') throw new ProblemError(problems.wrongWay);
    const subject = { kind: 'seals.set', id };
    await deps.files.attach(doing.tx, actor, signatureFileId, SIGNATURE_PURPOSE, subject);
    return finishSet(doing, row, 'hand-out', {
      received_sealed: sealReceiver(deps.cipher, row, receivedBy),
      signature_file_id: signatureFileId,
      handed_by: actor.name,
    });
  });

/** 改领取方式, as long as the set has not left. */
export async function changeWay(
  deps: SealsDeps,
  actor: Actor,
  id: string,
  input: { readonly version: number; readonly way: Way; readonly delivery: Delivery | null },
  once: Once,
): Promise<SealSetInFull> {
  authorise(actor, permissions.handle.name);
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const row = await lockForAct(doing, id, 'reroute', input.version);
    const delivery = input.way === 'courier' ? input.delivery : null;
    const after = move(doing, row, 'reroute', {
      changes: { way: input.way, delivery_sealed: sealDelivery(deps.cipher, row, delivery) },
      note: input.way === 'courier' ? '快递寄送' : '窗口领取',
    });
    const view = await toSetInFull(doing, after);
    once.claim(tx, view);
    return view;
  });
}

/** 重刻: at the maker's cost, with new numbers of the police; the month pays for the set once all the same. */
export const remakeSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version, kinds, reason }: RemakeInput,
  once: Once,
): Promise<SealSetInFull> =>
  actOn(deps, actor, { id, act: 'remake', version }, once, async (doing, row) => {
    const { tx } = doing;
    const [settings, calendar, { today, now }] = await Promise.all([
      readSettings(tx, actor.centreId),
      deps.calendar.getCalendar(tx, actor.centreId),
      centreDay(deps, tx, actor.centreId),
    ]);
    const makerId = orNotFound(row.maker_id ?? undefined);
    const seals = row.seals.map((seal) =>
      kinds.includes(seal.kind) ? { ...seal, filedNumber: null, isRemaking: true } : seal,
    );
    repository.voidFiled(tx, row, kinds);
    repository.insertRemake(tx, {
      centre_id: row.centre_id,
      remake_id: newId(deps.clock),
      set_id: row.set_id,
      maker_id: makerId,
      kinds,
      reason,
      asked_at: now,
      done_at: null,
    });
    tell(tx, deps.clock, actor, events.remade, {
      subject: { kind: 'seals.set', id },
      payload: { setId: id, makerId, kinds },
      audit: { reason },
    });
    const { dueOn } = calendar.addWorkingDays(today, settings.promiseDays);
    return move(doing, row, 'remake', {
      changes: { seals, is_remake: true, due_on: dueOn },
      note: reason,
    });
  });

export const cancelSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
  once: Once,
): Promise<SealSetInFull> =>
  actOn(deps, actor, { id, act: 'cancel', version }, once, async (doing, row) =>
    move(doing, row, 'cancel', { note: reason }),
  );

export const withdrawSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
  once: Once,
): Promise<SealSetInFull> =>
  actOn(deps, actor, { id, act: 'withdraw', version }, once, async (doing, row) =>
    withdraw(doing, row, reason),
  );

/** Back to what can be claimed: nothing was cut, nothing is billed. Numbers that were filed are not given again. */
export function withdraw(doing: Doing, row: SetRow, note: string): SetRow {
  repository.voidFiled(
    doing.tx,
    row,
    row.seals.map(({ kind }) => kind),
  );
  return move(doing, row, 'withdraw', {
    changes: {
      maker_id: null,
      way: null,
      delivery_sealed: null,
      applied_at: null,
      answer_by: null,
      due_on: null,
      declined: [],
      seals: row.seals.map((seal) => ({ ...seal, filedNumber: null })),
    },
    note,
  });
}
