import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { SheetColumns } from '#kernel/documents/sheets/columns.ts';
import { readSheet } from '#kernel/documents/sheets/read-sheet.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import { newId } from '#kernel/ids/id.ts';
import { ImportPreview, permissions, routes } from '#kernel/imports/contract.ts';
import {
  permissions as organisation,
  routes as registers,
} from '#modules/registry/organisation/contract.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

const IMPORTER = 'organisation.offices';
const params = { importer: IMPORTER };
const BOUNDARY = 'sheet-of-the-test';

const column = (key: string, zh: string, en: string) => ({
  type: 'text' as const,
  key,
  heading: { 'zh-CN': zh, en },
});
const COLUMNS = [
  column('code', '代码', 'Code'),
  column('nameZh', '名称', 'Name'),
  column('nameEn', '英文名称', 'English name'),
  column('dutiesZh', '职责', 'Duties'),
  column('dutiesEn', '英文职责', 'Duties in English'),
  column('order', '排序', 'Order'),
] satisfies SheetColumns;

type Cells = Readonly<Record<string, string>>;

const office = (code: string, more: Cells = {}): Cells => ({
  code,
  nameZh: `${code}科`,
  nameEn: `Office ${code}`,
  dutiesZh: '',
  dutiesEn: '',
  order: '1',
  ...more,
});

async function toXlsx(rows: readonly Cells[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of streamXlsx(rows, COLUMNS, { locale: 'zh-CN' })) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('sheets in and out', () => {
  let app: TestApp;
  let manager: Actor;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    manager = staffWith([permissions.use.name, organisation.manage.name, organisation.view.name]);
    // The front door knows an actor from the first request that was sent as them.
    await app.send(manager, routes.listImporters);
  });

  const uploadFile = async (actor: Actor, file: Buffer, fileName = 'offices.xlsx') => {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const response = await app.app.http.inject({
      method: 'POST',
      url: `/api/v1/imports/${IMPORTER}/previews`,
      headers: {
        'x-test-actor': actor.id,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
      payload: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    });
    return { status: response.statusCode, document: response.json<Record<string, unknown>>() };
  };
  const preview = async (rows: readonly Cells[]) => {
    const { status, document } = await uploadFile(manager, await toXlsx(rows));
    expect(status).toBe(201);
    return ImportPreview.parse(document);
  };
  const apply = (id: string, key?: string) =>
    app.send(manager, routes.applyImport, {
      params: { id },
      ...(key === undefined ? {} : { key }),
    });
  const fetchBytes = async (path: string) => {
    const response = await app.app.http.inject({
      method: 'GET',
      url: `/api/v1/imports/${IMPORTER}/${path}`,
      headers: { 'x-test-actor': manager.id },
    });
    expect(response.statusCode).toBe(200);
    return response.rawPayload;
  };
  const officeCodes = async () => {
    const { rows } = await readSheet(await fetchBytes('sheet?format=csv'), { columns: COLUMNS });
    return rows.map(({ values }) => values['code']);
  };

  test('nobody without the permission sees a sheet, takes one out or puts one in', async () => {
    const visitor = nobodyInParticular();
    for (const actor of [undefined, visitor]) {
      const status = actor === undefined ? 401 : 403;
      expect((await app.send(actor, routes.listImporters)).status).toBe(status);
      expect((await app.send(actor, routes.exportSheet, { params })).status).toBe(status);
      expect((await app.send(actor, routes.templateSheet, { params })).status).toBe(status);
      expect((await app.send(actor, routes.applyImport, { params: { id: newId() } })).status).toBe(
        status,
      );
    }
    expect((await uploadFile(visitor, await toXlsx([office('quiet')]))).status).toBe(403);
  });

  test('one who may import but not keep the register is offered no sheet of it and refused', async () => {
    const other = staffWith([permissions.use.name]);
    expect((await app.send(other, routes.listImporters)).body.items).toEqual([]);
    expect((await app.send(other, routes.exportSheet, { params })).status).toBe(403);
    expect((await uploadFile(other, await toXlsx([office('quiet')]))).status).toBe(403);
    const { id } = await preview([office('guarded')]);
    const applied = await app.send(other, routes.applyImport, { params: { id } });
    expect(applied.status).toBe(403);
    expect(await officeCodes()).not.toContain('guarded');
  });

  test('the template, filled in, is previewed and then imported', async () => {
    const template = await readSheet(await fetchBytes('template'), {
      columns: COLUMNS.map((one) => ({ ...one, required: true })),
    });
    expect(template.rows).toEqual([]);
    expect(template.unknownHeadings).toEqual([]);

    const shown = await preview([office('alpha'), office('beta', { dutiesZh: '受理' })]);
    expect(shown).toMatchObject({
      importer: IMPORTER,
      rowCount: 2,
      createCount: 2,
      updateCount: 0,
      faultCount: 0,
      appliedAt: null,
    });
    expect(shown.changes.map(({ row, act, key }) => ({ row, act, key }))).toEqual([
      { row: 2, act: 'create', key: 'alpha' },
      { row: 3, act: 'create', key: 'beta' },
    ]);
    expect(await officeCodes()).not.toContain('alpha');

    const { status, body } = await apply(shown.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ createCount: 2, appliedAt: app.clock.now().toISOString() });
    expect(await officeCodes()).toEqual(expect.arrayContaining(['alpha', 'beta']));
  });

  test('a change shows the cell before and after, and rows that stay are counted', async () => {
    await apply((await preview([office('north'), office('south')])).id);
    const shown = await preview([office('north', { nameZh: '北科' }), office('south')]);
    expect(shown).toMatchObject({ createCount: 0, updateCount: 1, unchangedCount: 1 });
    expect(shown.changes).toEqual([
      {
        row: 2,
        act: 'update',
        key: 'north',
        fields: [{ field: 'nameZh', before: 'north科', after: '北科' }],
      },
    ]);
  });

  test('every bad cell is named with its row and column, and not one row is imported', async () => {
    const shown = await preview([
      office('good-row'),
      office('no-name', { nameZh: '' }),
      office('bad-order', { order: 'first' }),
      office('good-row'),
    ]);
    expect(shown.faults.map(({ row, field, value }) => ({ row, field, value }))).toEqual([
      { row: 3, field: 'nameZh', value: '' },
      { row: 4, field: 'order', value: 'first' },
      { row: 5, field: 'code', value: 'good-row' },
    ]);
    for (const { reason } of shown.faults) {
      expect(reason['zh-CN']).not.toBe('');
      expect(reason.en).not.toBe('');
    }
    const refused = await apply(shown.id);
    expect(refused).toMatchObject({ status: 422, problem: 'imports/has-faults' });
    expect(await officeCodes()).not.toContain('good-row');
  });

  test('a cell that could not even be read keeps the whole sheet out', async () => {
    const shown = await preview([
      office('fits'),
      office('endless', { dutiesZh: '长'.repeat(2001) }),
    ]);
    expect(shown.faults.map(({ row, field }) => ({ row, field }))).toEqual([
      { row: 3, field: 'dutiesZh' },
    ]);
    expect(await apply(shown.id)).toMatchObject({ status: 422, problem: 'imports/has-faults' });
    expect(await officeCodes()).not.toContain('fits');
  });

  test('what changed after the preview makes the import start again', async () => {
    const shown = await preview([office('moving', { order: '3' })]);
    const rival = await preview([office('moving', { order: '7' })]);
    expect((await apply(rival.id)).status).toBe(200);
    const late = await apply(shown.id);
    expect(late).toMatchObject({ status: 409, problem: 'imports/changed-since' });
    const again = await preview([office('moving', { order: '3' })]);
    expect(again.changes[0]?.fields).toEqual([{ field: 'order', before: '7', after: '3' }]);
    expect((await apply(again.id)).status).toBe(200);
  });

  test('a preview is imported once; the same request again gets the same answer', async () => {
    const shown = await preview([office('once')]);
    const key = newId();
    const first = await apply(shown.id, key);
    const repeat = await apply(shown.id, key);
    expect(first.status).toBe(200);
    expect(repeat.status).toBe(200);
    expect(repeat.body).toEqual(first.body);
    expect(await apply(shown.id)).toMatchObject({
      status: 409,
      problem: 'imports/already-applied',
    });
    expect((await officeCodes()).filter((code) => code === 'once')).toHaveLength(1);
  });

  test.each(['xlsx', 'csv'] as const)('an export as %s imports again unchanged', async (format) => {
    await apply((await preview([office('kept', { dutiesZh: '=1+1, "引号"\n第二行' })])).id);
    const exported = await fetchBytes(`sheet?format=${format}`);
    const { document } = await uploadFile(manager, exported, `offices.${format}`);
    const shown = ImportPreview.parse(document);
    expect(shown).toMatchObject({ createCount: 0, updateCount: 0, faultCount: 0, changes: [] });
    expect(shown.unchangedCount).toBe(shown.rowCount);
    expect(shown.rowCount).toBeGreaterThan(0);
  });

  test('a file that is no sheet, no file, and a sheet nobody knows are refused by name', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const refused = await uploadFile(manager, picture, 'photo.xlsx');
    expect(refused.document).toMatchObject({ status: 415, code: 'documents/not-a-sheet' });
    const empty = await app.app.http.inject({
      method: 'POST',
      url: `/api/v1/imports/${IMPORTER}/previews`,
      headers: { 'x-test-actor': manager.id },
    });
    expect(empty.json()).toMatchObject({ status: 422, code: 'imports/unreadable' });
    const cut = await app.app.http.inject({
      method: 'POST',
      url: `/api/v1/imports/${IMPORTER}/previews`,
      headers: {
        'x-test-actor': manager.id,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
      payload: `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\ncode`,
    });
    expect(cut.json()).toMatchObject({ status: 422, code: 'imports/unreadable' });
    const unknown = await app.send(manager, routes.templateSheet, {
      params: { importer: 'organisation.nothing' },
    });
    expect(unknown.problem).toBe('imports/unknown-importer');
  });

  test('a sheet over the limit is refused with the limit, before anything of it is read', async () => {
    const huge = Buffer.alloc(1024 * 1024 + 1, 'a');
    const { document } = await uploadFile(manager, huge, 'huge.csv');
    expect(document).toMatchObject({ status: 413, code: 'imports/too-large' });
    expect(document['title']).toContain('1 MB');
    const other = staffWith([permissions.use.name]);
    await app.send(other, routes.listImporters);
    expect((await uploadFile(other, huge, 'huge.csv')).status).toBe(403);
  });

  test('an import and an export are told of, so that the audit log has them', async () => {
    await apply((await preview([office('told')])).id);
    await fetchBytes('sheet');
    const { rows } = await app.database.pool.query<{ name: string }>(
      `SELECT DISTINCT name FROM kernel.outbox WHERE name LIKE 'imports.%' ORDER BY name`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'imports.sheet-exported',
      'imports.sheet-imported',
    ]);
  });

  test('the office that was imported stands in the register', async () => {
    await apply((await preview([office('visible', { nameEn: 'Visible office' })])).id);
    const { body } = await app.send(manager, registers.listOffices, { query: { limit: 100 } });
    expect(body.items.find(({ code }) => code === 'visible')).toMatchObject({
      nameEn: 'Visible office',
    });
  });
});
