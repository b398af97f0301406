import type { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import { maskEmail, maskPhone } from '../crypto/mask.ts';
import type { Tx } from '../db/types.ts';
import { tell } from '../events/tell.ts';
import { newId } from '../ids/id.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { Locale } from '../problems/contract.ts';
import { type ChannelName, events } from './contract.ts';
import { deliverMessage } from './deliver-message.ts';
import type { NotifyDeps } from './deps.ts';
import * as repository from './repository.ts';
import { sealAddress, sealContent } from './sealed.ts';
import type { MessageRow } from './tables.ts';
import { type MessageTemplate, writeMessage } from './template.ts';

/** To whom a message goes: always said, never guessed. */
export interface Recipient {
  /** For the in-app inbox. */
  readonly accountId?: string;
  readonly email?: string;
  readonly mobile?: string;
  /** The device token of the person's app. */
  readonly push?: string;
  readonly locale: Locale;
}

export interface Notice<V extends z.ZodType<Record<string, string | number>>> {
  readonly template: MessageTemplate<V>;
  readonly values: z.input<V>;
  readonly to: Recipient;
  /** What the notice is about and for whom: the same key never writes twice. */
  readonly key: string;
}

type Way = {
  readonly channel: ChannelName;
  readonly address: string | null;
  readonly masked: string;
};

function waysTo(to: Recipient): Way[] {
  return [
    ...(to.accountId === undefined
      ? []
      : [{ channel: 'inbox' as const, address: null, masked: '' }]),
    ...(to.email === undefined
      ? []
      : [{ channel: 'email' as const, address: to.email, masked: maskEmail(to.email) }]),
    ...(to.mobile === undefined
      ? []
      : [{ channel: 'sms' as const, address: to.mobile, masked: maskPhone(to.mobile) }]),
    ...(to.push === undefined
      ? []
      : [{ channel: 'push' as const, address: to.push, masked: 'app' }]),
  ];
}

/**
 * Writes the notice for each way that leads to the recipient, in the transaction of the act, and leaves
 * the sending to a job. What was not kept is not sent; a repeat with the same key writes nothing.
 */
export async function notify<V extends z.ZodType<Record<string, string | number>>>(
  deps: NotifyDeps,
  tx: Tx,
  actor: Actor,
  notice: Notice<V>,
): Promise<void> {
  const written = writeMessage(notice.template, notice.values, notice.to.locale);
  for (const way of waysTo(notice.to)) {
    const key = { centre_id: actor.centreId, message_id: newId() };
    const row: MessageRow = {
      ...key,
      channel: way.channel,
      template: notice.template.name,
      account_id: notice.to.accountId ?? null,
      recipient_masked: way.masked,
      address_sealed: way.address === null ? null : sealAddress(deps.cipher, key, way.address),
      locale: notice.to.locale,
      content_sealed: sealContent(deps.cipher, key, {
        subject: written.subject,
        body: written.body,
      }),
      link: written.link,
      state: way.channel === 'inbox' ? 'sent' : 'waiting',
      attempts: 0,
      failure: '',
      dedupe_key: `${notice.template.name}/${way.channel}/${notice.key}`,
      created_by: actor.id,
      created_at: deps.clock.now(),
      sent_at: way.channel === 'inbox' ? deps.clock.now() : null,
      read_at: null,
    };
    // The answer decides whether the rest is written, so this one write is awaited.
    const isNew = await repository.insertMessage(tx, row);
    if (isNew) keepGoing(deps, tx, actor, row);
  }
}

function keepGoing(deps: NotifyDeps, tx: Tx, actor: Actor, row: MessageRow): void {
  tell(tx, deps.clock, actor, events.written, {
    subject: { kind: 'notify.message', id: row.message_id },
    payload: {
      messageId: row.message_id,
      channel: row.channel,
      template: row.template,
      accountId: row.account_id,
    },
  });
  if (row.channel === 'inbox') return;
  enqueue(tx, deps.clock, actor, deliverMessage(deps), { payload: { messageId: row.message_id } });
}
