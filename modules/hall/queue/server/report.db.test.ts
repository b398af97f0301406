import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { localDay } from '#kernel/clock/local-day.ts';
import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular } from '#test/support/actors.ts';
import { TEST_NOW } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { type ReportBy, routes } from '../contract.ts';
import { openHall, runQueueJob, type TestHall } from './queue.fixture.ts';
import type { VisitMeasureRow } from './tables.ts';

const MATTER = newId();

describe('what days add up to', () => {
  let hall: TestHall;
  let day = 0;
  beforeAll(async () => {
    hall = await openHall(2);
  });
  afterAll(() => hall.close());
  beforeEach(() => {
    day += 1;
    hall.app.clock.set(TEST_NOW);
    hall.app.clock.advance(day * 86_400_000);
  });

  const windowId = () => hall.windows[0] ?? expect.fail('no window');
  const clerk = () => hall.clerkOf(windowId());
  const today = () => localDay(hall.app.clock.now());
  const pool = () => hall.app.database.pool;
  const query = (by: ReportBy, siteId?: string) => ({
    from: today(),
    to: today(),
    by,
    ...(siteId === undefined ? {} : { siteId }),
  });
  const show = async (by: ReportBy, siteId?: string) =>
    (await hall.app.send(hall.manager, routes.showReport, { query: query(by, siteId) })).body;

  /** One visit: five minutes of waiting, ten of service. */
  async function serve(): Promise<string> {
    const drawn = await hall.app.send(hall.manager, routes.issueTicket, {
      body: { businessId: hall.general.id },
    });
    const id = drawn.body.ticketId;
    await hall.app.send(clerk(), routes.signIn, { params: { id: windowId() } });
    hall.app.clock.advance(300_000);
    await hall.app.send(clerk(), routes.callNext, { params: { id: windowId() } });
    await hall.app.send(clerk(), routes.start, { params: { id } });
    hall.app.clock.advance(600_000);
    await hall.app.send(clerk(), routes.finish, { params: { id }, body: { kind: 'accepted' } });
    return id;
  }

  /** A case as casework keeps it, with its steps at this moment. */
  async function keepCase(
    acts: readonly string[],
    {
      window,
      by = 'staff',
    }: { readonly window: string | null; readonly by?: 'staff' | 'applicant' },
  ): Promise<void> {
    const id = newId();
    const now = hall.app.clock.now();
    const body = {
      kind: 'single',
      matterName: { zh: '食品经营许可', en: 'Food operation licence' },
    };
    await pool().query(
      `INSERT INTO cases.case_file (centre_id, case_id, case_no, query_code, state, is_open, site_id,
         window_id, matter_id, party_id, channel, light, due_on, promised_due_on, is_provisional,
         submitted_at, updated_at, version, body)
       VALUES ($1, $2::uuid, $2::text, $2::text, 'accepted', true, $3, $4, $5, $2::uuid, 'window', 'green', '9999-12-31',
         $6, false, $7, $7, 1, $8)`,
      [TEST_CENTRE, id, window && hall.siteId, window, MATTER, today(), now, body],
    );
    for (const [index, act] of acts.entries())
      await pool().query(
        `INSERT INTO cases.case_event (centre_id, case_id, seq, at, act, by_kind, by_id, by_name,
           to_state, changes, note, is_public, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '综窗甲', 'accepted', '{}', '', true, '{}')`,
        [TEST_CENTRE, id, index + 1, now, act, by, clerk().id],
      );
  }

  async function openSheet(by: ReportBy) {
    const answer = await hall.app.send(hall.manager, routes.exportReport, { query: query(by) });
    expect(answer.status).toBe(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.bytes as never);
    const [sheet] = book.worksheets;
    const lines: unknown[][] = [];
    sheet?.eachRow((row) => lines.push((row.values as unknown[]).slice(1)));
    const [heads = [], ...rows] = lines;
    return rows.map((cells) =>
      Object.fromEntries(heads.map((head, index) => [String(head), cells[index]])),
    );
  }

  test('are shown to whoever may see reports, and to nobody else', async () => {
    for (const actor of [nobodyInParticular(), clerk()])
      expect((await hall.app.send(actor, routes.showReport, { query: query('day') })).problem).toBe(
        'access/forbidden',
      );
  });

  test('have visits and cases side by side, by day, window, clerk and matter', async () => {
    await serve();
    await keepCase(['receive-at-window', 'accept', 'approve'], { window: windowId() });
    await keepCase(['receive-at-window'], { window: windowId() });
    await keepCase(['submit'], { window: null, by: 'applicant' });
    await runQueueJob(hall, 'queue.measure-today');
    const cases = { casesReceived: 3, casesAccepted: 1, casesDecided: 1, casesInTime: 1 };
    const visit = { issued: 1, served: 1, meanWaitSeconds: 300, meanServeSeconds: 600 };
    const none = { issued: 0, casesReceived: 1, casesAccepted: 0, casesInTime: null };

    const byDay = await show('day');
    expect(byDay.items).toMatchObject([{ key: today(), ...visit, ...cases }]);
    expect(byDay.total).toMatchObject({ ...visit, ...cases });
    expect((await show('window')).items).toMatchObject([
      { nameZh: '1', ...visit, casesReceived: 2, casesAccepted: 1 },
      { nameZh: '不经窗口', ...none },
    ]);
    const byClerk = new Map((await show('clerk')).items.map((line) => [line.nameZh, line]));
    expect(byClerk.get('窗口人员')).toMatchObject({ ...visit, utilisation: expect.any(Number) });
    expect(byClerk.get('综窗甲')).toMatchObject({ issued: 0, casesReceived: 2, casesDecided: 1 });
    expect(byClerk.get('申请人或系统')).toMatchObject(none);
    expect((await show('matter')).items).toMatchObject([
      { nameZh: '食品经营许可', nameEn: 'Food operation licence', issued: 0, ...cases },
      { nameZh: '未收件的到访', ...visit, casesReceived: 0 },
    ]);
    expect((await show('business')).items).toMatchObject([{ ...visit, casesReceived: null }]);
    // Of one site: without what nobody brought to it.
    expect((await show('day', hall.siteId)).total).toMatchObject({ casesReceived: 2 });
    expect((await show('day', hall.otherSiteId)).total).toMatchObject({
      issued: 0,
      casesReceived: 0,
    });
  });

  test('leave as a workbook whose cells say the same', async () => {
    await serve();
    await keepCase(['receive-at-window', 'accept'], { window: windowId() });
    await runQueueJob(hall, 'queue.measure-today');
    const cells = {
      取号数: 1,
      办结数: 1,
      弃号过号数: 0,
      '弃号率（%）': 0,
      '平均等候（分钟）': 5,
      '平均办理（分钟）': 10,
      '达标率（%）': 100,
      收件数: 1,
      受理数: 1,
      作出决定数: 0,
    };
    const [line, total, ...rest] = await openSheet('window');
    expect(line).toMatchObject({ 项目: '1 号窗口', ...cells });
    expect(total).toMatchObject({ 项目: '合计', ...cells });
    expect(rest).toEqual([]);
    // Nothing was decided, so nothing is said of how many in time.
    expect(line?.['按期决定率（%）'] ?? null).toBeNull();
    for (const by of ['day', 'clerk', 'matter', 'hour', 'business'] as const)
      expect((await openSheet(by)).at(-1)).toMatchObject({ 项目: '合计', 取号数: 1 });
  });

  test.each([
    ['started', "UPDATE queue.ticket_event SET at = at - interval '1 hour' WHERE act = 'started'"],
    ['record', "DELETE FROM queue.ticket_event WHERE act = 'called'"],
    ['ended', "UPDATE queue.ticket SET ended_at = ended_at + interval '5 minutes' WHERE true"],
    ['served', "UPDATE queue.ticket SET finish_kind = 'refused' WHERE true"],
  ])('tell of a fact that was changed in the database: %s', async (what, change) => {
    const id = await serve();
    const other = await serve();
    const on = today();
    await pool().query(`${change} AND ticket_id = $1`, [id]);
    hall.app.clock.advance(86_400_000);
    day += 1;
    await runQueueJob(hall, 'queue.measure-yesterday');
    const { body } = await hall.app.send(hall.manager, routes.showReport, {
      query: { from: on, to: on, by: 'day' },
    });
    expect(body.differences).toMatchObject([{ day: on, visits: 2, differing: [{ ticketId: id }] }]);
    expect(body.differences[0]?.differing[0]?.in).toContain(what);
    expect(JSON.stringify(body.differences)).not.toContain(other);
    const { rows } = await pool().query<{ payload: { tickets: string[] } }>(
      "SELECT payload FROM kernel.outbox WHERE name = 'queue.difference-found' AND aggregate_id = $1",
      [on],
    );
    expect(rows.map(({ payload }) => payload.tickets)).toEqual([[id]]);
  });

  test.each([
    ['measured before it was ended', ['queue.measure-yesterday', 'queue.end-day']],
    ['ended before it was measured', ['queue.end-day', 'queue.measure-yesterday']],
    ['ended alone, its measuring missed', ['queue.end-day']],
  ])('count an expired ticket as abandoned on a day that was %s', async (_how, jobs) => {
    await serve();
    await hall.app.send(hall.manager, routes.issueTicket, {
      body: { businessId: hall.general.id },
    });
    const on = today();
    await runQueueJob(hall, 'queue.measure-today');
    expect((await show('day')).total).toMatchObject({ issued: 2, served: 1, abandoned: 0 });
    hall.app.clock.advance(86_400_000);
    day += 1;
    for (const job of jobs) await runQueueJob(hall, job);
    const { body } = await hall.app.send(hall.manager, routes.showReport, {
      query: { from: on, to: on, by: 'day' },
    });
    expect(body.total).toMatchObject({ issued: 2, served: 1, abandoned: 1, abandonRate: 0.5 });
    expect(body.differences).toEqual([]);
  });

  test('measure in the course of a day what was heard since, and come out as anew at night', async () => {
    const on = today();
    const everything = async () => {
      const { rows: measured } = await pool().query<
        Pick<VisitMeasureRow, 'ticket_id' | 'waited_seconds'>
      >('SELECT * FROM queue.visit_measure WHERE day = $1 ORDER BY ticket_id', [on]);
      return measured;
    };
    const earlier = await serve();
    hall.app.clock.advance(5 * 60_000);
    await runQueueJob(hall, 'queue.measure-today');
    expect(await everything()).toMatchObject([{ ticket_id: earlier }]);
    // Nothing is heard of the earlier visit any more: what is known of it is left alone.
    await pool().query('UPDATE queue.visit_measure SET waited_seconds = 1 WHERE day = $1', [on]);
    const later = await serve();
    await runQueueJob(hall, 'queue.measure-today');
    expect(await everything()).toMatchObject([
      { ticket_id: earlier, waited_seconds: 1 },
      { ticket_id: later, waited_seconds: 300 },
    ]);
    const { rows } = await pool().query(
      'SELECT visits, differing FROM queue.day_check WHERE day = $1',
      [on],
    );
    expect(rows).toEqual([{ visits: 2, differing: [] }]);
    hall.app.clock.advance(86_400_000);
    day += 1;
    await runQueueJob(hall, 'queue.measure-yesterday');
    expect(await everything()).toMatchObject([{ waited_seconds: 300 }, { waited_seconds: 300 }]);
  });

  test('say nothing of differences where ticket and record agree', async () => {
    await serve();
    await runQueueJob(hall, 'queue.measure-today');
    expect((await show('day')).differences).toEqual([]);
  });
});
