import { createHash } from 'node:crypto';

import type { Actor } from '../access/contract-actor.ts';
import type { Clock } from '../clock/clock.ts';
import { preparedOne, sendRows, tableOf } from '../db/prepared.ts';
import type { Db, Tx } from '../db/types.ts';
import { commonProblems } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';

type IdempotencyRow = {
  centre_id: number;
  actor_id: string;
  key: string;
  route: string;
  body_hash: string;
  answer: string;
  created_at: Date;
};
type IdempotencyTables = { 'kernel.idempotency': IdempotencyRow };

const ANSWERS = tableOf<IdempotencyRow>('kernel.idempotency');

const findRow = preparedOne((db: Db, centreId: number, actorId: string, key: string) =>
  db
    .$extendTables<IdempotencyTables>()
    .selectFrom('kernel.idempotency')
    .select(['route', 'body_hash', 'answer'])
    .where('centre_id', '=', centreId)
    .where('actor_id', '=', actorId)
    .where('key', '=', key),
);

/** The caller's promise that a repeat with the same key means the same act. */
export interface Once {
  readonly key: string | undefined;
  /** Keeps the answer in the act's own transaction; a crash can not part them. Does nothing without a key. */
  claim(tx: Tx, answer: unknown): void;
}

/** For jobs and tests, where nobody repeats. */
export const noRepeat: Once = { key: undefined, claim: () => undefined };

export interface Claim extends Once {
  readonly claimed: boolean;
}

const KEY = /^[\w-]{8,100}$/;

/** The hash under which a key's first content is remembered. */
export function hashContent(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(content) ?? '')
    .digest('hex');
}

/** Refuses a key that is not 8 to 100 letters, digits, `-` or `_`. */
export function checkKey(key: string | undefined, isRequired: boolean): void {
  if (key === undefined && !isRequired) return;
  if (key === undefined || !KEY.test(key)) throw new ProblemError(commonProblems.keyMissing);
}

export function createClaim(
  clock: Clock,
  actor: Actor,
  route: string,
  key: string | undefined,
  bodyHash: string,
): Claim {
  let claimed = false;
  return {
    key,
    get claimed() {
      return claimed;
    },
    claim(tx, answer) {
      if (key === undefined) return;
      claimed = true;
      const row = {
        centre_id: actor.centreId,
        actor_id: holderOf(actor),
        key,
        route,
        body_hash: bodyHash,
        answer: JSON.stringify(answer ?? null),
        created_at: clock.now(),
      };
      sendRows(tx, ANSWERS, [row]);
    },
  };
}

function holderOf(actor: Actor): string {
  return actor.kind === 'anonymous' ? `anonymous:${actor.request?.address ?? ''}` : actor.id;
}

/** The answer already given to this key; refuses a key used for something else. */
export async function findAnswer(
  db: Db,
  actor: Actor,
  route: string,
  key: string,
  bodyHash: string,
): Promise<{ readonly answer: unknown } | undefined> {
  const row = await findRow(db, actor.centreId, holderOf(actor), key);
  if (!row) return undefined;
  if (row.route !== route || row.body_hash !== bodyHash)
    throw new ProblemError(commonProblems.keyReused);
  return { answer: row.answer };
}
