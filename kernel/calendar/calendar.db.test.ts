import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE, TEST_CENTRE } from '#test/support/database.ts';

import { createCalendarApi } from './calendar-api.ts';
import { permissions, routes, type YearInput } from './contract.ts';

const keeper = staffWith([permissions.manage.name]);
const anybody = nobodyInParticular();
const newYear = { nameZh: '元旦', nameEn: 'New Year’s Day' };
const entered: YearInput = {
  title: '国务院办公厅关于2027年部分节假日安排的通知（演示）',
  number: '演示〔2026〕1号',
  issuedOn: '2026-11-10',
  holidays: [{ ...newYear, from: '2027-01-01', to: '2027-01-03' }],
  makeUpDays: [{ ...newYear, day: '2026-12-26' }],
  version: 0,
};

describe('the working-day calendar of a centre', () => {
  let app: TestApp;
  const api = createCalendarApi();
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const save = (year: number, body: YearInput, actor = keeper) =>
    app.send(actor, routes.saveYear, { params: { year }, body });
  const yearOf = async (year: number) => {
    const { body } = await app.send(anybody, routes.listYears);
    return body.items.find((item) => item.year === year);
  };
  const calendar = (centreId = TEST_CENTRE) => api.getCalendar(app.database.db, centreId);

  test('is entered by nobody without the permission, and seen by nobody who is not signed in', async () => {
    expect((await save(2027, entered, anybody)).problem).toBe('access/forbidden');
    expect((await app.send(undefined, routes.listYears)).problem).toBe('access/not-signed-in');
  });

  test('ships three years and says that the next one is provisional', async () => {
    const { body } = await app.send(anybody, routes.listYears);
    expect(body.items.map(({ year, state, workingDays }) => [year, state, workingDays])).toEqual([
      [2027, 'missing', 261],
      [2026, 'shipped', 248],
      [2025, 'shipped', 248],
      [2024, 'shipped', 251],
    ]);
    expect(await yearOf(2027)).toMatchObject({ isProvisional: true, version: 0, holidays: [] });
    expect((await calendar()).addWorkingDays('2026-12-30', 2)).toEqual({
      dueOn: '2027-01-01',
      provisional: true,
      missingYears: [2027],
    });
  });

  test('refuses days that contradict each other, and names them', async () => {
    const wrong = {
      ...entered,
      holidays: [{ ...newYear, from: '2027-01-03', to: '2027-01-01' }],
      makeUpDays: [{ ...newYear, day: '2027-01-06' }],
    };
    const { status, problem, document } = await save(2027, wrong);
    expect([status, problem]).toEqual([422, 'calendar/contradiction']);
    expect(document['faults']).toEqual([
      { path: 'body.holidays', reason: expect.stringContaining('2027-01-03') as string },
      { path: 'body.makeUpDays', reason: expect.stringContaining('2027-01-06') as string },
    ]);
  });

  test('counts by a notice from the moment that it is entered, for this centre only', async () => {
    const { status, body } = await save(2027, entered);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'own',
      isProvisional: false,
      version: 1,
      workingDays: 260,
    });
    expect((await calendar()).addWorkingDays('2026-12-30', 2)).toEqual({
      dueOn: '2027-01-04',
      provisional: false,
      missingYears: [],
    });
    expect((await calendar()).isWorkingDay('2026-12-26')).toBe(true);
    expect((await calendar(OTHER_CENTRE)).isWorkingDay('2026-12-26')).toBe(false);
    expect(await api.listYears(app.database.db, TEST_CENTRE)).toHaveLength(4);
  });

  test('does not overwrite what another editor changed, and tells of each change', async () => {
    expect((await save(2027, entered)).problem).toBe('request/stale-version');
    const corrected = { ...entered, number: '演示〔2026〕2号', version: 1 };
    expect((await save(2027, corrected)).body).toMatchObject({ version: 2 });
    const { rows } = await app.database.pool.query<{ number: string; before: unknown }>(
      `SELECT body::jsonb->'payload'->>'number' AS number, body::jsonb->'before' AS before FROM kernel.audit_entry
       WHERE act = 'calendar.year-saved' ORDER BY at, entry_id`,
    );
    expect(rows.map(({ number }) => number)).toEqual(['演示〔2026〕1号', '演示〔2026〕2号']);
    expect(rows[1]?.before).toMatchObject({ year: 2027 });
  });

  test('goes back to what ships with the software', async () => {
    const shipped = await yearOf(2026);
    const own = {
      ...entered,
      holidays: [{ ...newYear, from: '2026-01-01', to: '2026-01-01' }],
      makeUpDays: [],
    };
    expect((await save(2026, own)).body.state).toBe('own');
    const withdraw = () =>
      app.send(keeper, routes.withdrawYear, {
        params: { year: 2026 },
        body: { reason: '录入有误' },
      });
    expect((await withdraw()).body).toEqual(shipped);
    expect((await withdraw()).problem).toBe('calendar/not-own');
    expect((await calendar()).addWorkingDays('2026-02-13', 20).dueOn).toBe('2026-03-19');
  });
});
