import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Filing,
  type MakerList,
  type MakerSet,
  problems,
  sealKinds,
  type SetAct,
} from '../../contract.ts';
import { lockForAct, move } from '../act.ts';
import type { SealsDeps } from '../deps.ts';
import { route } from '../dispatch.ts';
import type { Doing } from '../doing.ts';
import * as lists from '../repository-list.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { SetRow } from '../tables.ts';
import { loadAround, toMakerSet } from '../view.ts';
import { findMaker, requireMaker } from './acting.ts';

/** What the centre gave to the maker that somebody signed in for; nothing to everybody else. */
export async function listMakerSets(deps: SealsDeps, actor: Actor, list: MakerList) {
  const { db } = deps.database;
  const maker = await findMaker(deps, db, actor);
  if (maker === undefined)
    return { makerName: null, items: [], counts: { waiting: 0, making: 0, overdue: 0 } };
  const listed = (which: MakerList) => lists.listOfMaker(db, actor.centreId, maker.maker_id, which);
  const [waiting, making, done, around] = await Promise.all([
    listed('waiting'),
    listed('making'),
    list === 'done' ? listed('done') : [],
    loadAround(deps, db, actor.centreId),
  ]);
  const rows = { waiting, making, done }[list];
  const open = await Promise.all(
    [...waiting, ...making].map((row) => toMakerSet(deps, db, row, around)),
  );
  return {
    makerName: maker.name,
    items: await Promise.all(rows.map((row) => toMakerSet(deps, db, row, around))),
    counts: {
      waiting: waiting.length,
      making: making.length,
      overdue: open.filter(({ light }) => light === 'red').length,
    },
  };
}

export async function getMakerSet(deps: SealsDeps, actor: Actor, id: string): Promise<MakerSet> {
  const { db } = deps.database;
  const maker = await requireMaker(deps, db, actor);
  const row = await repository.findSet(db, actor.centreId, id);
  const own = orNotFound(row?.maker_id === maker.maker_id ? row : undefined);
  return toMakerSet(deps, db, own, await loadAround(deps, db, actor.centreId));
}

/** One act of a maker on a set that it has; another's is not found. */
async function actOn(
  deps: SealsDeps,
  actor: Actor,
  asked: { readonly id: string; readonly act: SetAct; readonly version: number },
  once: Once,
  write: (doing: Doing, row: SetRow) => Promise<SetRow> | SetRow,
): Promise<MakerSet> {
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const maker = await requireMaker(deps, tx, actor);
    const found = await repository.findSet(tx, actor.centreId, asked.id);
    orNotFound(found?.maker_id === maker.maker_id ? found : undefined);
    const row = await lockForAct(doing, asked.id, asked.act, asked.version);
    orNotFound(row.maker_id === maker.maker_id ? row : undefined);
    const after = await write(doing, row);
    const view = await toMakerSet(deps, tx, after, await loadAround(deps, tx, actor.centreId));
    once.claim(tx, view);
    return view;
  });
}

type Version = { readonly version: number };

export const acceptSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version }: Version,
  once: Once,
) =>
  actOn(deps, actor, { id, act: 'accept', version }, once, (doing, row) =>
    move(doing, row, 'accept', { changes: { answer_by: null } }),
  );

/** 退单: goes to another maker at once; with nobody left it waits for the desk. */
export const declineSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version, reason }: Version & { readonly reason: string },
  once: Once,
) =>
  actOn(deps, actor, { id, act: 'decline', version }, once, async (doing, row) => {
    const declined = row.maker_id === null ? row.declined : [...row.declined, row.maker_id];
    const back = move(doing, row, 'decline', {
      changes: { maker_id: null, answer_by: null, declined },
      note: reason,
    });
    await route(doing, back);
    return back;
  });

/** 备案: each seal that is to be cut has its own number, and no other seal ever had it. */
export const fileSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version, numbers }: Filing,
  once: Once,
) =>
  actOn(deps, actor, { id, act: 'file', version }, once, async (doing, row) => {
    await requireNumbers(doing, row, numbers);
    repository.insertFiled(doing.tx, row, numbers);
    const given = new Map(numbers.map(({ kind, number }) => [kind, number]));
    const seals = row.seals.map((seal) => ({
      ...seal,
      filedNumber: given.get(seal.kind) ?? seal.filedNumber,
    }));
    return move(doing, row, 'file', { changes: { seals } });
  });

async function requireNumbers(
  { tx, actor }: Doing,
  row: SetRow,
  numbers: Filing['numbers'],
): Promise<void> {
  const wanted = row.seals.filter(({ filedNumber }) => filedNumber === null);
  const kinds = new Set(numbers.map(({ kind }) => kind));
  if (kinds.size !== numbers.length || wanted.length !== numbers.length)
    throw new ProblemError(problems.numbersMissing);
  if (!wanted.every(({ kind }) => kinds.has(kind))) throw new ProblemError(problems.numbersMissing);
  const pattern = new RegExp((await readSettings(tx, actor.centreId)).filedPattern, 'u');
  const wrong = numbers.find(({ number }) => !pattern.test(number));
  if (wrong !== undefined) {
    const { title } = sealKinds[wrong.kind];
    throw new ProblemError(problems.numberWrong, {
      number: wrong.number,
      kind: title,
    });
  }
  const all = numbers.map(({ number }) => number);
  const twice = all.find((number, at) => all.indexOf(number) !== at);
  const [taken = twice] = await repository.findFiled(tx, actor.centreId, all);
  if (taken !== undefined) throw new ProblemError(problems.numberTaken, { number: taken });
}

export const engraveSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version }: Version,
  once: Once,
) =>
  actOn(deps, actor, { id, act: 'engrave', version }, once, (doing, row) =>
    move(doing, row, 'engrave'),
  );

export const handOverSet = (
  deps: SealsDeps,
  actor: Actor,
  id: string,
  { version }: Version,
  once: Once,
) =>
  actOn(deps, actor, { id, act: 'hand-over', version }, once, (doing, row) =>
    move(doing, row, 'hand-over'),
  );
