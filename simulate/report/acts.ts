import { sm3Hex } from '#kernel/crypto/sm3.ts';

import type { DayPlan, Visit } from '../day/plan.ts';
import type { Ledger } from '../play/ledger.ts';
import type { Dossier, Guest } from '../play/records.ts';

/**
 * What a seed decides: the plan, and everything that people and the centre did, in the order of the plan. Left out is
 * what is new in every run: identities of records, numbers of cases (taken in the order in which lines that run side by
 * side come to them) and how long anything took.
 */
export interface Acts {
  readonly plan: string;
  readonly acts: string;
  readonly lines: readonly string[];
}

export function toActs(
  days: ReadonlyArray<{ readonly plan: DayPlan; readonly ledger: Ledger }>,
  midnight: number,
): Acts {
  const lines = days.flatMap(({ plan, ledger }) => tellDay(plan, ledger, midnight));
  const planned = days.flatMap(({ plan }) => tellPlan(plan));
  return { plan: sm3Hex(planned.join('\n')), acts: sm3Hex(lines.join('\n')), lines };
}

const tellPlan = ({ visits, staffing }: DayPlan): string[] => [
  ...visits.map(({ line, ...rest }) => JSON.stringify({ ...rest, line: nameOf(line) })),
  ...staffing.map(({ lines, pause }) => JSON.stringify([lines.map(nameOf), pause])),
];

function tellDay(plan: DayPlan, ledger: Ledger, midnight: number): string[] {
  const guests = new Map([...ledger.guests.values()].map((guest) => [guest.visit, guest]));
  const ratings = new Map(ledger.ratings.map((rating) => [rating.ticketId, rating]));
  const cases = [...ledger.cases.values()].toSorted((left, right) =>
    left.from.localeCompare(right.from, 'en', { numeric: true }),
  );
  const toTime = (at: number | undefined) =>
    at === undefined ? '-' : new Date(at - midnight).toISOString().slice(11, 19);
  const tellGuest = (guest: Guest) => {
    const rating = ratings.get(guest.ticketId);
    return [
      guest.number,
      toTime(guest.issuedAt),
      toTime(guest.calledAt),
      toTime(guest.endedAt),
      ledger.finished.get(guest.ticketId) ?? 'not finished',
      rating === undefined ? 'not rated' : `${rating.grade} by ${rating.way}`,
    ].join(' ');
  };
  const tellVisit = (visit: Visit) => {
    const guest = guests.get(visit);
    return `visit ${visit.index} ${nameOf(visit.line)} ${guest === undefined ? 'no ticket' : tellGuest(guest)}`;
  };
  const tellCase = ({ from, matter, state, version, isAccepted, readyAt }: Dossier) =>
    `${from} case ${matter.code} ${state} version ${version} ${isAccepted ? 'accepted' : 'not accepted'} ready ${toTime(readyAt)}`;
  return [...plan.visits.map(tellVisit), ...cases.map(tellCase)];
}

const nameOf = ({ siteCode, code }: Visit['line']): string => `${siteCode}/${code}`;
