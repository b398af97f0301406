import { get, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { reachOf } from '#kernel/access/authorise.ts';
import { createCalendarApi } from '#kernel/calendar/calendar-api.ts';
import { DEFAULT_SETTINGS, permissions, routes } from '#modules/casework/cases/contract.ts';
import { listCases } from '#modules/casework/cases/server/repository-list.ts';
import { type Counting, deadlinesOf } from '#modules/casework/cases/server/row.ts';
import type { CasesTables } from '#modules/casework/cases/server/tables.ts';

import { multiplyCases } from './cases-many.ts';
import { benchPeople, type Hall, openHall } from './cases-setup.ts';
import { percentile, wallMs } from './statistics.ts';
import { openWire } from './wire.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const CASES = 1_000_000;
const LOOKS = 600;
const DEEP = 400;
const PAGE = 50;
const FORM = { 'place-name': 'x'.repeat(1_500) };
const TODAY = '2026-11-20';
const MIB = 1024 * 1024;

/** W3: what a district has after years: lists stay quick, deep pages too, an export does not grow the process. */
export const casesScale: Workload = {
  name: 'cases-scale',
  title: 'W3: lists, deep pages, export and limits over a million cases',
  run: async (context) => {
    const hall = await openHall(context);
    try {
      const count = Math.round(CASES * context.scale);
      await acceptSome(hall);
      const departments = await multiplyCases(context.database, count);
      context.say(`${count} cases of ${departments.length} departments`);
      return [
        { what: 'cases', value: count, unit: '' },
        ...(await look(context, hall, departments)),
        ...(await turnPages(context, hall)),
        ...(await exportAll(context, hall, count)),
        ...(await countLimits(context)),
      ];
    } finally {
      await hall.close();
    }
  },
};

/** The cases from which all others are copied: real ones, through the front door. */
async function acceptSome({ matterIds, partyId, windowId, inject }: Hall): Promise<void> {
  for (const matterId of matterIds)
    await inject(
      routes.receiveAtWindow.path,
      JSON.stringify({
        matterId,
        itemKey: 'new',
        partyId,
        windowId,
        form: FORM,
        papers: ['application', 'identity', 'layout', 'report', 'plan'].map((key) => ({
          key,
          state: 'accepted',
          originals: 1,
        })),
        accept: {},
      }),
    );
}

interface Listed {
  readonly items: ReadonlyArray<{ readonly id: string }>;
  readonly nextCursor: string | null;
}

/** Asks the list as the clerk's page does. */
function createReader(hall: Hall) {
  const wire = openWire();
  return {
    list: async (query: Readonly<Record<string, string>>): Promise<Listed> => {
      const path = `${routes.listCases.path}?${new URLSearchParams(query).toString()}`;
      const { status, body } = await wire.ask(hall.url, {
        method: 'GET',
        path,
        headers: { 'x-actor': 'b' },
      });
      if (status !== 200) throw new Error(body.slice(0, 500));
      return JSON.parse(body) as Listed;
    },
    close: () => wire.close(),
  };
}

const reach = reachOf(benchPeople.b, permissions.view.name);
const STATES = ['archived', 'delivered', 'reviewing', 'accepted', 'denied'] as const;

/** A department's cases of one state through HTTP, in turns with the very same statement alone. */
async function look(
  { database, scale }: BenchContext,
  hall: Hall,
  departments: readonly string[],
): Promise<Figure[]> {
  const reader = createReader(hall);
  const times: number[] = [];
  const alone: number[] = [];
  const rounds = Math.max(40, Math.round(LOOKS * scale));
  for (let turn = 0; turn < rounds; turn += 1) {
    const departmentId = departments[turn % departments.length] ?? '';
    const state = STATES[turn % STATES.length] ?? 'archived';
    const filter = { list: 'all', departmentId, state, reach, actorId: '', today: TODAY } as const;
    const throughHttp = () =>
      reader.list({ list: 'all', departmentId, state, limit: String(PAGE) });
    const bySql = () => listCases(database.db, 1, filter, { limit: PAGE, cursor: undefined });
    // In turns, so that neither always finds what the other has just read.
    const isFirst = turn % 2 === 0;
    const one = await clocked(isFirst ? throughHttp : bySql);
    const other = await clocked(isFirst ? bySql : throughHttp);
    if (turn < rounds / 10) continue;
    times.push(isFirst ? one : other);
    alone.push(isFirst ? other : one);
  }
  reader.close();
  const [ours, bare] = [percentile(times, 95), percentile(alone, 95)];
  return [
    { what: 'list of a department and state, p95', value: ours, unit: 'ms', gate: { atMost: 50 } },
    { what: 'its SQL alone, p95', value: bare, unit: 'ms' },
    {
      what: 'list against its SQL, p95',
      value: ours / bare,
      unit: 'times',
      gate: { atMost: 2 },
    },
  ];
}

async function clocked(act: () => Promise<unknown>): Promise<number> {
  const begun = wallMs();
  await act();
  return wallMs() - begun;
}

/** Page after page by the cursor of the one before. */
async function turnPages({ scale }: BenchContext, hall: Hall): Promise<Figure[]> {
  const reader = createReader(hall);
  const times: number[] = [];
  let cursor: string | null = null;
  const pages = Math.max(20, Math.round(DEEP * scale));
  for (let page = 0; page < pages; page += 1) {
    const begun = wallMs();
    const listed: Listed = await reader.list({
      list: 'all',
      limit: '200',
      ...(cursor === null ? {} : { cursor }),
    });
    times.push(wallMs() - begun);
    cursor = listed.nextCursor;
    if (cursor === null) break;
  }
  reader.close();
  const fifth = Math.max(1, Math.floor(times.length / 5));
  return [
    { what: 'pages of 200 turned', value: times.length, unit: '' },
    { what: 'one page, p95', value: percentile(times, 95), unit: 'ms' },
    {
      what: 'the last fifth against the first',
      value: percentile(times.slice(-fifth), 50) / percentile(times.slice(0, fifth), 50),
      unit: 'times',
      gate: { atMost: 1.5 },
    },
  ];
}

/** What is still held after the runtime has cleared up; it lets its memory grow before it does by itself. */
function liveMemory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function exportAll({ say }: BenchContext, hall: Hall, count: number): Promise<Figure[]> {
  let early = 0;
  let most = 0;
  let lines = 0;
  let next = count / 10;
  let bytes = 0;
  const begun = wallMs();
  const url = new URL(`${routes.exportCases.path}?list=all`, hall.url);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { 'x-actor': 'b' } }, resolve).once('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`The export answered ${answer.statusCode}.`);
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    for (const byte of chunk) if (byte === 10) lines += 1;
    bytes += chunk.length;
    if (lines < next) continue;
    next += count / 10;
    const live = liveMemory();
    if (next <= count / 4) early = Math.max(early, live);
    else most = Math.max(most, live);
  }
  const seconds = (wallMs() - begun) / 1000;
  say(`${lines} lines, ${Math.round(bytes / MIB)} MiB in ${seconds.toFixed(1)} s`);
  return [
    {
      what: 'cases missing in the export',
      value: Math.max(0, count - lines + 1),
      unit: '',
      gate: { atMost: 0 },
    },
    { what: 'export', value: lines / seconds, unit: '/s' },
    { what: 'memory held in the first fifth', value: early / MIB, unit: 'MiB' },
    {
      what: 'memory held later, more than that',
      value: Math.max(0, most - early) / MIB,
      unit: 'MiB',
      gate: { atMost: 16 },
    },
  ];
}

/** All limits of a case from its facts, as the nightly recount does it. */
async function countLimits({ database }: BenchContext): Promise<Figure[]> {
  const rows = await database.db
    .$extendTables<CasesTables>()
    .selectFrom('cases.case_file')
    .select('body')
    .where('centre_id', '=', 1)
    .where('is_open', '=', true)
    .limit(2_000)
    .execute();
  const counting: Counting = {
    calendar: await createCalendarApi().getCalendar(database.db, 1),
    settings: DEFAULT_SETTINGS,
    today: TODAY,
  };
  let counted = 0;
  const begun = wallMs();
  while (wallMs() - begun < 2_000) {
    for (const { body } of rows) counted += deadlinesOf(body, counting).limits.length === 0 ? 0 : 1;
  }
  const perSecond = (counted / (wallMs() - begun)) * 1000;
  return [
    { what: 'limits of a case counted', value: perSecond, unit: '/s', gate: { atLeast: 20_000 } },
  ];
}
