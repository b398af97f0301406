import type { Tx } from '#kernel/db/types.ts';
import { listenToAll, on } from '#kernel/events/listener.ts';
import type { Happened } from '#kernel/events/listener.ts';
import { type CasePayload, events as caseEvents } from '#modules/casework/cases/contract.ts';

import type { QueueDeps } from './deps.ts';
import * as repository from './repository.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A case that was opened from a ticket joins its visit. The same event twice writes the same row. */
export const joinCases = ({ cases }: QueueDeps) => {
  const join = async (tx: Tx, { centreId, payload, at }: Happened<CasePayload>) => {
    const one = await cases.findCase(tx, centreId, payload.caseId);
    const ticketId = one?.ticketId ?? '';
    if (one === undefined || !UUID.test(ticketId)) return;
    if ((await repository.findTicket(tx, centreId, ticketId)) === undefined) return;
    repository.joinCase(tx, {
      centre_id: centreId,
      ticket_id: ticketId,
      case_id: one.id,
      matter_id: one.matterId,
      matter_zh: one.matterName.zh,
      matter_en: one.matterName.en ?? one.matterName.zh,
      at,
    });
  };
  return listenToAll('queue.join-cases', [
    on(caseEvents.received, join),
    on(caseEvents.accepted, join),
  ]);
};
