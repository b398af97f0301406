import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { type ActResult, routes } from '../../contract.ts';
import { ALL_PAPERS, type Cases, REMEDY, startCases } from '../fixture.ts';

const field = { kind: 'text', key: 'shop', label: { zh: '店名', en: 'Shop' }, required: true };

const aBundle = (codes: readonly string[]) => ({
  code: 'KD-001',
  kind: 'one-thing',
  name: { zh: '开店一件事', en: 'Opening a shop' },
  summary: { zh: '开店要办的一次办完', en: 'All that a shop needs' },
  keywords: ['开店'],
  leadDepartmentCode: 'tax',
  leadDepartmentName: '税务',
  serviceObjects: ['1'],
  themes: ['permits'],
  mode: 'parallel',
  members: codes.map((code, index) => ({
    key: `member-${index}`,
    itemCode: `${code}01`,
    after: [],
  })),
  questions: [],
  form: { sections: [{ key: 'shop', title: { zh: '店铺', en: 'Shop' }, fields: [field] }] },
  commonFields: [
    {
      field: 'shop',
      fills: codes.map((_, index) => ({ member: `member-${index}`, field: 'place-name' })),
    },
  ],
  commonQuestions: [],
  materialMerge: [],
  steps: [],
  visits: 1,
  places: [],
  consultPhone: '021-57831234',
  faq: [],
  isDemonstration: true,
});

describe('one thing of several departments', () => {
  let cases: Cases;
  let matterIds: string[];
  let bundleId: string;
  let partyId: string;
  beforeAll(async () => {
    cases = await startCases();
    matterIds = [await cases.matter(), await cases.matter(), await cases.matter()];
    partyId = await cases.party();
    const { pool } = cases.app.database;
    const { rows } = await pool.query<{ code: string }>(
      'SELECT code FROM matters.matter WHERE matter_id = ANY($1) ORDER BY code',
      [matterIds],
    );
    const importer = cases.app.app.running.importers.find(({ name }) => name === 'matters.bundles');
    const bytes = Buffer.from(JSON.stringify([aBundle(rows.map(({ code }) => code))]));
    const read = await importer?.files?.read(bytes, 'bundles.json');
    if (importer === undefined || read === undefined) throw new Error('no importer');
    const loader = systemActor(TEST_CENTRE, 'test');
    await runImport(cases.app.foundation, loader, importer, 'bundles.json', read.rows);
    const found = await pool.query<{ matter_id: string }>(
      `SELECT matter_id FROM matters.matter WHERE code = 'KD-001'`,
    );
    bundleId = found.rows[0]?.matter_id ?? '';
  });
  beforeEach(() => cases.setTime('2026-03-02T09:00'));
  afterAll(() => cases.app.close());

  const receive = (more: object = {}, ids = matterIds) =>
    cases.app.send(cases.clerk, routes.receiveBundle, {
      body: {
        bundleId,
        partyId,
        windowId: cases.windowId,
        parts: ids.map((matterId) => ({
          matterId,
          itemKey: 'new',
          form: { 'place-name': '清风茶馆' },
          papers: ALL_PAPERS,
          ...more,
        })),
      },
    });
  const look = async (id: string) =>
    (await cases.app.send(cases.first, routes.getCase, { params: { id } })).body;
  const accept = (id: string) =>
    cases.act(cases.first, routes.acceptCase, id, { version: 1, mode: 'complete' });
  const examine = async ({ id, version }: Pick<ActResult, 'id' | 'version'>) => {
    const input = { passes: true, opinion: '同意' };
    const one = await cases.act(cases.first, routes.examineCase, id, { version, ...input });
    return cases.act(cases.second, routes.examineCase, id, { version: one.version, ...input });
  };

  test('is one visit with a number for the whole and one for each part', async () => {
    const { body, problem } = await receive();
    expect(problem).toBeUndefined();
    expect(body.children).toHaveLength(3);
    const numbers = [body.caseNo, ...body.children.map(({ caseNo }) => caseNo)];
    expect(new Set(numbers).size).toBe(4);
    const whole = await look(body.id);
    expect(whole).toMatchObject({ isJoint: true, state: 'received', parentId: null });
    expect(whole.related.map(({ id }) => id).toSorted()).toEqual(
      body.children.map(({ id }) => id).toSorted(),
    );
    const { body: papers } = await cases.app.send(cases.first, routes.listDocuments, {
      params: { id: body.id },
    });
    expect(papers.items.map(({ kind }) => kind)).toEqual(['receipt']);
  });

  test('takes nothing in when a part is not of it', async () => {
    const odd = await cases.matter();
    const { problem } = await receive({}, [...matterIds.slice(1), odd]);
    expect(problem).toBe('cases/bundle-unfit');
  });

  test('goes with the part that has come least far, and one denied does not stop the others', async () => {
    const { body } = await receive();
    const accepted = await Promise.all(body.children.map(({ id }) => accept(id)));
    expect(await look(body.id)).toMatchObject({ state: 'reviewing' });
    expect(accepted.map(({ due }) => due?.limit)).toEqual(['promised', 'promised', 'promised']);
    const [denied, ...others] = accepted;
    if (denied === undefined) throw new Error('no part');
    const whole = await look(body.id);
    const direct = await cases.app.send(cases.approver, routes.approveCase, {
      params: { id: body.id },
      body: { version: whole.version, content: '准予' },
    });
    expect(direct.problem).toBe('cases/is-parent');
    await cases.act(cases.approver, routes.denyCase, denied.id, {
      version: denied.version,
      reason: '不符合条件',
      remedy: REMEDY,
    });
    for (const one of others) {
      const { id, version } = await examine(one);
      const approved = await cases.act(cases.approver, routes.approveCase, id, { version });
      expect(approved.state).toBe('approved');
    }
    const states = (await look(body.id)).related.map(({ state }) => state).toSorted();
    expect(states).toEqual(['approved', 'approved', 'denied']);
  });

  test('waits for the part that must be granted first', async () => {
    const first = await cases.app.send(cases.clerk, routes.receiveBundle, {
      body: {
        bundleId,
        partyId,
        windowId: cases.windowId,
        parts: matterIds.slice(0, 2).map((matterId, index) => ({
          matterId,
          itemKey: 'new',
          form: { 'place-name': '清风茶馆' },
          papers: ALL_PAPERS,
          isPrerequisite: index === 0,
        })),
      },
    });
    const [leading = '', following = ''] = first.body.children.map(({ id }) => id);
    await accept(leading);
    const { version } = await examine(await accept(following));
    const early = await cases.app.send(cases.approver, routes.approveCase, {
      params: { id: following },
      body: { version },
    });
    expect(early.problem).toBe('cases/prerequisite-open');
  });

  test('has forty-five days by law, and fifteen more at most', async () => {
    const { body } = await receive();
    expect(body.promisedDueOn).toBeNull();
    const [one = ''] = body.children.map(({ id }) => id);
    const { version, due } = await accept(one);
    expect(due).toMatchObject({ limit: 'promised', remainingDays: 12 });
    const extend = (days: number) =>
      cases.app.send(cases.head, routes.extendCase, {
        params: { id: one },
        body: { version, days, reason: '案情复杂' },
      });
    expect((await extend(16)).problem).toBe('cases/extension-too-long');
    expect((await extend(10)).problem).toBeUndefined();
    expect((await look(body.id)).isJoint).toBe(true);
  });
});
