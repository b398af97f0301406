import { authorise, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type ListPeopleQuery,
  type Person,
  permissions,
  type Post,
  problems,
} from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { authoriseFor, visibleTo } from './reach.ts';
import { allRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import { loadSurroundings, toPerson } from './surroundings.ts';

/** A page of the register by employee number; the total counts by the same rules. */
export async function listPeople(deps: StaffDeps, actor: Actor, query: ListPeopleQuery) {
  reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const around = await loadSurroundings(deps, db, actor.centreId);
  const filter = {
    ...query,
    cursor: readCursor(query.cursor),
    visible: visibleTo(actor, permissions.view, around),
    today: around.today,
  };
  const [rows, total] = await Promise.all([
    repository.listPeople(db, actor.centreId, filter),
    repository.countPeople(db, actor.centreId, filter),
  ]);
  const page = toPage(
    rows,
    query.limit,
    (row) => toPerson(row, around),
    (row) => [row.employee_no],
  );
  return { ...page, total };
}

/** One person of the actor's centre, contacts masked. */
export async function getPerson(deps: StaffDeps, actor: Actor, personId: string): Promise<Person> {
  reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const [row, around] = await Promise.all([
    repository.findPerson(db, actor.centreId, personId),
    loadSurroundings(deps, db, actor.centreId),
  ]);
  const person = orNotFound(row);
  authoriseFor(actor, permissions.view, person, around);
  return toPerson(person, around);
}

/** The record of whoever asks. */
export async function getOwnRecord(deps: StaffDeps, actor: Actor): Promise<Person> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const { db } = deps.database;
  const row = await repository.findPersonOfAccount(db, actor.centreId, actor.id);
  if (row === undefined) throw new ProblemError(problems.notOnStaff);
  return toPerson(row, await loadSurroundings(deps, db, actor.centreId));
}

/** Posts of the centre. */
export async function listPosts(deps: StaffDeps, actor: Actor): Promise<{ items: Post[] }> {
  reachOf(actor, permissions.view.name);
  const rows = await allRows(deps.database.db, 'staff.post', actor.centreId, [
    'sort_order',
    'code',
  ]);
  return {
    items: rows.map((row) => ({
      code: row.code,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      group: row.family,
      order: row.sort_order,
    })),
  };
}
