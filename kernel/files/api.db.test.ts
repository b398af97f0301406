import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { nobodyInParticular } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';

import { createFilesApi, type FilesApi } from './api.ts';
import type { FileDeps } from './deps.ts';
import { openFile } from './read-file.ts';
import { createDiskStore } from './store.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const maker = nobodyInParticular();
const reader = nobodyInParticular();
const subject = { kind: 'test.record', id: reader.id };

describe('files of a module', () => {
  let app: TestApp;
  let deps: FileDeps;
  let api: FilesApi;
  beforeAll(async () => {
    app = await startTestApp();
    const folder = app.foundation.config.dataDir;
    deps = {
      ...app.foundation,
      store: createDiskStore(`${folder}/store`),
      scanner: undefined,
      spoolFolder: `${folder}/spool`,
      limitBytes: 1024 * 1024,
      purposes: () => [
        { name: 'test.notice', mayUpload: () => false, mayRead: (_db, { id }, on) => id === on },
        { name: 'test.photo', mayUpload: () => true, mayRead: () => false },
      ],
    };
    api = createFilesApi(deps);
  });
  afterAll(() => app.close());

  const store = (
    content: Uint8Array | Readable,
    name = '受理通知书.pdf',
    purpose = 'test.notice',
  ) =>
    app.database.transaction((tx) => api.storeFile(tx, maker, { purpose, name, content, subject }));

  test('a paper of the software hangs on its record from the start, for the readers of the record', async () => {
    const stored = await store(PDF);
    expect(stored).toMatchObject({
      name: '受理通知书.pdf',
      mediaType: 'application/pdf',
      sizeBytes: PDF.length,
      state: 'available',
      uploadedByName: maker.name,
    });
    expect(await buffer((await openFile(deps, reader, stored.id)).content)).toEqual(PDF);
    await expect(openFile(deps, maker, stored.id)).rejects.toThrow('access/forbidden');
    const { rows } = await app.database.pool.query<{ act: string; body: { isMade?: boolean } }>(
      'SELECT act, body FROM kernel.audit_entry WHERE subject_id = $1 ORDER BY at, act',
      [stored.id],
    );
    expect(rows.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['files.file-stored', 'files.download']),
    );
  });

  test('the module reads it as often as it likes, and only under its purpose and centre', async () => {
    const { id, hash } = await store(Readable.from([PDF]));
    const file = await api.getFile(app.database.db, reader, id, 'test.notice');
    expect(file).toMatchObject({ hash, subject, mediaType: 'application/pdf' });
    expect(await buffer(await file.open())).toEqual(PDF);
    expect(await buffer(await file.open())).toEqual(PDF);
    const { db } = app.database;
    await expect(api.getFile(db, reader, id, 'test.photo')).rejects.toThrow('not-found');
    await expect(api.getFile(db, { centreId: OTHER_CENTRE }, id, 'test.notice')).rejects.toThrow(
      'not-found',
    );
  });

  test('there is no file when its record is not kept', async () => {
    await expect(
      app.database.transaction(async (tx) => {
        await api.storeFile(tx, maker, {
          purpose: 'test.notice',
          name: 'lost.pdf',
          content: PDF,
          subject,
        });
        throw new Error('the record was refused');
      }),
    ).rejects.toThrow('the record was refused');
    const { rows } = await app.database.pool.query(
      `SELECT 1 FROM kernel.stored_file WHERE name = 'lost.pdf'`,
    );
    expect(rows).toEqual([]);
  });

  test('a purpose that nobody declares and a content that is no paper are mistakes', async () => {
    await expect(store(PDF, 'a.pdf', 'test.other')).rejects.toThrow(RangeError);
    await expect(store(Buffer.from('<html></html>'), 'a.html')).rejects.toThrow(RangeError);
    await expect(store(Buffer.from('plain'), 'a.pdf')).rejects.toThrow(RangeError);
  });

  test('a file that is kept apart can be named and not opened', async () => {
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    const { id } = await api.receive(maker, 'test.photo', {
      name: 'a.png',
      content: Readable.from([html]),
    });
    const file = await api.getFile(app.database.db, maker, id, 'test.photo');
    expect(file).toMatchObject({ state: 'quarantined', subject: null });
    await expect(file.open()).rejects.toThrow('files/withheld');
  });

  test('a file whose content is gone says so', async () => {
    const { id, hash } = await store(Buffer.concat([PDF, Buffer.from('%another\n')]));
    await deps.store.remove(maker.centreId, hash);
    const file = await api.getFile(app.database.db, reader, id, 'test.notice');
    await expect(file.open()).rejects.toThrow('files/missing');
  });
});
