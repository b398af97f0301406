import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE, TEST_CENTRE } from '#test/support/database.ts';

import { type Indicator, permissions, routes, type Target } from '../contract.ts';

const maker = staffWith([permissions.view.name, permissions.draft.name], undefined, {
  name: '编报甲',
});
const approver = staffWith([permissions.view.name, permissions.approve.name]);
const everything = staffWith(Object.values(permissions).map(({ name }) => name));

const YEAR = 2026;

const one = (more: Partial<Indicator>): Indicator => ({
  id: newId(),
  level1: 'output',
  level2: 'quantity',
  level3: '交付终端',
  sign: 'at-least',
  target: '2',
  unit: '台',
  weight: '50',
  measure: 'manual',
  basis: '',
  ...more,
});

const indicators = (): Indicator[] => [
  one({}),
  one({
    level1: 'benefit',
    level2: 'social-benefit',
    level3: '计数',
    target: '10',
    unit: '套',
    weight: '30',
    measure: 'contracts.counted-seals',
  }),
  one({
    level1: 'satisfaction',
    level2: 'served',
    level3: '满意率',
    sign: 'qualitative',
    target: '满意',
    unit: '',
    weight: '10',
  }),
];

describe('finance/performance', () => {
  let app: TestApp;
  let serial = 0;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const create = async () => {
    serial += 1;
    const body = { year: YEAR, projectCode: `T${serial}`, projectName: `项目${serial}` };
    return (await app.send(maker, routes.createTarget, { body, key: newId() })).body;
  };

  const save = (target: Target, list: Indicator[], annualGoal = '年内交付并使用') =>
    app.send(maker, routes.saveTarget, {
      params: { id: target.id },
      body: { version: target.version, annualGoal, indicators: list },
    });

  const act = (who: typeof maker, route: typeof routes.declareTarget, target: Target) =>
    app.send(who, route, { params: { id: target.id }, body: { version: target.version } });

  const approved = async () => {
    const saved = await save(await create(), indicators());
    const declared = await act(maker, routes.declareTarget, saved.body);
    return (await act(approver, routes.approveTarget, declared.body)).body;
  };

  const idOf = (target: Target, name: string) =>
    target.indicators.find(({ level3 }) => level3 === name)?.id ?? '';

  const record = (target: Target, name: string, value: string, asOf = '2026-01-05') =>
    app.send(maker, routes.recordValue, {
      params: { id: target.id },
      body: { indicatorId: idOf(target, name), value, asOf, evidence: '验收单第3号' },
      key: newId(),
    });

  test('refuses the public, staff without the permission, and readers who would change', async () => {
    expect((await app.send(undefined, routes.listTargets)).problem).toBe('access/not-signed-in');
    expect((await app.send(nobodyInParticular(), routes.listTargets)).problem).toBe(
      'access/forbidden',
    );
    const body = { year: YEAR, projectCode: 'X', projectName: 'X' };
    expect((await app.send(approver, routes.createTarget, { body, key: newId() })).problem).toBe(
      'access/forbidden',
    );
    const { id } = await create();
    const stranger = staffWith([permissions.view.name], undefined, { centreId: OTHER_CENTRE });
    expect((await app.send(stranger, routes.getTarget, { params: { id } })).problem).toBe(
      'request/not-found',
    );
  });

  test('a project has one target a year, and a repeat with the same key gives the same one', async () => {
    const sent = { body: { year: YEAR, projectCode: 'ONE', projectName: '一' }, key: newId() };
    const first = await app.send(maker, routes.createTarget, sent);
    expect((await app.send(maker, routes.createTarget, sent)).body.id).toBe(first.body.id);
    const again = await app.send(maker, routes.createTarget, { ...sent, key: newId() });
    expect(again.problem).toBe('performance/target-taken');
  });

  test('is not declared while weights do not add up or nobody offers a measure, and says which', async () => {
    const target = await create();
    const [first = one({}), second = one({}), third = one({})] = indicators();
    const light = await save(target, [{ ...first, weight: '49' }, second, third]);
    const refused = await act(maker, routes.declareTarget, light.body);
    expect(refused.problem).toBe('performance/not-complete');
    expect(refused.document['title']).toContain('89.00');
    const unknown = await save(light.body, [first, { ...second, measure: 'x.y' }, third]);
    const again = await act(maker, routes.declareTarget, unknown.body);
    expect(again.document['title']).toContain('x.y');
    expect(unknown.body.indicators[1]?.now.source).toBe('none');
  });

  test('is not approved by who declared it, and does not change once it is approved', async () => {
    const saved = await app.send(everything, routes.createTarget, {
      body: { year: YEAR, projectCode: 'SELF', projectName: '自' },
      key: newId(),
    });
    const full = await save(saved.body, indicators());
    const declared = await act(everything, routes.declareTarget, full.body);
    expect((await act(everything, routes.approveTarget, declared.body)).problem).toBe(
      'performance/same-person',
    );
    const done = await act(approver, routes.approveTarget, declared.body);
    expect(done.body.state).toBe('approved');
    expect((await save(done.body, [])).problem).toBe('performance/wrong-state');
  });

  test('AC21: reads a measure from operations, with its query, days, time and hash', async () => {
    const target = await approved();
    const before = target.indicators.find(({ level3 }) => level3 === '计数')?.now;
    expect(before).toMatchObject({ source: 'measure', value: '0', from: '2026-01-01' });
    await app.database.pool.query(
      `INSERT INTO contracts.counted_event (centre_id, event_type, event_key, day, quantity)
       VALUES ($1, 'seals.set-issued', $2, '2026-01-05', 4)`,
      [TEST_CENTRE, newId()],
    );
    const { body } = await app.send(maker, routes.getTarget, { params: { id: target.id } });
    const now = body.indicators.find(({ level3 }) => level3 === '计数');
    expect(now).toMatchObject({ score: '12.00', attained: '40.00', mustExplain: true });
    expect(now?.now.value).toBe('4');
    expect(now?.now.query['zh-CN']).toContain('seals.set-issued');
    expect(now?.now.hash).not.toBe(before?.hash);
  });

  test('takes a value by hand with evidence, and none for what operations measure', async () => {
    const target = await approved();
    const { body } = await record(target, '交付终端', '1');
    const now = body.indicators.find(({ level3 }) => level3 === '交付终端');
    expect(now).toMatchObject({ score: '25.00', now: { source: 'manual', value: '1' } });
    expect(now?.now.query['zh-CN']).toContain('验收单第3号');
    expect((await record(target, '计数', '9')).problem).toBe('performance/not-manual');
    expect((await record(target, '交付终端', '约2')).problem).toBe('performance/no-value');
    expect((await record(target, '满意率', '101')).problem).toBe('performance/no-value');
    expect((await record(target, '交付终端', '2', '2025-12-31')).problem).toBe(
      'performance/day-outside',
    );
  });

  test('AC21: a review keeps what was read, asks for every deviation, and never changes once submitted', async () => {
    const target = await approved();
    await record(target, '交付终端', '2');
    await record(target, '满意率', '100');
    const open = await app.send(maker, routes.openReview, {
      params: { id: target.id },
      body: { kind: 'evaluation', asOf: '2026-01-05' },
      key: newId(),
    });
    expect(open.body.rows.map(({ score }) => score)).toEqual(['50.00', expect.anything(), '10.00']);
    const at = { params: { id: open.body.id } };
    const early = await app.send(maker, routes.submitReview, {
      ...at,
      body: { version: 1 },
    });
    expect(early.problem).toBe('performance/reason-missing');
    expect(early.document['title']).toContain('计数');
    await record(target, '交付终端', '0');
    const reasons = [{ indicatorId: idOf(target, '计数'), reason: '上半年集中发放' }];
    const saved = await app.send(maker, routes.saveReview, {
      ...at,
      body: { version: 1, reasons, conclusion: '基本完成' },
    });
    expect(saved.body.rows[0]?.value.value).toBe('2');
    const done = await app.send(maker, routes.submitReview, { ...at, body: { version: 2 } });
    expect(done.body).toMatchObject({ state: 'submitted', conclusion: '基本完成' });
    const late = await app.send(maker, routes.saveReview, {
      ...at,
      body: { version: 3, reasons: [], conclusion: '' },
    });
    expect(late.problem).toBe('performance/review-submitted');
  });

  test('a draft is nobody’s business yet: only approved targets are public', async () => {
    const draft = await save(await create(), indicators());
    const target = await approved();
    const { body } = await app.send(undefined, routes.getPublishedTargets, {
      query: { year: YEAR },
    });
    const codes = body.items.map(({ projectCode }) => projectCode);
    expect(codes).toContain(target.projectCode);
    expect(codes).not.toContain(draft.body.projectCode);
    const pdf = await app.send(undefined, routes.downloadPublishedTargets, {
      params: { year: YEAR, format: 'pdf' },
    });
    expect(pdf.status).toBe(200);
  });

  test('offers the declaration table as PDF and workbook', async () => {
    const target = await approved();
    for (const format of ['pdf', 'xlsx'] as const) {
      const answer = await app.send(maker, routes.downloadDeclaration, {
        params: { id: target.id, format },
      });
      expect([format, answer.status]).toEqual([format, 200]);
    }
  });

  test('names of measures are one each, and all can be read on an empty year', async () => {
    const { body } = await app.send(maker, routes.listMeasures, { query: { year: 2001 } });
    const names = body.items.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['cases.received', 'queue.served']));
    expect(body.items.find(({ name }) => name === 'queue.average-wait-minutes')?.value).toBeNull();
  });
});
