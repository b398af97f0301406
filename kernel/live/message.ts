import type { EventKind } from '../events/contract.ts';
import type { LogRow } from '../events/log.ts';
import type { LiveEvent } from './contract.ts';

/** One event on one topic, written out once however many follow it. */
export interface Message {
  readonly centreId: number;
  readonly topic: string;
  readonly writtenBy: bigint;
  readonly json: string;
}

/** The messages of an event; none when its payload is not of the present shape. */
export function toMessages(kind: EventKind, row: LogRow): Message[] {
  const parsed = kind.payload.safeParse(row.payload);
  if (!parsed.success) return [];
  const topics = kind.live?.(parsed.data) ?? [];
  const payload = pick(row.payload, kind.liveFields ?? []);
  return (typeof topics === 'string' ? [topics] : topics).map((topic) => {
    const event: LiveEvent = {
      id: row.event_id,
      name: row.name,
      topic,
      subject: { kind: row.aggregate_kind, id: row.aggregate_id },
      at: row.at.toISOString(),
      payload,
    };
    return {
      centreId: row.centre_id,
      topic,
      writtenBy: BigInt(row.written_by),
      json: JSON.stringify(event),
    };
  });
}

function pick(payload: unknown, fields: readonly string[]): Record<string, unknown> {
  if (typeof payload !== 'object' || payload === null) return {};
  const given = payload as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])),
  );
}
