import { buffer } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import type { Importer } from '#kernel/imports/importer.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { type MatterContent, permissions, routes } from '../contract.ts';
import { createEditionCache } from './edition-cache.ts';
import { createGuideShelf } from './guides/guide-shelf.ts';
import { createImporters } from './importers/importers.ts';
import { readWorkbook } from './importers/workbook/read-workbook.ts';
import { aBundle, aContentNumber, anItem, aPaper } from './test-content.ts';

const loader = systemActor(TEST_CENTRE, 'load-centre');
const reader = staffWith([permissions.view.name]);

describe('a catalogue as a file', () => {
  let app: TestApp;
  let catalogue: Importer;
  let bundles: Importer;
  beforeAll(async () => {
    app = await startTestApp();
    const deps = {
      ...app.foundation,
      files: {
        attach: () => Promise.reject(new Error('no files')),
        getFile: () => Promise.reject(new Error('no files')),
      },
      textReader: { read: async () => [] },
      editions: createEditionCache(),
      guides: createGuideShelf(app.clock),
    };
    const [first, second] = createImporters(deps);
    if (first === undefined || second === undefined) throw new Error('No importers');
    [catalogue, bundles] = [first, second];
  });
  afterAll(() => app.close());

  const load = async (importer: Importer, contents: unknown, by = loader) => {
    const read = await importer.files?.read(Buffer.from(JSON.stringify(contents)), 'x.json');
    return runImport(app.foundation, by, importer, 'x.json', read?.rows ?? []);
  };
  const codeOf = ({ taskCode }: MatterContent) => taskCode;
  const find = (code: string) => app.send(undefined, routes.findGuide, { params: { code } });

  test('that comes with the centre is in force at once, and loading it again changes nothing', async () => {
    const contents = [aContentNumber(401), aContentNumber(402)];
    expect(await load(catalogue, contents)).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(await load(catalogue, contents)).toEqual({ created: 0, updated: 0, unchanged: 2 });
    const { body } = await find(codeOf(aContentNumber(401)));
    const guide = await app.send(undefined, routes.getGuide, { params: { id: body.matterId } });
    expect([guide.body.number, guide.body.content.name.zh]).toEqual([1, '食品经营许可']);
  });

  test('may have one matter a line', async () => {
    const contents = [aContentNumber(411), aContentNumber(412)];
    const lines = `${contents.map((content) => JSON.stringify(content)).join('\n')}\n`;
    const read = await catalogue.files?.read(Buffer.from(lines), 'x.jsonl');
    expect(read?.rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 2]);
    await expect(catalogue.files?.read(Buffer.from('{"a":'), 'x.json')).rejects.toMatchObject({
      kind: { code: 'matters/unreadable-catalogue' },
    });
  });

  test('makes a new edition of what it changes, and keeps the old one', async () => {
    await load(catalogue, [aContentNumber(403)]);
    const changed = aContentNumber(403, { summary: { zh: '新的说明' } });
    expect(await load(catalogue, [changed])).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const { body } = await find(codeOf(changed));
    const matter = await app.send(reader, routes.getMatter, { params: { id: body.matterId } });
    expect(matter.body.editions.map(({ number }) => number)).toEqual([2, 1]);
    expect(matter.body.current?.number).toBe(2);
  });

  test('that somebody imports waits for another person to publish it', async () => {
    const person = staffWith([permissions.draft.name]);
    await load(catalogue, [aContentNumber(404)], person);
    expect((await find(codeOf(aContentNumber(404)))).problem).toBe('matters/not-in-force');
    const { body } = await app.send(reader, routes.listMatters, { query: { state: 'in-review' } });
    expect(body.items.map(({ code }) => code)).toEqual([codeOf(aContentNumber(404))]);
  });

  test('names each part that breaks a rule or the shape, and imports nothing', async () => {
    const bad = aContentNumber(405);
    const late = anItem({ code: `${bad.taskCode}01`, promised: { count: 90, unit: 'month' } });
    const broken = { ...aContentNumber(406), name: { zh: '' } };
    const refused = await load(catalogue, [{ ...bad, items: [late] }, broken]).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      extras: {
        more: {
          cells: [
            { row: 1, field: 'items.new.promised', reason: { en: expect.any(String) } },
            { row: 2, field: 'name.zh' },
          ],
        },
      },
    });
    expect((await find(bad.taskCode)).problem).toBe('matters/not-in-force');
  });

  test('loads bundles over the matters that are in force, and refuses unknown members', async () => {
    const [food, sign] = [aContentNumber(407), aContentNumber(408)];
    await load(catalogue, [food, sign]);
    const bundle = aBundle([`${food.taskCode}01`, `${sign.taskCode}01`]);
    expect(await load(bundles, [bundle])).toEqual({ created: 1, updated: 0, unchanged: 0 });
    const { body } = await find(bundle.code);
    const params = { id: body.matterId };
    const guide = (await app.send(undefined, routes.getBundleGuide, { params })).body;
    expect(guide.members.map(({ key }) => key)).toEqual(['one', 'two']);
    const needs = (await app.send(undefined, routes.resolveBundleGuide, { params, body: {} })).body;
    expect(needs.members.map(({ stage }) => stage)).toEqual([0, 0]);
    const strange = {
      ...bundle,
      code: 'STRANGE-1',
      members: aBundle(['X'.repeat(31) + '01', `${food.taskCode}01`]).members,
    };
    await expect(load(bundles, [strange])).rejects.toMatchObject({
      kind: { code: 'imports/has-faults' },
    });
  });

  test('goes into a workbook of several sheets and comes back word for word', async () => {
    const rich = aContentNumber(409, {
      legalBasis: [{ law: '法', article: '第一条', text: '第一行\n第二行' }],
      places: [{ siteCode: 'hall', where: { zh: '一楼' } }],
    });
    const item = anItem({
      code: `${rich.taskCode}01`,
      fees: [
        {
          key: 'book',
          name: { zh: '工本费' },
          amountFen: 8_000,
          perField: 'area',
          standard: '每件80元',
          basis: '发改价格〔2016〕2559号',
        },
      ],
      papers: [
        ...anItem().papers,
        aPaper('contract', {
          acceptStandards: ['第一点', '第二点'],
          exempt: { by: 'data', when: { question: 'way', chosen: 'promise' } },
        }),
      ],
    });
    const content = { ...rich, items: [item] };
    await load(catalogue, [content]);
    const rows = (await catalogue.listCurrent(app.database.db, TEST_CENTRE)).filter(
      (row) => row['code'] === rich.taskCode,
    );
    const stream = catalogue.files?.write(rows, { format: 'xlsx', locale: 'zh-CN' });
    if (stream === undefined) throw new Error('No files');
    const { rows: read, faults } = await readWorkbook(await buffer(stream));
    expect(faults).toEqual([]);
    expect(JSON.parse(read[0]?.cells['content'] ?? '')).toEqual(content);
  });

  test('says in which row of which sheet a part is wrong', async () => {
    const content = aContentNumber(410);
    const stream = catalogue.files?.write(
      [
        {
          content: {
            ...content,
            items: [anItem({ papers: [aPaper('x', { sheet: 'A5' as 'A4' })] })],
          },
        },
      ],
      { format: 'xlsx', locale: 'en' },
    );
    if (stream === undefined) throw new Error('No files');
    const { rows } = await readWorkbook(await buffer(stream));
    const checked = catalogue.row.safeParse(rows[0]?.cells);
    expect(checked.error?.issues.map((issue) => issue.path[0])).toEqual(['材料 2 sheet']);
  });
});
