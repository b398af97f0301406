import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import {
  permissions as calendarPermissions,
  routes as calendarRoutes,
} from '#kernel/calendar/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import {
  permissions as partyPermissions,
  routes as partyRoutes,
} from '#modules/registry/parties/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { type Cases, startCases } from './fixture.ts';
import { createTopics } from './topics.ts';

describe('what happens around a case', () => {
  let cases: Cases;
  let matterId: string;
  beforeAll(async () => {
    cases = await startCases();
    matterId = await cases.matter();
  });
  beforeEach(() => cases.setTime('2026-03-02T09:00'));
  afterAll(() => cases.app.close());

  /** Lets a listener hear all that was told of a subject, as often as wanted. */
  async function hear(name: string, subject: string): Promise<void> {
    const listener = cases.app.app.running.listeners.find((one) => one.name === name);
    if (listener === undefined) throw new Error(`no listener ${name}`);
    const { pool, transaction } = cases.app.database;
    const { rows } = await pool.query<{
      event_id: string;
      name: string;
      version: number;
      at: Date;
      payload: unknown;
    }>(
      'SELECT event_id, name, version, at, payload FROM kernel.outbox WHERE aggregate_id = $1 ORDER BY event_id',
      [subject],
    );
    const kinds = new Set(listener.events.map((kind) => kind.name));
    for (const row of rows.filter((one) => kinds.has(one.name)))
      await transaction(async (tx) =>
        listener.handle(tx, {
          eventId: row.event_id,
          centreId: 1,
          name: row.name,
          version: row.version,
          subject: { kind: 'cases.case', id: subject },
          actor: { kind: 'staff', id: 'somebody' },
          at: row.at,
          payload: typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload,
        }),
      );
  }

  const templatesOf = async (id: string) => {
    const { rows } = await cases.app.database.pool.query<{ template: string }>(
      `SELECT template FROM kernel.message WHERE link = $1 ORDER BY template`,
      [`/cases/${id}`],
    );
    return rows.map(({ template }) => template);
  };

  test('the applicant is told of each milestone once, however often it is heard', async () => {
    const { id } = await cases.accepted(matterId, await cases.party());
    await hear('cases.tell-applicant', id);
    await hear('cases.tell-applicant', id);
    expect(await templatesOf(id)).toEqual(['cases.accepted', 'cases.received']);
  });

  test('the department, the clerk and the applicant may follow it live, and nobody else', async () => {
    const partyId = await cases.party();
    const { id } = await cases.accepted(matterId, partyId);
    const parties = {
      findActingParty: async (_db: unknown, { subject = '' }: Actor) => ({
        partyId: subject,
        personId: subject,
      }),
      findLivePartyId: async (_db: unknown, _centreId: number, one: string) => one,
    };
    const [topic] = createTopics({
      database: cases.app.database,
      parties,
    } as unknown as CasesDeps);
    const may = (actor: Actor, one: string) => topic?.mayFollow(actor, one);
    expect(await may(cases.first, cases.departmentId)).toBe(true);
    expect(await may(cases.clerk, cases.departmentId)).toBe(false);
    expect(await may(cases.stranger, cases.departmentId)).toBe(false);
    expect(await may(cases.clerk, id)).toBe(true);
    expect(await may(cases.stranger, id)).toBe(false);
    expect(await may(cases.citizen(partyId), id)).toBe(true);
    expect(await may(cases.citizen(newId()), id)).toBe(false);
    expect(await may(cases.first, '')).toBe(false);
    expect(await may(cases.first, newId())).toBe(false);
  });

  test('the survivor of a merge sees and may hand in for the cases of both records', async () => {
    const keeper = staffWith(Object.values(partyPermissions).map(({ name }) => name));
    const into = await cases.party();
    const { body: other } = await cases.app.send(keeper, partyRoutes.registerPerson, {
      body: {
        name: '张小明',
        identifier: { kind: '414', number: 'E12345678' },
        contacts: [{ kind: 'mobile', value: '13800138000' }],
        divisionCode: '310117',
      },
    });
    const { id } = await cases.accepted(matterId, other.id);
    const survivor = cases.citizen(into);
    const list = async () => (await cases.app.send(survivor, routes.listOwn)).body.items;
    expect(await list()).toEqual([]);
    const merged = await cases.app.send(keeper, partyRoutes.mergeParties, {
      params: { id: into },
      body: { fromId: other.id, reason: '同一人的护照与身份证' },
    });
    expect(merged.problem).toBeUndefined();
    expect((await list()).map((one) => one.id)).toEqual([id]);
    const own = await cases.app.send(survivor, routes.getOwn, { params: { id } });
    expect(own.body.id).toBe(id);
  });

  test('an open case keeps its applicant from being erased', async () => {
    const keeper = staffWith(Object.values(partyPermissions).map(({ name }) => name));
    const partyId = await cases.party();
    await cases.accepted(matterId, partyId);
    const { problem, document } = await cases.app.send(keeper, partyRoutes.eraseParty, {
      params: { id: partyId },
      body: { reason: '本人申请' },
    });
    expect(problem).toBe('parties/must-keep');
    expect(document['title']).toContain('有办件尚未办结');
  });

  test('a notice of days off has every limit counted anew', async () => {
    cases.setTime('2027-12-01T09:00');
    const { id } = await cases.accepted(matterId, await cases.party());
    const look = async () =>
      (await cases.app.send(cases.first, routes.getCase, { params: { id } })).body;
    const before = await look();
    cases.setTime('2027-12-02T09:00');
    const keeper = staffWith([calendarPermissions.manage.name]);
    const saved = await cases.app.send(keeper, calendarRoutes.saveYear, {
      params: { year: 2027 },
      body: {
        version: 0,
        title: '关于2027年部分节假日安排的通知',
        number: '国办发明电〔2026〕9号',
        issuedOn: '2026-11-10',
        holidays: [{ nameZh: '测试假', nameEn: 'Test', from: '2027-12-06', to: '2027-12-10' }],
        makeUpDays: [],
      },
    });
    expect(saved.problem).toBeUndefined();
    await hear('cases.recount-on-calendar', '2027');
    const { rows } = await cases.app.database.pool.query<{ name: string }>(
      `SELECT name FROM kernel.job WHERE name = 'cases.recount'`,
    );
    expect(rows).toHaveLength(1);
    const job = cases.app.app.running.jobs.find(({ name }) => name === 'cases.recount');
    if (job?.run.mode !== 'outside') throw new Error('no job');
    const actor = systemActor(TEST_CENTRE, 'cases.recount');
    const { signal } = new AbortController();
    await job.run.handle({}, { actor, attempt: 1, dueAt: cases.app.clock.now(), signal });
    // Twelve working days from 1 December; five of them are days off now.
    expect(before.promisedDueOn).toBe('2027-12-17');
    expect((await look()).promisedDueOn).toBe('2027-12-24');
  });

  test('lights and days are settings, which only who may manages, over the version that they saw', async () => {
    const manager = staffWith([permissions.view.name, permissions.manageSettings.name]);
    const { body } = await cases.app.send(manager, routes.getSettings);
    const change = (by: Actor, more: object) =>
      cases.app.send(by, routes.changeSettings, { body: { ...body, ...more } });
    expect((await change(cases.first, {})).problem).toBe('access/forbidden');
    const saved = await change(manager, { correctionDays: 7 });
    expect(saved.body).toMatchObject({ correctionDays: 7, version: body.version + 1 });
    expect((await change(manager, { correctionDays: 9 })).problem).toBe('request/stale-version');
    const one = await cases.receive(matterId, await cases.party());
    const told = await cases.act(cases.first, routes.tellCorrection, one.body.id, {
      version: 1,
      items: [{ paperKey: 'report', defect: '未盖章', howToFix: '补盖公章' }],
    });
    const full = await cases.app.send(cases.first, routes.getCase, { params: { id: told.id } });
    expect(full.body.correctionDueOn).toBe('2026-03-11');
  });
});
