import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { routes, type SearchGuidesQuery } from '../contract.ts';
import { createEditionCache } from './edition-cache.ts';
import { createGuideShelf } from './guides/guide-shelf.ts';
import { createImporters } from './importers/importers.ts';
import { aBundle, aContentNumber, anItem } from './test-content.ts';

const loader = systemActor(TEST_CENTRE, 'load-centre');
const food = aContentNumber(501);
const transfer = aContentNumber(502, {
  name: { zh: '不动产转移登记', en: 'Transfer of real estate' },
  summary: { zh: '房屋买卖后办理登记' },
  keywords: ['过户', '房产证'],
  serviceObjects: ['1'],
  themes: ['real-estate'],
  authority: { ...food.authority, departmentCode: 'land', name: '区自然资源确权登记中心' },
});

describe('guides for the public', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    const none = () => Promise.reject(new Error('no files'));
    const importers = createImporters({
      ...app.foundation,
      files: { attach: none, getFile: none },
      textReader: { read: async () => [] },
      editions: createEditionCache(),
      guides: createGuideShelf(app.clock),
    });
    const load = async (index: number, contents: unknown) => {
      const importer = importers[index];
      const read = await importer?.files?.read(Buffer.from(JSON.stringify(contents)), 'x.json');
      if (importer !== undefined)
        await runImport(app.foundation, loader, importer, 'x.json', read?.rows ?? []);
    };
    const items = [
      anItem({
        code: `${transfer.taskCode}01`,
        name: { zh: '买卖转移' },
        result: { ...anItem().result, name: { zh: '不动产权证书' } },
      }),
    ];
    await load(0, [food, { ...transfer, items }]);
    await load(1, [aBundle([`${food.taskCode}01`, `${transfer.taskCode}01`])]);
  });
  afterAll(() => app.close());

  const search = async (query: Partial<SearchGuidesQuery>) =>
    (await app.send(undefined, routes.searchGuides, { query })).body;
  const names = async (query: Partial<SearchGuidesQuery>) =>
    (await search(query)).items.map(({ name }) => name.zh);

  test.each([
    ['its name', '不动产转移'],
    ['a part of its name', '转移登记'],
    ['pinyin', 'budongchan'],
    ['pinyin of a part', 'zhuanyi'],
    ['initials', 'bdczy'],
    ['initials of a part', 'zydj'],
    ['what people say', '我要过户'],
    ['a word of the catalogue', '房产证'],
    ['English', 'real estate'],
    ['its code', transfer.taskCode],
    ['the beginning of an English word', 'transf'],
    ['a whole sentence', '房子卖了以后转移登记在哪里办'],
  ])('finds a matter by %s', async (_by, text) => {
    expect((await names({ search: text }))[0]).toBe('不动产转移登记');
  });

  test('an edition that was published once is shown to everybody, a draft to nobody', async () => {
    const [first] = (await search({ search: food.name.zh })).items;
    const editionId = first?.editionId ?? '';
    const { body } = await app.send(undefined, routes.getGuideEdition, {
      params: { id: editionId },
    });
    expect(body).toMatchObject({ editionId, number: 1, content: { name: food.name } });
    const drafter = staffWith(['matters.view', 'matters.draft']);
    const draft = await app.send(drafter, routes.createMatter, {
      body: { content: aContentNumber(503), note: '' },
    });
    const hidden = await app.send(undefined, routes.getGuideEdition, {
      params: { id: draft.body.id },
    });
    expect(hidden.status).toBe(404);
  });

  test('shows everything without a text, bundles first', async () => {
    expect(await names({})).toEqual(['开店一件事', '食品经营许可', '不动产转移登记']);
  });

  test('narrows by audience, theme and department, and counts what each choice would give', async () => {
    expect(await names({ audience: 'firm' })).not.toContain('不动产转移登记');
    expect(await names({ theme: 'real-estate' })).toEqual(['不动产转移登记']);
    const found = await search({ departmentCode: 'land' });
    expect(found.items.map(({ name }) => name.zh)).toEqual(['不动产转移登记']);
    expect(found.themes.map(({ key, count }) => [key, count])).toEqual([['real-estate', 1]]);
    expect(found.departments).toEqual([
      { key: 'market', name: { zh: '区市场监督管理局' }, count: 2 },
      { key: 'land', name: { zh: '区自然资源确权登记中心' }, count: 1 },
    ]);
  });

  test('tell papers and limits for the answers that somebody gave', async () => {
    const { body } = await app.send(undefined, routes.findGuide, {
      params: { code: `${food.taskCode}01` },
    });
    expect(body.itemKey).toBe('new');
    const ask = async (answers: Record<string, string[]>) =>
      (
        await app.send(undefined, routes.resolveGuide, {
          params: { id: body.matterId },
          body: { itemKey: 'new', answers },
        })
      ).body;
    const unknown = await app.send(undefined, routes.resolveGuide, {
      params: { id: body.matterId },
      body: { itemKey: 'none', answers: {} },
    });
    expect(unknown.problem).toBe('matters/unknown-item');
    const promised = await ask({ way: ['promise'] });
    expect(promised.promised.count).toBe(5);
    const cold = await ask({ way: ['ordinary'], cold: ['yes'] });
    expect(cold.papers.map(({ paper, need }) => [paper.key, need])).toEqual([
      ['application', 'required'],
      ['layout', 'required'],
      ['cold-room', 'required'],
      ['licence', 'exempt'],
    ]);
    const guide = await app.send(undefined, routes.getGuide, { params: { id: body.matterId } });
    expect(guide.body.bundles.map(({ name }) => name.zh)).toEqual(['开店一件事']);
  });

  test('of a bundle ask once for what its members share', async () => {
    const { body } = await app.send(undefined, routes.findGuide, { params: { code: 'KD-001' } });
    const params = { id: body.matterId };
    const guide = (await app.send(undefined, routes.getBundleGuide, { params })).body;
    const fields = guide.form.sections.flatMap((section) => section.fields.map(({ key }) => key));
    expect(fields).toContain('name');
    expect(fields).toContain('one-area');
    expect(fields).not.toContain('one-shop-name');
    const needs = (
      await app.send(undefined, routes.resolveBundleGuide, {
        params,
        body: { answers: { 'one-way': ['promise'] }, values: { name: '小店', 'two-area': 20 } },
      })
    ).body;
    expect(needs.members.map(({ values }) => values)).toEqual([
      { 'shop-name': '小店' },
      { 'shop-name': '小店', area: 20 },
    ]);
    expect(needs.papers.find(({ key }) => key === 'application')?.fills).toHaveLength(2);
  });

  test('that are not in force, and files that no guide names, are not found', async () => {
    const missing = await app.send(undefined, routes.getGuide, { params: { id: newId() } });
    expect(missing.problem).toBe('matters/not-in-force');
    const { body } = await app.send(undefined, routes.findGuide, {
      params: { code: food.taskCode },
    });
    const file = await app.send(undefined, routes.downloadGuideFile, {
      params: { id: body.matterId, fileId: newId() },
    });
    expect(file.problem).toBe('request/not-found');
  });
});
