import type { ReplayStep } from '#modules/hall/queue/contract.ts';

import type { HallFacts, RatingFacts } from './facts.ts';
import { type Verdict, verdict } from './invariant.ts';

/** In one site no two tickets of a day carry the same number. */
export function numbersAreUnique({ tickets }: Pick<HallFacts, 'tickets'>): Verdict {
  const groups = Map.groupBy(tickets, ({ siteId, number }) => `${siteId}/${number}`);
  const twice = [...groups].filter(([, own]) => own.length > 1);
  return verdict(
    'numbers-unique',
    { zh: '同一服务点一天内没有重号', en: 'No number twice' },
    tickets.length,
    twice.map(([key, own]) => `${key}: ${own.map(({ id }) => id).join(', ')}`),
  );
}

/** What was given out is there, under its number, with the end that was acknowledged, and nothing else is. */
export function noVisitIsLost({
  acknowledged,
  tickets,
}: Pick<HallFacts, 'acknowledged' | 'tickets'>): Verdict {
  const found = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const known = new Set(acknowledged.map(({ ticketId }) => ticketId));
  const violations = acknowledged.flatMap(({ ticketId, number, finish }) => {
    const ticket = found.get(ticketId);
    if (ticket === undefined) return [`${number} is gone`];
    if (ticket.number !== number) return [`${number} is now ${ticket.number}`];
    if (finish !== undefined && ticket.finishKind !== finish)
      return [`${number} was finished as ${finish}, and is ${ticket.state} ${ticket.finishKind}`];
    return [];
  });
  const unasked = tickets.filter(({ id }) => !known.has(id)).map((t) => `${t.number} nobody drew`);
  return verdict(
    'no-visit-lost',
    { zh: '已取的号一个不少、一个不多', en: 'No visit lost, none from nowhere' },
    acknowledged.length,
    [...violations, ...unasked],
  );
}

/** After the night no ticket is open any more. */
export function everyVisitEnds({ tickets }: Pick<HallFacts, 'tickets'>): Verdict {
  const open = new Set(['waiting', 'called', 'serving', 'held']);
  return verdict(
    'every-visit-ends',
    { zh: '日终后没有未了结的号', en: 'Every visit has ended' },
    tickets.length,
    tickets.filter(({ state }) => open.has(state)).map((t) => `${t.number} is ${t.state}`),
  );
}

const TAKES = new Set(['called', 'resumed']);
const GIVES_BACK = new Set([
  'finished',
  'missed',
  'requeued',
  'transferred',
  'held',
  'left',
  'expired',
  'released',
]);

/** From its call until it is given back a ticket is in the hands of one window, and a window has one ticket. */
export function noTicketAtTwoWindows({ steps }: Pick<HallFacts, 'steps'>): Verdict {
  const violations: string[] = [];
  let looked = 0;
  for (const [siteId, own] of steps) {
    const holder = new Map<string, string>();
    const inHand = new Map<string, string>();
    for (const { number, act, windowId, at } of own) {
      if (number === '') continue;
      looked += 1;
      const window = windowId ?? '';
      const before = holder.get(number);
      if (TAKES.has(act)) {
        if (before !== undefined && before !== window)
          violations.push(`${siteId}/${number} is at ${before} and called by ${window} at ${at}`);
        const other = inHand.get(window);
        if (other !== undefined && other !== number)
          violations.push(`${window} has ${other} and calls ${number} at ${at}`);
        holder.set(number, window);
        inHand.set(window, number);
      } else if (GIVES_BACK.has(act) && before !== undefined) {
        holder.delete(number);
        inHand.delete(before);
      }
    }
  }
  return verdict(
    'no-ticket-at-two-windows',
    { zh: '一个号不会同时在两个窗口', en: 'No ticket at two windows' },
    looked,
    violations,
  );
}

const AFTER: Readonly<Record<string, readonly string[]>> = {
  '': ['issued'],
  waiting: ['called', 'left', 'expired', 'transferred', 'green-allowed'],
  called: [
    'started',
    'recalled',
    'missed',
    'transferred',
    'left',
    'released',
    'expired',
    'finished',
  ],
  serving: ['finished', 'held', 'transferred', 'left', 'expired', 'released'],
  held: ['resumed', 'called', 'left', 'expired', 'released', 'transferred', 'finished'],
  missed: ['requeued', 'called', 'expired', 'left'],
};

/** Each ticket’s steps are a way through its states: one beginning, nothing after its end. */
export function everyHistoryIsWhole({
  steps,
  tickets,
}: Pick<HallFacts, 'steps' | 'tickets'>): Verdict {
  const violations: string[] = [];
  const last = new Map<string, string>();
  for (const [siteId, own] of steps)
    for (const step of own) {
      if (step.number === '') continue;
      const key = `${siteId}/${step.number}`;
      const state = last.get(key) ?? '';
      if (AFTER[state]?.includes(step.act) !== true)
        violations.push(`${key}: ${step.act} after ${state || 'nothing'} at ${step.at}`);
      last.set(key, step.state ?? '');
    }
  for (const { siteId, number, state } of tickets) {
    const told = last.get(`${siteId}/${number}`);
    if (told !== state)
      violations.push(`${siteId}/${number} is ${state}, its history says ${told}`);
  }
  return verdict(
    'histories-whole',
    { zh: '每个号的过程完整、合法', en: 'Every history is whole and lawful' },
    last.size,
    violations,
  );
}

/** What a report counts is what happened. */
export function reportsAgree({ steps, report }: Pick<HallFacts, 'steps' | 'report'>): Verdict {
  const counted = countOutcomes(steps);
  const violations = (['issued', 'served', 'abandoned'] as const)
    .filter((name) => counted[name] !== report[name])
    .map((name) => `${name}: the report says ${report[name]}, the events ${counted[name]}`);
  return verdict(
    'reports-agree',
    { zh: '报表数与事件数一致', en: 'Reports equal events' },
    counted.issued,
    violations,
  );
}

function countOutcomes(steps: ReadonlyMap<string, readonly ReplayStep[]>) {
  const last = new Map<string, ReplayStep>();
  let issued = 0;
  for (const [siteId, own] of steps)
    for (const step of own) {
      if (step.number === '') continue;
      if (step.act === 'issued') issued += 1;
      last.set(`${siteId}/${step.number}`, step);
    }
  const ends = [...last.values()].map(({ state }) => state ?? '');
  const lost = new Set(['missed', 'left', 'expired']);
  return {
    issued,
    served: ends.filter((state) => state === 'done').length,
    abandoned: ends.filter((state) => lost.has(state)).length,
  };
}

/** Each rating that was thanked for is kept once, with its grade. */
export function everyRatingIsKept({ given, found }: RatingFacts): Verdict {
  const key = ({ ticketNo, grade }: { ticketNo: string | null; grade: string }) =>
    `${ticketNo}/${grade}`;
  const count = (all: RatingFacts['found']) => {
    const counts = new Map<string, number>();
    for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
    return counts;
  };
  const [wanted, kept] = [count(given), count(found)];
  const violations = [...new Set([...wanted.keys(), ...kept.keys()])]
    .filter((one) => wanted.get(one) !== kept.get(one))
    .map((one) => `${one}: given ${wanted.get(one) ?? 0}, kept ${kept.get(one) ?? 0}`);
  return verdict(
    'ratings-kept',
    { zh: '每条评价恰好保存一次', en: 'Every rating kept once' },
    given.length,
    violations,
  );
}
