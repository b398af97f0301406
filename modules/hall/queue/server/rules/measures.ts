import type { TicketAct, WindowAct } from '../../contract.ts';

/** One entry of a ticket's record. */
export interface Entry {
  readonly act: TicketAct;
  readonly at: Date;
  readonly windowId: string | null;
  readonly windowNumber: number | null;
  readonly personId: string | null;
  readonly personName: string;
}

/** What a visit amounts to. Times in whole seconds, null where it never came so far. */
export interface VisitMeasure {
  /** From issue to the first call; a later call never moves it. */
  readonly waitedSeconds: number | null;
  /** All service, without the time on hold. */
  readonly servedSeconds: number | null;
  readonly outcome: 'served' | 'abandoned' | 'open';
  readonly windowId: string | null;
  readonly windowNumber: number | null;
  readonly personId: string | null;
  readonly personName: string;
}

const secondsBetween = (from: Date, to: Date) =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));

const BEGINS: readonly TicketAct[] = ['started', 'resumed'];
const ENDS: readonly TicketAct[] = ['finished', 'held', 'transferred', 'released', 'expired'];
const GIVEN_UP: readonly TicketAct[] = ['missed', 'left', 'expired'];

/** All service of a visit, without the time on hold; null when it never began. */
function addService(entries: readonly Entry[]): number | null {
  let served: number | null = null;
  let since: Date | undefined;
  for (const { act, at } of entries) {
    if (BEGINS.includes(act)) since = at;
    if (since === undefined || !ENDS.includes(act)) continue;
    served = (served ?? 0) + secondsBetween(since, at);
    since = undefined;
  }
  return served;
}

function outcomeOf(entries: readonly Entry[]): VisitMeasure['outcome'] {
  if (entries.some((entry) => entry.act === 'finished')) return 'served';
  const last = entries.at(-1);
  return last !== undefined && GIVEN_UP.includes(last.act) ? 'abandoned' : 'open';
}

const NOBODY = { windowId: null, windowNumber: null, personId: null, personName: '' };

/** Derives a visit from its entries, which are in order. Whoever finished it served it; else whoever called last. */
export function measureVisit(entries: readonly Entry[]): VisitMeasure {
  const issued = entries.find((entry) => entry.act === 'issued');
  const called = entries.find((entry) => entry.act === 'called');
  const by =
    entries.findLast((entry) => entry.act === 'finished') ??
    entries.findLast((entry) => entry.windowId !== null) ??
    NOBODY;
  return {
    waitedSeconds:
      issued === undefined || called === undefined ? null : secondsBetween(issued.at, called.at),
    servedSeconds: addService(entries),
    outcome: outcomeOf(entries),
    windowId: by.windowId,
    windowNumber: by.windowNumber,
    personId: by.personId,
    personName: by.personName,
  };
}

export interface WindowEntry {
  readonly act: WindowAct;
  readonly at: Date;
  readonly personId: string | null;
  readonly personName: string;
}

export interface WindowTime {
  readonly personId: string | null;
  readonly personName: string;
  readonly openSeconds: number;
  readonly pausedSeconds: number;
}

/** How long each person had a window open, and paused it, on one day; what has not ended ends at `until`. */
export function measureWindow(entries: readonly WindowEntry[], until: Date): WindowTime[] {
  const times = new Map<string, WindowTime>();
  let here:
    | { readonly who: WindowEntry; readonly isPaused: boolean; readonly at: Date }
    | undefined;
  const close = (at: Date) => {
    if (here === undefined) return;
    const key = here.who.personId ?? here.who.personName;
    const before = times.get(key);
    const seconds = secondsBetween(here.at, at);
    times.set(key, {
      personId: here.who.personId,
      personName: here.who.personName,
      openSeconds: (before?.openSeconds ?? 0) + (here.isPaused ? 0 : seconds),
      pausedSeconds: (before?.pausedSeconds ?? 0) + (here.isPaused ? seconds : 0),
    });
  };
  // Whoever serves a post sits at another window, and is counted there.
  const isOfPost = ({ act }: WindowEntry) => act === 'post-taken' || act === 'post-left';
  for (const entry of entries) {
    if (isOfPost(entry)) continue;
    close(entry.at);
    here =
      entry.act === 'signed-out'
        ? undefined
        : {
            who: here !== undefined && entry.act !== 'signed-in' ? here.who : entry,
            isPaused: entry.act === 'paused',
            at: entry.at,
          };
  }
  close(until);
  return [...times.values()];
}
