import type { Kysely } from 'kysely';

/** A handle that knows no table: each repository narrows it to its own tables with `$extendTables`. */
export type Db = Kysely<Record<never, never>>;

declare const inTransaction: unique symbol;

/** A handle inside one transaction. Reads started together and all `send` writes travel in one pipeline. */
export type Tx = Db & { readonly [inTransaction]: true };

/** What a query builder gives: it can be compiled, and knows its row type. */
export interface Compilable {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[] };
}
