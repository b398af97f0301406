import { routes as events } from '#kernel/events/contract-admin.ts';
import type { ResponseOf } from '#kernel/http/contract.ts';
import { routes as jobs } from '#kernel/jobs/contract-admin.ts';
import { routes as contracts } from '#modules/finance/contracts/contract.ts';
import { routes as appointments } from '#modules/hall/appointments/contract.ts';
import { routes as evaluation } from '#modules/hall/evaluation/contract.ts';
import { routes as queue, type ReportLine, type Ticket } from '#modules/hall/queue/contract.ts';

import type { Centre } from '../play/centre.ts';
import type { Ledger } from '../play/ledger.ts';
import type { Requests } from '../play/requests.ts';
import { type BookingFacts, everyBookingIsSettled } from './bookings.ts';
import type { HallFacts, RatingFacts } from './facts.ts';
import { judgeCases } from './gather-cases.ts';
import {
  everyHistoryIsWhole,
  everyRatingIsKept,
  everyVisitEnds,
  noTicketAtTwoWindows,
  noVisitIsLost,
  numbersAreUnique,
  reportsAgree,
} from './hall.ts';
import type { Verdict } from './invariant.ts';
import { backgroundIsDone, ledgerBalances } from './records.ts';

const PAGE = 500;
type BookingPage = ResponseOf<typeof appointments.listBookings>;
type Page = ResponseOf<typeof evaluation.listEvaluations>;

export interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly tickets: readonly Ticket[];
  /** The report of the day that the hall itself shows, and by hour. */
  readonly total: ReportLine;
  readonly byHour: readonly ReportLine[];
  readonly targetMinutes: number;
}

/** Reads what the day left behind, through the interface, and holds it against what was acknowledged. */
export async function judgeDay(
  requests: Requests,
  centre: Centre,
  ledger: Ledger,
): Promise<Judged> {
  const tickets = await listTickets(requests, centre);
  const manager = centre.pose('hall-manager');
  const period = { from: centre.day, to: centre.day };
  const { total, targetMinutes } = await requests.must(queue.showReport, manager, {
    query: period,
  });
  const { items: byHour } = await requests.must(queue.showReport, manager, {
    query: { ...period, by: 'hour' },
  });
  const facts: HallFacts = {
    acknowledged: [...ledger.guests.values()].map(({ ticketId, number, visit }) => ({
      ticketId,
      number,
      siteId: visit.line.siteId,
      finish: ledger.finished.get(ticketId),
    })),
    tickets,
    steps: await replaySites(requests, centre),
    report: total,
  };
  return {
    verdicts: [
      noTicketAtTwoWindows(facts),
      numbersAreUnique(facts),
      noVisitIsLost(facts),
      everyVisitEnds(facts),
      everyHistoryIsWhole(facts),
      reportsAgree(facts),
      everyRatingIsKept(await gatherRatings(requests, centre, ledger)),
      everyBookingIsSettled(await gatherBookings(requests, centre, ledger)),
      ...(await judgeCases(requests, centre, ledger)),
      ledgerBalances(await requests.must(contracts.reconcile, centre.pose('finance-checker'))),
    ],
    tickets,
    total,
    byHour,
    targetMinutes,
  };
}

async function listTickets(requests: Requests, centre: Centre): Promise<Ticket[]> {
  const tickets: Ticket[] = [];
  let cursor: string | null = null;
  do {
    const query = { day: centre.day, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const page: { items: Ticket[]; nextCursor: string | null } = await requests.must(
      queue.listTickets,
      centre.pose('hall-manager'),
      { query },
    );
    tickets.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return tickets;
}

async function replaySites(requests: Requests, centre: Centre): Promise<HallFacts['steps']> {
  const siteIds = [...new Set(centre.lines.map(({ siteId }) => siteId))];
  const steps = await Promise.all(
    siteIds.map(async (siteId) => {
      const replay = await requests.must(queue.replayDay, centre.pose('hall-manager'), {
        query: { siteId, day: centre.day },
      });
      return [siteId, replay.steps] as const;
    }),
  );
  return new Map(steps);
}

async function gatherRatings(
  requests: Requests,
  centre: Centre,
  ledger: Ledger,
): Promise<RatingFacts> {
  const given = ledger.ratings.map(({ ticketId, grade }) => {
    const guest = ledger.guests.get(ticketId);
    return { ticketNo: `${guest?.visit.line.siteCode}/${guest?.number}`, grade };
  });
  const siteCodes = new Map(centre.lines.map(({ siteId, siteCode }) => [siteId, siteCode]));
  const found: Array<RatingFacts['found'][number]> = [];
  const supervisor = centre.pose('service-supervisor');
  let cursor: string | null = null;
  do {
    const page: Page = await requests.must(evaluation.listEvaluations, supervisor, {
      query: {
        from: centre.day,
        to: centre.day,
        limit: PAGE,
        ...(cursor === null ? {} : { cursor }),
      },
    });
    for (const { ticketNo, grade, servedBy } of page.items)
      found.push({ ticketNo: `${siteCodes.get(servedBy.site?.id ?? '')}/${ticketNo}`, grade });
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { given, found };
}

async function gatherBookings(
  requests: Requests,
  centre: Centre,
  ledger: Ledger,
): Promise<BookingFacts> {
  const found: Array<BookingFacts['found'][number]> = [];
  let cursor: string | null = null;
  do {
    const page: BookingPage = await requests.must(
      appointments.listBookings,
      centre.pose('hall-manager'),
      {
        query: {
          from: centre.day,
          to: centre.day,
          limit: PAGE,
          ...(cursor === null ? {} : { cursor }),
        },
      },
    );
    found.push(...page.items.map(({ id, state, ticketId }) => ({ id, state, ticketId })));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { acknowledged: ledger.bookings, found };
}

/** Reads what the background has set aside; `failures` are those of the last things that were done. */
export async function judgeBackground(
  requests: Requests,
  centre: Centre,
  failures: readonly string[],
): Promise<Verdict> {
  const administrator = centre.pose('system-admin');
  const { items: listeners } = await requests.must(events.listListeners, administrator);
  const { items: schedules } = await requests.must(jobs.listSchedules, administrator);
  const query = { limit: 200 };
  const { items: parked } = await requests.must(events.listParked, administrator, { query });
  const { items: dead } = await requests.must(jobs.listDead, administrator, { query });
  return backgroundIsDone({ looked: listeners.length + schedules.length, parked, dead, failures });
}
