import { runText } from '#kernel/db/transaction.ts';
import type { Tx } from '#kernel/db/types.ts';

import { DEFAULT_SETTINGS } from '../contract.ts';
import type { TicketRow, WindowStateRow } from './tables.ts';

export interface WindowHeld extends WindowStateRow {
  /** The number that the window calls or serves; null when it is free. */
  readonly current_number: string | null;
}

const LOCK_WINDOW = `
  SELECT w.*, (SELECT t.number FROM queue.ticket t WHERE t.centre_id = w.centre_id
      AND t.window_id = w.window_id AND t.state IN ('called', 'serving')) AS current_number
  FROM queue.window_state w WHERE w.centre_id = $1 AND w.window_id = $2
  FOR UPDATE OF w`;

/** Holds the window until the transaction ends: what one person does there happens one after the other. */
export async function lockWindow(
  tx: Tx,
  centreId: number,
  windowId: string,
): Promise<WindowHeld | undefined> {
  const [row] = await runText<WindowHeld>(tx, LOCK_WINDOW, [centreId, windowId]);
  return row;
}

export interface Wanted {
  readonly centreId: number;
  readonly windowId: string;
  readonly day: string;
  readonly now: Date;
}

/** Of the centre ($1) the window itself ($2), and the windows whose posts are served from it. */
const HERE = `here AS (
  SELECT $2::uuid AS id UNION ALL SELECT p.post_window_id FROM queue.window_post p
    WHERE p.centre_id = $1 AND p.window_id = $2)`;

const IS_SENT_HERE = `(t.target_window_id IS NULL OR t.target_window_id = any(ARRAY(SELECT id FROM here)))`;

/** On the day ($3), for whoever serves here: nobody else has this person in their hands. */
const IS_FREE = `t.centre_id = $1 AND t.day = $3 AND t.state = 'waiting' AND ${IS_SENT_HERE}
  AND NOT EXISTS (SELECT FROM queue.ticket o
    WHERE o.centre_id = t.centre_id AND o.day = t.day AND o.holder_key = t.holder_key
      AND o.state IN ('called', 'serving'))`;

/** How long somebody waits before windows that help take the line for their own. */
const OVERFLOW_AFTER = `make_interval(mins => coalesce(
  (SELECT (body->>'overflowMinutes')::integer FROM queue.setting WHERE centre_id = $1), $5::integer))`;

const TAKE_NEXT = `
  WITH ${HERE}, line AS (
    SELECT s.business_id FROM here
    JOIN queue.window_service s ON s.centre_id = $1 AND s.window_id = here.id
    CROSS JOIN LATERAL (SELECT t.issued_at FROM queue.ticket t
      WHERE t.centre_id = s.centre_id AND t.business_id = s.business_id AND t.day = $3
        AND t.state = 'waiting' AND ${IS_SENT_HERE}
      ORDER BY t.issued_at LIMIT 1) longest
    ORDER BY (s.role = 'overflow' AND longest.issued_at > $4::timestamptz - ${OVERFLOW_AFTER}),
      longest.issued_at, s.business_id LIMIT 1)
  SELECT t.* FROM queue.ticket t
  WHERE t.business_id = (SELECT business_id FROM line) AND ${IS_FREE}
  ORDER BY t.line_key, t.ticket_id LIMIT 1 FOR UPDATE OF t SKIP LOCKED`;

/**
 * Takes the next ticket for a window and holds it: of the line whose longest waiting person has waited most,
 * the first in its order. What another window takes at this moment is skipped, never waited for and never
 * taken twice; a person who is being served elsewhere is not called.
 */
export async function takeNext(
  tx: Tx,
  { centreId, windowId, day, now }: Wanted,
): Promise<TicketRow | undefined> {
  const given = [centreId, windowId, day, now, DEFAULT_SETTINGS.overflowMinutes];
  const [row] = await runText<TicketRow>(tx, TAKE_NEXT, given);
  return row;
}

const TAKE_ANY = `
  WITH ${HERE}
  SELECT t.* FROM queue.ticket t
  WHERE t.business_id IN (SELECT s.business_id FROM queue.window_service s
      JOIN here ON here.id = s.window_id WHERE s.centre_id = $1) AND ${IS_FREE}
  ORDER BY t.line_key, t.ticket_id LIMIT 1 FOR UPDATE OF t SKIP LOCKED`;

/** The same over all lines of the window at once, for the moment in which a whole line is held by others. */
export async function takeAny(
  tx: Tx,
  { centreId, windowId, day }: Wanted,
): Promise<TicketRow | undefined> {
  const [row] = await runText<TicketRow>(tx, TAKE_ANY, [centreId, windowId, day]);
  return row;
}
