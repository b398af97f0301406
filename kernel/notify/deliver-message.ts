import { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import { tell } from '../events/tell.ts';
import { job } from '../jobs/contract.ts';
import { toFailureText } from '../jobs/failure-text.ts';
import { events } from './contract.ts';
import type { NotifyDeps } from './deps.ts';
import * as repository from './repository.ts';
import { openAddress, openContent } from './sealed.ts';
import type { MessageRow } from './tables.ts';

const ATTEMPTS = 6;

/** Hands a message to its way out; repeats it, with growing pauses, while the other side does not take it. */
export const deliverMessage = (deps: NotifyDeps) =>
  job({
    name: 'notify.deliver-message',
    title: { 'zh-CN': '发送消息', en: 'Deliver a message' },
    payload: z.object({ messageId: z.uuid() }),
    retry: { attempts: ATTEMPTS, backoffSeconds: 30 },
    key: ({ messageId }) => messageId,
    timeoutSeconds: 60,
    run: {
      mode: 'outside',
      handle: async ({ messageId }, { actor, attempt }) => {
        const row = await repository.findMessage(deps.database.db, actor.centreId, messageId);
        if (
          row === undefined ||
          row.channel === 'inbox' ||
          row.state === 'sent' ||
          row.state === 'shown'
        )
          return;
        await deliver(deps, actor, row, attempt);
      },
    },
  });

async function deliver(
  deps: NotifyDeps,
  actor: Actor,
  row: MessageRow,
  attempt: number,
): Promise<void> {
  const channel = row.channel === 'inbox' ? undefined : deps.channels[row.channel];
  try {
    if (channel !== undefined) await channel.deliver(toOutgoing(deps, row));
    else if (!deps.isDemonstration) throw new Error(`No way out is configured for ${row.channel}`);
    await keep(deps, actor, {
      ...row,
      state: channel === undefined ? 'shown' : 'sent',
      attempts: attempt,
      failure: '',
      sent_at: deps.clock.now(),
    });
  } catch (error) {
    await keep(deps, actor, {
      ...row,
      state: attempt >= ATTEMPTS ? 'failed' : 'waiting',
      attempts: attempt,
      failure: toFailureText(error),
    });
    throw error;
  }
}

function toOutgoing(deps: NotifyDeps, row: MessageRow) {
  return {
    messageId: row.message_id,
    address: openAddress(deps.cipher, row),
    template: row.template,
    ...openContent(deps.cipher, row),
    link: row.link === '' ? '' : `${deps.publicUrl}${row.link}`,
    locale: row.locale,
  };
}

function keep(deps: NotifyDeps, actor: Actor, row: MessageRow): Promise<void> {
  return deps.database.transaction(async (tx) => {
    repository.setState(tx, row);
    if (row.state !== 'failed') return;
    tell(tx, deps.clock, actor, events.failed, {
      subject: { kind: 'notify.message', id: row.message_id },
      payload: { messageId: row.message_id, channel: row.channel, failure: row.failure },
    });
  });
}
