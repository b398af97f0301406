import { authorise, reachOf } from '#kernel/access/authorise.ts';
import type { Actor, Target } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { isBrokenReference, isDuplicate } from '#kernel/db/errors.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import type { ProblemKind } from '#kernel/problems/contract.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Act, type Closure, permissions, problems } from '../contract.ts';
import type { OrganisationDeps } from './deps.ts';
import type { Change } from './events.ts';
import { findSaid } from './find-said.ts';
import {
  countRows,
  type ListedTable,
  type ListFilter,
  listRows,
  sortValues,
} from './repository-list.ts';
import {
  findRow,
  insertRows,
  lockRow,
  type RegisterTable,
  type RowOf,
  saveRows,
} from './repository-rows.ts';
import type { Closing } from './tables.ts';

/** What the acts on the records of one kind have in common. */
export interface Kind<T extends RegisterTable, V> {
  readonly table: T;
  /** The rule of the schema that no two records break, and how its refusal reads. */
  readonly unique: {
    readonly constraint: string;
    readonly refusal: ProblemKind;
    readonly valuesOf: (row: RowOf<T>) => Readonly<Record<string, string | number>>;
  };
  /** What a grant must cover to see or change the record; undefined for what belongs to the whole centre. */
  readonly targetOf: (row: RowOf<T>) => Target | undefined;
  readonly toViews: (db: Db, centreId: number, rows: ReadonlyArray<RowOf<T>>) => Promise<V[]>;
  readonly tell: (
    tx: Tx,
    clock: Clock,
    actor: Actor,
    act: Act,
    rows: Change<RowOf<T>> & { readonly reason?: string },
  ) => void;
}

/** What a new record begins with. */
export function newRecord(deps: OrganisationDeps, actor: Actor) {
  return {
    id: newId(deps.clock),
    base: { centre_id: actor.centreId, version: 1, updated_at: deps.clock.now() },
  };
}

/** Not closed. */
export const inUse: Closing = { closed_on: null, closed_reason: '' };

export interface Adding {
  readonly once: Once;
  /** Writes what hangs on the record, once that is there. */
  readonly finish?: (tx: Tx) => Promise<void>;
}

/** Adds a record that `decide` makes once it has checked what it refers to; the caller has authorised it. */
export async function addRecord<T extends RegisterTable, V>(
  deps: OrganisationDeps,
  actor: Actor,
  kind: Kind<T, V>,
  { once, finish }: Adding,
  decide: (tx: Tx) => RowOf<T> | Promise<RowOf<T>>,
): Promise<V> {
  return writeRecord(deps, actor, kind, once, async (tx) => {
    const after = await decide(tx);
    const write = async () => {
      insertRows(tx, kind.table, [after]);
      await finish?.(tx);
    };
    return { act: 'created', rows: { after }, write };
  });
}

export interface Asked {
  readonly id: string;
  /** The version that the editor has seen. */
  readonly version: number;
  readonly act: Act;
  readonly once: Once;
}

/**
 * Changes a record: locks it, refuses an actor whose grants do not cover it and an editor who has seen
 * another version, then writes what `decide` makes of it.
 */
export async function changeRecord<T extends RegisterTable, V>(
  deps: OrganisationDeps,
  actor: Actor,
  kind: Kind<T, V>,
  asked: Asked,
  decide: (before: RowOf<T>, tx: Tx) => RowOf<T> | Promise<RowOf<T>>,
): Promise<V> {
  return writeRecord(deps, actor, kind, asked.once, async (tx) => {
    const before = orNotFound(await lockRow(tx, kind.table, actor.centreId, asked.id));
    authorise(actor, permissions.manage.name, kind.targetOf(before) ?? {});
    requireVersion(before, asked.version);
    const after = {
      ...(await decide(before, tx)),
      version: before.version + 1,
      updated_at: deps.clock.now(),
    };
    return {
      act: asked.act,
      rows: { before, after },
      write: async () => saveRows(tx, kind.table, [after]),
    };
  });
}

interface Decided<Row> {
  readonly act: Act;
  readonly rows: Change<Row>;
  readonly write: () => Promise<void>;
}

async function writeRecord<T extends RegisterTable, V>(
  deps: OrganisationDeps,
  actor: Actor,
  kind: Kind<T, V>,
  once: Once,
  decide: (tx: Tx) => Promise<Decided<RowOf<T>>>,
): Promise<V> {
  let written: RowOf<T> | undefined;
  try {
    return await deps.database.transaction(async (tx) => {
      const { act, rows, write } = await decide(tx);
      written = rows.after;
      await write();
      kind.tell(tx, deps.clock, actor, act, rows);
      const [view] = await kind.toViews(tx, actor.centreId, [rows.after]);
      once.claim(tx, view);
      return orNotFound(view);
    });
  } catch (error) {
    if (written !== undefined && isDuplicate(error, kind.unique.constraint))
      throw new ProblemError(kind.unique.refusal, kind.unique.valuesOf(written), { cause: error });
    if (isBrokenReference(error))
      throw new ProblemError(problems.unknownReference, {}, { cause: error });
    throw error;
  }
}

/** Closes a record from a day on, today or earlier; `check` refuses one that is still needed. */
export async function closeRecord<T extends ListedTable, V>(
  deps: OrganisationDeps,
  actor: Actor,
  kind: Kind<T, V>,
  asked: { readonly id: string; readonly input: Closure; readonly once: Once },
  check: (before: RowOf<T>, tx: Tx) => Promise<Partial<RowOf<T>>> | Partial<RowOf<T>>,
): Promise<V> {
  const { input } = asked;
  return changeRecord(
    deps,
    actor,
    kind,
    { ...asked, version: input.version, act: 'closed' },
    async (before, tx) => {
      if (before.closed_on !== null) throw new ProblemError(problems.alreadyClosed);
      if (input.closedOn > (await todayOf(deps, tx, actor.centreId)))
        throw new ProblemError(problems.closedInFuture);
      const more = await check(before, tx);
      return { ...before, ...more, closed_on: input.closedOn, closed_reason: input.reason };
    },
  );
}

/** Takes a closed record into use again, when `check` does not refuse. */
export async function reopenRecord<T extends ListedTable, V>(
  deps: OrganisationDeps,
  actor: Actor,
  kind: Kind<T, V>,
  asked: { readonly id: string; readonly version: number; readonly once: Once },
  check: (before: RowOf<T>, tx: Tx) => Promise<Partial<RowOf<T>>> | Partial<RowOf<T>>,
): Promise<V> {
  return changeRecord(deps, actor, kind, { ...asked, act: 'reopened' }, async (before, tx) => {
    if (before.closed_on === null) throw new ProblemError(problems.notClosed);
    return { ...before, ...(await check(before, tx)), ...inUse };
  });
}

/** One record that the actor may see. */
export async function getRecord<T extends RegisterTable, V>(
  { database: { db } }: OrganisationDeps,
  actor: Actor,
  kind: Kind<T, V>,
  id: string,
): Promise<V> {
  const row = orNotFound(await findRow(db, kind.table, actor.centreId, id));
  const target = kind.targetOf(row);
  if (target === undefined) reachOf(actor, permissions.view.name);
  else authorise(actor, permissions.view.name, target);
  const [view] = await kind.toViews(db, actor.centreId, [row]);
  return orNotFound(view);
}

export interface RecordQuery {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly includeClosed: boolean;
}

/** The sites whose records the actor may see; undefined for all. Refuses an actor who may see none. */
export function sitesInReach(actor: Actor): readonly string[] | undefined {
  const reach = reachOf(actor, permissions.view.name);
  return reach.everything ? undefined : reach.siteIds;
}

/** A page of records in their order; the total counts by the same rules. */
export async function listRecords<T extends ListedTable, V>(
  { database: { db } }: OrganisationDeps,
  actor: Actor,
  kind: Kind<T, V>,
  query: RecordQuery,
  narrow: Pick<ListFilter, 'equal' | 'onlySiteIds' | 'departmentId'>,
): Promise<{ items: V[]; nextCursor: string | null; total: number }> {
  const search = query.search === '' ? undefined : query.search;
  const filter = {
    ...narrow,
    search,
    saidIds: search === undefined ? [] : await findSaid(db, actor.centreId, kind.table, search),
    includeClosed: query.includeClosed,
    cursor: readCursor(query.cursor),
    limit: query.limit,
  };
  const [rows, total] = await Promise.all([
    listRows(db, kind.table, actor.centreId, filter),
    countRows(db, kind.table, actor.centreId, filter),
  ]);
  const page = toPage(
    rows,
    query.limit,
    (row) => row,
    (row) => sortValues(kind.table, row),
  );
  return { ...page, items: await kind.toViews(db, actor.centreId, page.items), total };
}
