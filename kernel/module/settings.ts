import type { z } from 'zod';

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import type { Permission } from '../access/contract-permission.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { Db, Tx } from '../db/types.ts';
import type { EventKind } from '../events/contract.ts';
import { tell } from '../events/tell.ts';
import type { Once } from '../http/idempotency.ts';
import { requireVersion } from '../problems/current-version.ts';

type Versioned = { readonly version: number };

/** The rules that a centre sets for one module: one row with a version, and the product’s own until there is one. */
export interface SettingsKind<S extends Versioned> {
  /** What the audit log calls them, `module.setting`. */
  readonly subject: string;
  readonly defaults: S;
  /** Who may change them. */
  readonly permission: Permission;
  readonly changed: EventKind<z.ZodObject<{ version: z.ZodNumber }>>;
  /** What the centre set; fields that came later are missing. */
  readonly find: (db: Db, centreId: number) => Promise<(Partial<S> & Versioned) | undefined>;
  readonly put: (tx: Tx, centreId: number, settings: S) => void;
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
  const read = async (db: Db, centreId: number): Promise<S> => ({
    ...kind.defaults,
    ...(await kind.find(db, centreId)),
  });
  return {
    read,
    change: ({ database, clock }, actor, input, once) => {
      authorise(actor, kind.permission.name);
      return database.transaction(async (tx) => {
        const before = await read(tx, actor.centreId);
        requireVersion(before, input.version);
        const after = { ...input, version: input.version + 1 };
        kind.put(tx, actor.centreId, after);
        tell(tx, clock, actor, kind.changed, {
          subject: { kind: kind.subject, id: String(actor.centreId) },
          payload: { version: after.version },
          audit: { before, after },
        });
        once.claim(tx, after);
        return after;
      });
    },
  };
}
