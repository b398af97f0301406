import type { ColumnType } from 'kysely';
import type { z } from 'zod';

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import type { Permission } from '../access/contract-permission.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { preparedOne } from '../db/prepared.ts';
import { send } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import type { EventKind } from '../events/contract.ts';
import { tell } from '../events/tell.ts';
import type { Once } from '../http/idempotency.ts';
import { requireVersion } from '../problems/current-version.ts';

type Versioned = { readonly version: number };

/** The same in each module; `module` stands for its schema. */
type Tables = {
  'module.setting': {
    centre_id: number;
    body: ColumnType<object, string, string>;
    version: number;
  };
};

/** The rules that a centre sets for one module: one row with a version, and the product’s own until there is one. */
export interface SettingsKind<S extends Versioned> {
  /** Their table, one row a centre (`centre_id`, `body` as JSON, `version`); the audit log calls them so too. */
  readonly name: `${string}.setting`;
  readonly defaults: S;
  /** Who may change them. */
  readonly permission: Permission;
  readonly changed: EventKind<z.ZodObject<{ version: z.ZodNumber }>>;
}

export interface SettingsOf<S extends Versioned> {
  /** The rules of this centre, with the product’s own where it set none. Asks no permission. */
  readonly read: (db: Db, centreId: number) => Promise<S>;
  /** Changes them; refuses over a version that the editor has not seen. */
  readonly change: (
    deps: { readonly database: Database; readonly clock: Clock },
    actor: Actor,
    input: S,
    once: Once,
  ) => Promise<S>;
}

/** Reads and changes the rules of one module. The change, its event and its audit entry stand in one transaction. */
export function defineSettings<S extends Versioned>(kind: SettingsKind<S>): SettingsOf<S> {
  const find = preparedOne((db: Db, centreId: number) =>
    db
      .$extendTables<Tables>()
      .selectFrom(kind.name as 'module.setting')
      .select(['body', 'version'])
      .where('centre_id', '=', centreId),
  );
  const read = async (db: Db, centreId: number): Promise<S> => {
    const row = await find(db, centreId);
    return { ...kind.defaults, ...row?.body, ...(row && { version: row.version }) };
  };
  return {
    read,
    change: ({ database, clock }, actor, input, once) => {
      authorise(actor, kind.permission.name);
      return database.transaction(async (tx) => {
        const before = await read(tx, actor.centreId);
        requireVersion(before, input.version);
        const after = { ...input, version: input.version + 1 };
        put(tx, kind.name, actor.centreId, after);
        tell(tx, clock, actor, kind.changed, {
          subject: { kind: kind.name, id: String(actor.centreId) },
          payload: { version: after.version },
          audit: { before, after },
        });
        once.claim(tx, after);
        return after;
      });
    },
  };
}

function put(tx: Tx, table: string, centreId: number, { version, ...rest }: Versioned): void {
  const columns = { body: JSON.stringify(rest), version };
  send(
    tx,
    tx
      .$extendTables<Tables>()
      .insertInto(table as 'module.setting')
      .values({ centre_id: centreId, ...columns })
      .onConflict((conflict) => conflict.column('centre_id').doUpdateSet(columns)),
  );
}
