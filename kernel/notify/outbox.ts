import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { readCursor, toPage } from '../db/keyset.ts';
import { tell } from '../events/tell.ts';
import type { QueryOf } from '../http/contract.ts';
import type { Once } from '../http/idempotency.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { events, type OutgoingMessage, permissions, problems, type routes } from './contract.ts';
import { deliverMessage } from './deliver-message.ts';
import type { NotifyDeps } from './deps.ts';
import * as repository from './repository.ts';
import { openContent } from './sealed.ts';
import type { MessageRow } from './tables.ts';

/** Messages by e-mail, SMS and push, newest first; the address stays masked. */
export async function listOutbox(
  deps: NotifyDeps,
  actor: Actor,
  query: QueryOf<typeof routes.listOutbox>,
) {
  authorise(actor, permissions.view.name);
  const filter = { cursor: readCursor(query.cursor), limit: query.limit, state: query.state };
  const rows = await repository.listOutgoing(deps.database.db, actor.centreId, filter);
  const toOutgoing = (row: MessageRow): OutgoingMessage => ({
    id: row.message_id,
    channel: row.channel,
    template: row.template,
    recipient: row.recipient_masked,
    ...openContent(deps.cipher, row),
    state: row.state,
    attempts: row.attempts,
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  });
  return {
    ...toPage(rows, query.limit, toOutgoing, (row) => [
      row.created_at.toISOString(),
      row.message_id,
    ]),
    total: null,
  };
}

/** Tries a failed message again. */
export async function repeatMessage(
  deps: NotifyDeps,
  actor: Actor,
  messageId: string,
  once: Once,
): Promise<{ done: true }> {
  authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockMessage(tx, actor.centreId, messageId));
    if (row.state !== 'failed') throw new ProblemError(problems.notFailed);
    repository.setState(tx, { ...row, state: 'waiting', attempts: 0, failure: '' });
    enqueue(tx, deps.clock, actor, deliverMessage(deps), { payload: { messageId } });
    tell(tx, deps.clock, actor, events.repeated, {
      subject: { kind: 'notify.message', id: messageId },
      payload: { messageId, channel: row.channel },
    });
    const done = { done: true } as const;
    once.claim(tx, done);
    return done;
  });
}
