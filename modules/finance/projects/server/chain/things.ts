import type { Db } from '#kernel/db/types.ts';
import { type Fen, toYuanText } from '#kernel/money/fen.ts';
import type { CaseRef } from '#modules/casework/cases/index.ts';
import type { ChainEvent } from '#modules/finance/contracts/index.ts';
import type { ParcelRef } from '#modules/fulfilment/courier/index.ts';
import type { SetRef } from '#modules/fulfilment/seals/index.ts';
import type { VisitRef } from '#modules/hall/queue/index.ts';

import type { ChainThing } from '../../contract.ts';
import type { ProjectsDeps } from '../deps.ts';

export type Counted = ChainEvent & { readonly amountFen: Fen | null };

const SET = 'seals.set/';
const PARCEL = 'courier.parcel/';

const idsOf = (events: readonly ChainEvent[], head: string): string[] =>
  events.flatMap(({ key }) => (key.startsWith(head) ? [key.slice(head.length)] : []));

/** What stands behind counted things: each set and parcel with its case, and the ticket with which that case came in. */
interface Behind {
  readonly sets: ReadonlyMap<string, SetRef>;
  readonly parcels: ReadonlyMap<string, ParcelRef>;
  readonly cases: ReadonlyMap<string, CaseRef>;
  readonly visits: ReadonlyMap<string, VisitRef>;
}

async function readBehind(
  { seals, courier, cases, queue, database }: ProjectsDeps,
  centreId: number,
  events: readonly ChainEvent[],
): Promise<Behind> {
  const { db } = database;
  const parcels = await courier.listParcels(db, centreId, idsOf(events, PARCEL));
  const setIds = [
    ...idsOf(events, SET),
    ...parcels.flatMap((one) => (one.subjectKind === 'seals.set' ? [one.subjectId] : [])),
  ];
  const sets = await seals.listSets(db, centreId, [...new Set(setIds)]);
  const caseNos = [
    ...sets.map(({ caseNo }) => caseNo),
    ...parcels.flatMap((one) => (one.subjectKind === 'cases.case' ? [one.subjectNo] : [])),
  ];
  const found = await readEach(
    [...new Set(caseNos)].filter((no) => no !== ''),
    (no) => cases.findCaseByNo(db, centreId, no),
  );
  const tickets = found.flatMap(({ ticketId }) => ticketId ?? []);
  const visits = await readEach([...new Set(tickets)], (id) => queue.findVisit(db, centreId, id));
  return {
    sets: new Map(sets.map((one) => [one.id, one])),
    parcels: new Map(parcels.map((one) => [one.id, one])),
    cases: new Map(found.map((one) => [one.caseNo, one])),
    visits: new Map(visits.map((one) => [one.ticketId, one])),
  };
}

/** One after the other: a page has some dozens, and the pool of connections is for everybody. */
async function readEach<T>(
  keys: readonly string[],
  read: (key: string) => Promise<T | undefined>,
): Promise<T[]> {
  const found: T[] = [];
  for (const key of keys) {
    const one = await read(key);
    if (one !== undefined) found.push(one);
  }
  return found;
}

export async function describeThings(
  deps: ProjectsDeps,
  centreId: number,
  events: readonly Counted[],
): Promise<ChainThing[]> {
  const behind = await readBehind(deps, centreId, events);
  return events.map((event) => toThing(event, behind));
}

/** A set or a parcel by its own name, and the number of its case. */
type Named = Pick<ChainThing, 'kind' | 'id' | 'number' | 'about' | 'caseNo'>;

function nameThing(key: string, { sets, parcels }: Behind): Named {
  const set = key.startsWith(SET) ? sets.get(key.slice(SET.length)) : undefined;
  if (set !== undefined) {
    const { id, number, firmName: about, caseNo } = set;
    return { kind: 'seals.set', id, number, about, caseNo };
  }
  const parcel = key.startsWith(PARCEL) ? parcels.get(key.slice(PARCEL.length)) : undefined;
  if (parcel === undefined) return { kind: 'count', id: null, number: key, about: '', caseNo: '' };
  const { id, number, contents: about, subjectKind, subjectId, subjectNo } = parcel;
  const caseNo = subjectKind === 'cases.case' ? subjectNo : (sets.get(subjectId)?.caseNo ?? '');
  return { kind: 'courier.parcel', id, number, about, caseNo };
}

function toThing(event: Counted, behind: Behind): ChainThing {
  const { key, day, quantity, amountFen } = event;
  const named = nameThing(key, behind);
  const found = behind.cases.get(named.caseNo);
  const visit = behind.visits.get(found?.ticketId ?? '');
  return {
    key,
    day,
    quantity,
    amount: amountFen === null ? null : toYuanText(amountFen),
    ...named,
    caseId: found?.id ?? null,
    matter: found?.matterName.zh ?? '',
    ticketId: visit?.ticketId ?? null,
    ticketNo: visit?.number ?? '',
  };
}

/** The keys under which everything of some cases is counted, whether it was or not. */
export async function listKeysOf(
  { seals, courier }: ProjectsDeps,
  db: Db,
  centreId: number,
  cases: readonly CaseRef[],
): Promise<
  Array<{ readonly key: string; readonly eventType: string; readonly day: string | null }>
> {
  const sets: SetRef[] = [];
  for (const { caseNo } of cases) sets.push(...(await seals.listOfCase(db, centreId, caseNo)));
  const subjects = [...cases.map(({ id }) => id), ...sets.map(({ id }) => id)];
  const parcels = await courier.listOfSubjects(db, centreId, subjects);
  return [
    ...sets.map((one) => ({
      key: seals.keyOf(one.id),
      eventType: 'seals.set-issued',
      day: one.signedOn,
    })),
    ...parcels.map((one) => ({
      key: courier.keyOf(one.id),
      eventType: 'courier.parcel-sent',
      day: one.signedOn,
    })),
  ];
}
