import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { type Day, isDay } from '#kernel/clock/day.ts';
import { atLocalMinute } from '#kernel/clock/local-day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomToken } from '#kernel/ids/token.ts';
import { cellDay, cellOneOf, cellText } from '#kernel/imports/cells.ts';
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';

import { FinishKind, permissions, type TicketAct, type TicketState } from '../../contract.ts';
import { type Around, aroundOf } from '../around.ts';
import type { QueueDeps } from '../deps.ts';
import { measureDay } from '../measure-day.ts';
import { listNumbers } from '../repository-look.ts';
import * as setUp from '../repository-set-up.ts';
import { insertWindowEvent } from '../repository-windows.ts';
import * as repository from '../repository.ts';
import type { BusinessRow, TicketEventRow, TicketRow } from '../tables.ts';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const time = z.string().trim().regex(TIME, '时间须为 HH:MM｜A time is HH:MM');
const optionalTime = z.union([z.literal(''), time]);

const Row = z
  .object({
    siteCode: cellText(64),
    day: cellDay,
    number: cellText(10),
    businessCode: cellText(40),
    issuedAt: time,
    calledAt: optionalTime,
    startedAt: optionalTime,
    endedAt: time,
    windowNumber: z.string().trim().max(6),
    outcome: cellOneOf(['missed', 'left', ...FinishKind.options]),
  })
  .refine(
    ({ issuedAt, calledAt, startedAt, endedAt }) =>
      [issuedAt, calledAt, startedAt, endedAt]
        .filter((one) => one !== '')
        .every((one, at, all) => at === 0 || (all[at - 1] ?? '') <= one),
    { path: ['endedAt'], message: '时间先后不对｜The times are not in order' },
  );
type Row = z.infer<typeof Row>;

const fields = [
  field('siteCode', '服务点', 'Site', { isKey: true }),
  field('day', '日期', 'Day', { isKey: true }),
  field('number', '号码', 'Number', { isKey: true }),
  field('businessCode', '业务编码', 'Business'),
  field('issuedAt', '取号时间', 'Issued'),
  field('calledAt', '叫号时间', 'Called', {
    noteZh: '未叫到的不填',
    noteEn: 'Empty when it was never called',
  }),
  field('startedAt', '开始办理', 'Service began', {
    noteZh: '未到窗口的不填',
    noteEn: 'Empty when nobody came',
  }),
  field('endedAt', '结束时间', 'Ended'),
  field('windowNumber', '窗口号', 'Window'),
  field('outcome', '结果', 'Outcome', {
    noteZh: `${FinishKind.options.join('、')}、missed 过号、left 弃号`,
    noteEn: `${FinishKind.options.join(', ')}, missed or left`,
  }),
];

/**
 * Visits of past days from the system that a centre had before, for reports, the replay and what is usual. They are
 * added once by site, day and number; nothing that is recorded here is ever changed, and nobody is told of them.
 */
export const pastVisitImporter = (deps: QueueDeps): Importer =>
  defineImporter<Row>({
    name: 'queue.past-visits',
    title: { 'zh-CN': '历史到访', en: 'Visits of past days' },
    permission: permissions.manage,
    fields,
    row: Row,
    // Years of visits are no sheet to compare with; what is known already is passed over.
    listCurrent: () => Promise.resolve([]),
    checkRows: async (db, centreId, rows) => {
      const { around, businesses } = await load(deps, db, centreId);
      const lines = rows.map(({ rowNumber, row }) => ({
        rowNumber,
        row: { ...row, businessCode: `${row.siteCode}/${row.businessCode}` },
      }));
      const windows = rows
        .filter(({ row }) => row.windowNumber !== '')
        .map(({ rowNumber, row }) => ({
          rowNumber,
          row: { ...row, windowNumber: `${row.siteCode}/${row.windowNumber}` },
        }));
      const early = rows.filter(({ row }) => row.day >= around.today);
      return [
        ...unknownReferences(lines, 'businessCode', businesses, {
          'zh-CN': '排队业务',
          en: 'business',
        }),
        ...unknownReferences(windows, 'windowNumber', around.directory.windows.byCode, {
          'zh-CN': '窗口',
          en: 'window',
        }),
        ...early.map(({ rowNumber, row }) => ({
          row: rowNumber,
          field: 'day',
          value: row.day,
          reason: { 'zh-CN': '只能导入今天以前的', en: 'Only days before today' },
        })),
      ];
    },
    write: (tx, actor, changes) => writeRows(deps, tx, actor, changes),
  });

async function load(deps: QueueDeps, db: Db, centreId: number) {
  const [around, rows] = await Promise.all([
    aroundOf(deps, db, centreId),
    setUp.listBusinesses(db, centreId),
  ]);
  const siteCode = (id: string) => around.directory.sites.byId.get(id)?.code ?? '';
  const businesses = new Map(rows.map((row) => [`${siteCode(row.site_id)}/${row.code}`, row]));
  return { around, businesses };
}

interface Work {
  readonly deps: QueueDeps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly around: Around;
  readonly businesses: ReadonlyMap<string, BusinessRow>;
  /** Who stood at a window on a day, asked once. */
  readonly standing: Map<string, Promise<Standing>>;
}

interface Standing {
  readonly person_id: string | null;
  readonly person_name: string;
}

async function writeRows(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  const { centreId } = actor;
  const work: Work = {
    deps,
    tx,
    actor,
    ...(await load(deps, tx, centreId)),
    standing: new Map(),
  };
  const byDay = Map.groupBy(
    changes.map(({ after }) => after),
    ({ day }) => day,
  );
  for (const [day, rows] of byDay) {
    const known = new Set(await listNumbers(tx, centreId, day));
    const written: Placed[] = [];
    for (const row of rows) {
      const business = work.businesses.get(`${row.siteCode}/${row.businessCode}`);
      if (business === undefined) throw new Error(`${row.businessCode} is not recorded.`);
      if (known.has(`${business.site_id}/${row.number}`)) continue;
      written.push(await writeVisit(work, row, business));
    }
    for (const [windowId, own] of Map.groupBy(written, ({ windowId: id }) => id))
      if (windowId !== null) await writeWindowDay(work, day, windowId, own);
    await measureDay(deps, tx, actor, { day, zone: work.around.zone, anew: true });
  }
}

interface Placed {
  readonly windowId: string | null;
  readonly from: Date;
  readonly until: Date;
}

async function standingAt(
  { deps, tx, actor, standing }: Work,
  windowId: string,
  day: Day,
): Promise<Standing> {
  const key = `${windowId}/${day}`;
  const asking =
    standing.get(key) ??
    deps.staff.whoStandsAt(tx, actor.centreId, windowId, day).then((found) => ({
      person_id: found?.person?.id ?? null,
      person_name: found?.person?.nameZh ?? '',
    }));
  standing.set(key, asking);
  return asking;
}

const NOBODY: Standing = { person_id: null, person_name: '' };

interface Times {
  readonly issued: Date;
  readonly called: Date | null;
  readonly started: Date | null;
  readonly ended: Date;
}

function toTimes(row: Row, zone: string): Times {
  const at = (text: string) =>
    atLocalMinute(row.day, Number(text.slice(0, 2)) * 60 + Number(text.slice(3)), zone);
  const maybe = (text: string) => (text === '' ? null : at(text));
  return {
    issued: at(row.issuedAt),
    called: maybe(row.calledAt),
    started: maybe(row.startedAt),
    ended: at(row.endedAt),
  };
}

const isUnserved = (outcome: string): outcome is 'missed' | 'left' =>
  outcome === 'missed' || outcome === 'left';

type Step = readonly [act: TicketAct, at: Date, state: TicketState];

/** What happened, in its order. */
function toSteps({ outcome }: Row, { issued, called, started, ended }: Times): Step[] {
  return [
    ['issued', issued, 'waiting'],
    ...(called === null ? [] : [['called', called, 'called'] as const]),
    ...(started === null ? [] : [['started', started, 'serving'] as const]),
    isUnserved(outcome) ? [outcome, ended, outcome] : ['finished', ended, 'done'],
  ];
}

/** The ticket as it ended, and each of its steps. */
async function writeVisit(work: Work, row: Row, business: BusinessRow): Promise<Placed> {
  const { tx, actor, around } = work;
  const times = toTimes(row, around.zone);
  const window =
    times.called === null
      ? undefined
      : around.directory.windows.byCode.get(`${row.siteCode}/${row.windowNumber}`);
  const place =
    window === undefined
      ? NOWHERE
      : {
          window_id: window.id,
          window_number: window.number,
          ...(await standingAt(work, window.id, row.day)),
        };
  const finishKind = isUnserved(row.outcome) ? null : FinishKind.parse(row.outcome);
  const steps = toSteps(row, times);
  const ticket: TicketRow = {
    ...EMPTY,
    ...place,
    centre_id: actor.centreId,
    ticket_id: newId(),
    day: row.day,
    site_id: business.site_id,
    zone_id: business.zone_id,
    business_id: business.business_id,
    number: row.number,
    token: randomToken(16),
    state: isUnserved(row.outcome) ? row.outcome : 'done',
    issued_at: times.issued,
    called_at: times.called,
    last_called_at: times.called,
    started_at: times.started,
    ended_at: times.ended,
    calls: times.called === null ? 0 : 1,
    finish_kind: finishKind,
    version: steps.length,
  };
  repository.insertTicket(tx, ticket);
  for (const [index, [act, at, state]] of steps.entries())
    repository.insertEvent(tx, {
      ...toEvent(ticket, actor),
      ...(act === 'issued' ? NOWHERE : place),
      seq: index + 1,
      act,
      at,
      state,
      finish_kind: act === 'finished' ? finishKind : null,
    });
  const from = times.called ?? times.issued;
  return { windowId: place.window_id, from, until: times.ended };
}

const NOWHERE = { window_id: null, window_number: null, ...NOBODY };

const EMPTY = {
  lane: 'normal',
  priority: null,
  channel: 'machine',
  line_key: 0,
  requeues: 0,
  target_window_id: null,
  reason: '',
  holder_key: null,
  holder: '',
  party_id: null,
  account_id: null,
  mobile: '',
  mobile_sealed: null,
  identity_sealed: null,
  appointment_id: null,
  device_id: null,
  forecast_minutes: null,
  noticed_at: null,
  hold_until: null,
} as const;

const toEvent = (
  row: TicketRow,
  actor: Actor,
): Omit<TicketEventRow, 'seq' | 'act' | 'at' | 'state' | keyof typeof NOWHERE | 'finish_kind'> => ({
  centre_id: row.centre_id,
  ticket_id: row.ticket_id,
  day: row.day,
  site_id: row.site_id,
  business_id: row.business_id,
  number: row.number,
  by_kind: actor.kind,
  by_id: actor.id,
  reason: '',
});

/** A window was staffed from its first call to the end of its last service, as far as the old system tells. */
async function writeWindowDay(
  work: Work,
  day: Day,
  windowId: string,
  visits: readonly Placed[],
): Promise<void> {
  const { tx, actor, around } = work;
  const window = around.directory.windows.byId.get(windowId);
  if (window === undefined || !isDay(day)) return;
  const who = await standingAt(work, windowId, day);
  const times = visits.flatMap(({ from, until }) => [from.getTime(), until.getTime()]);
  const ends = [
    ['signed-in', Math.min(...times)],
    ['signed-out', Math.max(...times)],
  ] as const;
  for (const [act, at] of ends)
    insertWindowEvent(tx, {
      centre_id: actor.centreId,
      event_id: newId(),
      window_id: windowId,
      window_number: window.number,
      site_id: window.siteId,
      zone_id: window.zoneId,
      day,
      act,
      at: new Date(at),
      ...who,
      is_cover: false,
      reason: '',
    });
}
