import type { DifferenceIn, TicketAct } from '../../contract.ts';
import type { TicketEventRow, TicketRow } from '../tables.ts';

/** A ticket and its entry are written in one transaction, but each asks the clock for itself. */
const MOMENT_MS = 10_000;
const ENDS: readonly TicketAct[] = ['finished', 'missed', 'left', 'expired'];

type Seen = Pick<
  TicketRow,
  | 'state'
  | 'version'
  | 'business_id'
  | 'issued_at'
  | 'called_at'
  | 'started_at'
  | 'ended_at'
  | 'window_id'
  | 'person_id'
  | 'finish_kind'
>;
type Entry = Pick<
  TicketEventRow,
  'seq' | 'act' | 'at' | 'state' | 'business_id' | 'window_id' | 'person_id' | 'finish_kind'
>;

const isSame = (left: Date | null, right: Date | null | undefined) =>
  left === null || right == null
    ? left === (right ?? null)
    : Math.abs(left.getTime() - right.getTime()) <= MOMENT_MS;

const isWhole = (entries: readonly Entry[], version: number) =>
  entries.length === version && entries.every((entry, index) => entry.seq === index + 1);

/** Who ended the visit well, and how: the ticket says it as its last entry does. */
const isServedAlike = (row: Seen, last: Entry) =>
  row.state !== 'done' ||
  (row.window_id === last.window_id &&
    row.person_id === last.person_id &&
    row.finish_kind === last.finish_kind);

/**
 * In what a ticket says something else than its record, whose entries are in order. Either of the two was changed
 * outside the software; which one, the audit log tells.
 */
export function compareWithRecord(
  row: Seen | undefined,
  entries: readonly Entry[],
): readonly DifferenceIn[] {
  const last = entries.at(-1);
  if (row === undefined || last === undefined) return ['record'];
  const firstAt = (act: TicketAct) => entries.find((entry) => entry.act === act)?.at;
  const checks: ReadonlyArray<readonly [DifferenceIn, boolean]> = [
    ['record', isWhole(entries, row.version)],
    ['state', row.state === last.state],
    ['line', row.business_id === last.business_id],
    ['issued', isSame(row.issued_at, firstAt('issued'))],
    ['called', isSame(row.called_at, firstAt('called'))],
    ['started', isSame(row.started_at, firstAt('started'))],
    ['ended', isSame(row.ended_at, ENDS.includes(last.act) ? last.at : null)],
    ['served', isServedAlike(row, last)],
  ];
  return checks.flatMap(([what, isAlike]) => (isAlike ? [] : [what]));
}
