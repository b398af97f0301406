import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';

import { type MatterContent, permissions, routes } from '../contract.ts';
import { aContentNumber, anItem } from './test-content.ts';

const { view, draft, publish } = permissions;
const drafter = staffWith([view.name, draft.name], undefined, { name: '编制人甲' });
const publisher = staffWith([view.name, publish.name], undefined, { name: '审核人乙' });
const both = staffWith([view.name, draft.name, publish.name], undefined, { name: '全权丙' });

describe('editions of a matter', () => {
  let app: TestApp;
  let serial = 100;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const begin = async (by: Actor = drafter, more: Partial<MatterContent> = {}) => {
    serial += 1;
    const content = aContentNumber(serial, more);
    return (await app.send(by, routes.createMatter, { body: { content, note: '' } })).body;
  };
  const submit = (by: Actor, { id, version }: { id: string; version: number }) =>
    app.send(by, routes.submitDraft, { params: { id }, body: { version } });
  const put = (by: Actor, { id, version }: { id: string; version: number }, days = {}) =>
    app.send(by, routes.publishEdition, { params: { id }, body: { version, ...days } });
  const publishNew = async (more: Partial<MatterContent> = {}) => {
    const submitted = await submit(drafter, await begin(drafter, more));
    return (await put(publisher, submitted.body)).body;
  };
  /** A second edition of a matter, submitted, with another summary. */
  const revise = async (matterId: string, zh: string) => {
    const params = { id: matterId };
    const { id, version } = (await app.send(drafter, routes.startDraft, { params, body: {} })).body;
    const { content } = (await app.send(drafter, routes.getEdition, { params: { id } })).body;
    const body = { content: { ...content, summary: { zh } }, note: '', version };
    const saved = (await app.send(drafter, routes.saveDraft, { params: { id }, body })).body;
    return (await submit(drafter, saved)).body;
  };

  test('are refused to the public and to staff without the permission', async () => {
    expect((await app.send(undefined, routes.listMatters)).problem).toBe('access/not-signed-in');
    const byOthers = await app.send(nobodyInParticular(), routes.listMatters);
    expect(byOthers.problem).toBe('access/forbidden');
    const body = { content: aContentNumber(1), note: '' };
    const byReader = await app.send(staffWith([view.name]), routes.createMatter, { body });
    expect(byReader.problem).toBe('access/forbidden');
    const { id, version } = await begin();
    expect((await put(drafter, { id, version })).problem).toBe('access/forbidden');
  });

  test('are not shown to another centre', async () => {
    const { id, matterId } = await begin();
    const stranger = staffWith([view.name], undefined, { centreId: OTHER_CENTRE });
    const edition = await app.send(stranger, routes.getEdition, { params: { id } });
    expect(edition.problem).toBe('request/not-found');
    const matter = await app.send(stranger, routes.getMatter, { params: { id: matterId } });
    expect(matter.problem).toBe('request/not-found');
  });

  test('are not published by who drafted them, by name', async () => {
    const submitted = await submit(both, await begin(both));
    const answer = await put(both, submitted.body);
    expect(answer.problem).toBe('matters/own-draft');
    expect(answer.document['title']).toContain('全权丙');
    expect((await put(publisher, submitted.body)).body).toMatchObject({
      state: 'published',
      publishedByName: '审核人乙',
      createdByName: '全权丙',
    });
  });

  test('are not published while they break a rule, and say which', async () => {
    const late = anItem({ promised: { count: 30, unit: 'working-day' }, promisedWhen: [] });
    serial += 1;
    const { taskCode } = aContentNumber(serial);
    const created = await app.send(drafter, routes.createMatter, {
      body: {
        content: aContentNumber(serial, { items: [{ ...late, code: `${taskCode}01` }] }),
        note: '',
      },
    });
    expect(created.body.findings.map(({ rule }) => rule)).toEqual(['promise-over-law']);
    const submitted = await submit(drafter, created.body);
    const answer = await put(publisher, submitted.body);
    expect(answer.problem).toBe('matters/has-findings');
    expect(answer.document['title']).toContain('承诺办结时限30个工作日长于法定办结时限20个工作日');
  });

  test('go back to the drafter with a reason, and can be saved again only then', async () => {
    const created = await begin();
    const { id } = created;
    const { version } = (await submit(drafter, created)).body;
    const body = { content: created.content, note: '', version };
    const whileReviewed = await app.send(drafter, routes.saveDraft, { params: { id }, body });
    expect(whileReviewed.problem).toBe('matters/wrong-state');
    const returned = await app.send(publisher, routes.returnDraft, {
      params: { id },
      body: { version, reason: '请补充受理条件' },
    });
    expect(returned.body).toMatchObject({ state: 'draft', returnedReason: '请补充受理条件' });
    const again = { ...body, version: returned.body.version };
    expect(
      (await app.send(drafter, routes.saveDraft, { params: { id }, body: again })).status,
    ).toBe(200);
  });

  test('are not saved over a version that the editor has not seen, and who saved it is told', async () => {
    const { id, content } = await begin();
    const save = (by: Actor) =>
      app.send(by, routes.saveDraft, { params: { id }, body: { content, note: '', version: 1 } });
    expect((await save(both)).body.version).toBe(2);
    const late = await save(drafter);
    expect(late.problem).toBe('request/stale-version');
    expect(late.document['title']).toContain('全权丙');
  });

  test('keep the code of their matter, and a code belongs to one matter', async () => {
    const { id, content } = await begin();
    const other = aContentNumber(999);
    const changed = { ...other, items: content.items };
    const answer = await app.send(drafter, routes.saveDraft, {
      params: { id },
      body: { content: changed, note: '', version: 1 },
    });
    expect(answer.problem).toBe('matters/code-fixed');
    const twice = await app.send(drafter, routes.createMatter, { body: { content, note: '' } });
    expect(twice.problem).toBe('matters/code-taken');
  });

  test('give the same answer to a repeat with the same key', async () => {
    serial += 1;
    const sent = { body: { content: aContentNumber(serial), note: '' }, key: newId() };
    const first = await app.send(drafter, routes.createMatter, sent);
    expect((await app.send(drafter, routes.createMatter, sent)).body).toEqual(first.body);
  });

  test('follow each other: the new one from its day, the old one until the day before', async () => {
    const first = await publishNew();
    const submitted = await revise(first.matterId, '第二版');
    const past = await put(publisher, submitted, { validFrom: '2026-01-19' });
    expect(past.problem).toBe('matters/starts-in-past');
    const backwards = await put(publisher, submitted, {
      validFrom: '2026-02-01',
      validUntil: '2026-01-31',
    });
    expect(backwards.problem).toBe('matters/ends-before-start');
    const { body } = await put(publisher, submitted, { validFrom: '2026-02-01' });
    expect(body).toMatchObject({ number: 2, validFrom: '2026-02-01', validUntil: null });
    const params = { id: first.matterId };
    const now = (await app.send(undefined, routes.getGuide, { params })).body;
    expect([now.number, now.validUntil]).toEqual([1, '2026-01-31']);
    const { editions, current } = (await app.send(drafter, routes.getMatter, { params })).body;
    expect(editions.map(({ state }) => state)).toEqual(['published', 'published']);
    expect(current?.number).toBe(1);
    const third = await revise(first.matterId, '第三版');
    const before = await put(publisher, third, { validFrom: '2026-01-25' });
    expect(before.problem).toBe('matters/later-edition');
  });

  test('that say the same as the one in force are not published', async () => {
    const first = await publishNew();
    const params = { id: first.matterId };
    const copy = (await app.send(drafter, routes.startDraft, { params, body: {} })).body;
    const answer = await put(publisher, (await submit(drafter, copy)).body);
    expect(answer.problem).toBe('matters/has-findings');
    const second = await app.send(both, routes.startDraft, { params, body: {} });
    expect(second.problem).toBe('matters/draft-exists');
    expect(second.document['title']).toContain('编制人甲');
  });

  test('are compared in words', async () => {
    const first = await publishNew();
    const { id } = await revise(first.matterId, '换一种说法');
    const { body } = await app.send(drafter, routes.compareEditions, { params: { id } });
    expect([body.from?.number, body.to.number]).toEqual([1, 2]);
    expect(body.items).toEqual([
      {
        path: 'summary',
        labels: [{ 'zh-CN': '说明', en: 'Summary' }],
        act: 'changed',
        before: '开饭店、卖食品要办的许可 / For restaurants and food shops',
        after: '换一种说法',
      },
    ]);
  });

  test('are withdrawn from a day on, with a reason', async () => {
    const { id, matterId, version } = await publishNew();
    const body = { version, reason: '国务院决定取消' };
    const answer = await app.send(publisher, routes.withdrawEdition, { params: { id }, body });
    expect(answer.body).toMatchObject({ state: 'withdrawn', validUntil: '2026-01-19' });
    const guide = await app.send(undefined, routes.getGuide, { params: { id: matterId } });
    expect(guide.problem).toBe('matters/not-in-force');
  });

  test('that were thrown away leave their number', async () => {
    const first = await publishNew();
    const params = { id: first.matterId };
    const second = (await app.send(drafter, routes.startDraft, { params, body: {} })).body;
    await app.send(drafter, routes.discardDraft, {
      params: { id: second.id },
      body: { version: second.version },
    });
    const third = (await app.send(drafter, routes.startDraft, { params, body: {} })).body;
    expect([second.number, third.number]).toEqual([2, 3]);
  });

  test('are listed by where they stand', async () => {
    const { matterId } = await publishNew();
    const list = async (query: object) => {
      const { body } = await app.send(drafter, routes.listMatters, {
        query: { limit: 500, ...query },
      });
      expect(body.items).toHaveLength(body.total ?? -1);
      return body.items.map(({ id }) => id);
    };
    expect(await list({ state: 'published' })).toContain(matterId);
    expect(await list({ state: 'never-published' })).not.toContain(matterId);
    expect(await list({ state: 'withdrawn' })).not.toContain(matterId);
    expect(await list({ departmentCode: 'nobody' })).toEqual([]);
    expect(await list({ search: '食品' })).toContain(matterId);
    const { items } = (await app.send(drafter, routes.listCatalogue)).body;
    expect(items.find(({ catalogCode }) => catalogCode === '000131101000')?.matters).toBe(1);
  });
});
