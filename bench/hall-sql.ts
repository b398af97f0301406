import type { BenchHall } from './hall-setup.ts';
import type { PgbenchRun } from './pgbench.ts';

/** What sends a ticket back to the line after it was called, on both sides of the comparison alike. */
export const RELEASE = `UPDATE queue.ticket SET state = 'waiting', window_id = NULL, called_at = NULL, calls = 0
  WHERE centre_id = 1 AND window_id = $1 AND state IN ('called', 'serving') RETURNING ticket_id`;

const PAYLOAD = JSON.stringify({
  ticketId: '019ab000-0000-7000-8000-0000000000aa',
  number: 'A0001',
  day: '2026-01-20',
  siteId: '019ab000-0000-7000-8000-0000000000aa',
  zoneId: '019ab000-0000-7000-8000-0000000000aa',
  businessId: '019ab000-0000-7000-8000-0000000000aa',
  act: 'called',
  state: 'called',
  lane: 'normal',
  channel: 'machine',
  windowId: '019ab000-0000-7000-8000-0000000000aa',
  windowNumber: 1,
  personId: null,
  partyId: null,
  appointmentId: null,
  calls: 1,
  finishKind: null,
  reason: '',
}).replaceAll('":', '": ');

/** One call with the statements that the product sends for it, each awaited, and the release. */
export function toCallScript(hall: BenchHall, today: string): PgbenchRun {
  const windows = hall.windows.map((id) => `'${id}'`).join(', ');
  const script = String.raw`
SELECT (ARRAY[${windows}]::uuid[])[:client_id + 1] AS window_id \gset
SELECT route, body_hash, answer FROM kernel.idempotency
  WHERE centre_id = 1 AND actor_id = :window_id AND key = 'none';
BEGIN;
SELECT w.*, (SELECT t.number FROM queue.ticket t WHERE t.centre_id = w.centre_id
    AND t.window_id = w.window_id AND t.state IN ('called', 'serving')) AS current_number
  FROM queue.window_state w WHERE w.centre_id = 1 AND w.window_id = :window_id
  FOR UPDATE OF w;
WITH here AS (
  SELECT :window_id::uuid AS id UNION ALL SELECT p.post_window_id FROM queue.window_post p
    WHERE p.centre_id = 1 AND p.window_id = :window_id),
line AS (
  SELECT s.business_id FROM here
  JOIN queue.window_service s ON s.centre_id = 1 AND s.window_id = here.id
  CROSS JOIN LATERAL (SELECT t.issued_at FROM queue.ticket t
    WHERE t.centre_id = s.centre_id AND t.business_id = s.business_id AND t.day = '${today}'
      AND t.state = 'waiting'
      AND (t.target_window_id IS NULL OR t.target_window_id = any(ARRAY(SELECT id FROM here)))
    ORDER BY t.issued_at LIMIT 1) longest
  ORDER BY (s.role = 'overflow' AND longest.issued_at > now() - make_interval(mins => coalesce(
      (SELECT (body->>'overflowMinutes')::integer FROM queue.setting WHERE centre_id = 1), 10))),
    longest.issued_at, s.business_id LIMIT 1)
SELECT t.ticket_id, t.version FROM queue.ticket t
  WHERE t.centre_id = 1 AND t.business_id = (SELECT business_id FROM line) AND t.day = '${today}'
    AND t.state = 'waiting' AND NOT EXISTS (SELECT FROM queue.ticket o
      WHERE o.centre_id = t.centre_id AND o.day = t.day AND o.holder_key = t.holder_key
        AND o.state IN ('called', 'serving'))
    AND (t.target_window_id IS NULL OR t.target_window_id = any(ARRAY(SELECT id FROM here)))
  ORDER BY t.line_key, t.ticket_id LIMIT 1 FOR UPDATE OF t SKIP LOCKED \gset t_
UPDATE queue.ticket SET state = 'called', calls = 1, called_at = now(), last_called_at = now(),
    ended_at = NULL, window_id = :window_id, window_number = 1, person_id = NULL, person_name = 'x',
    target_window_id = NULL, version = :t_version + 1
  WHERE centre_id = 1 AND ticket_id = :t_ticket_id;
INSERT INTO queue.ticket_event (centre_id, ticket_id, seq, act, at, day, site_id, business_id, number,
    state, window_id, window_number, person_name, by_kind, by_id, reason)
  VALUES (1, :t_ticket_id, :t_version + 1, 'called', now(), '${today}', '${hall.siteId}',
    '${hall.businessId}', 'A0001', 'called', :window_id, 1, 'x', 'staff', 'x', '');
INSERT INTO kernel.outbox (centre_id, event_id, name, version, aggregate_kind, aggregate_id, actor_kind,
    actor_id, at, payload)
  VALUES (1, gen_random_uuid(), 'queue.ticket-called', 1, 'queue.ticket', :t_ticket_id, 'staff', 'x',
    now(), '${PAYLOAD}');
INSERT INTO kernel.audit_entry (centre_id, entry_id, chain, at, actor_kind, actor_id, actor_name, act,
    subject_kind, subject_id, request_id, address, body)
  VALUES (1, gen_random_uuid(), 1, now(), 'staff', 'x', 'x', 'queue.ticket-called', 'queue.ticket',
    :t_ticket_id, 'x', '127.0.0.1', '${PAYLOAD}');
INSERT INTO kernel.idempotency (centre_id, actor_id, key, route, body_hash, answer, created_at)
  VALUES (1, :window_id, gen_random_uuid()::text, 'queue.callNext', 'x', '{"ticket": ${PAYLOAD}, "session": ${PAYLOAD}}', now());
COMMIT;
${RELEASE.replace('$1', ':window_id')};
`;
  return { scripts: [script], variables: new Map() };
}
