import { createServer, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { staffWith, nobodyInParticular } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

import { noRepeat } from '../http/idempotency.ts';
import { createFilesApi, type FilesApi } from './api.ts';
import { permissions, routes } from './contract.ts';
import { decideWithheld } from './decide-withheld.ts';
import type { FileDeps } from './deps.ts';
import { openFile } from './read-file.ts';
import { createClamdScanner } from './scanner.ts';
import { createDiskStore } from './store.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sender = nobodyInParticular();

describe('files', () => {
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
        {
          name: 'test.paper',
          mayUpload: () => true,
          mayRead: (_db, actor, subject) => actor.id === subject,
        },
      ],
    };
    api = createFilesApi(deps);
  });
  afterAll(() => app.close());

  const send = (name: string, content: Buffer, to: FilesApi = api) =>
    to.receive(sender, 'test.paper', { name, content: Readable.from([content]) });

  test('refuses the public and an unknown purpose', async () => {
    expect(
      (await app.send(undefined, routes.uploadFiles, { query: { purpose: 'test.paper' } })).problem,
    ).toBe('access/not-signed-in');
    await expect(
      api.receive(sender, 'test.other', { name: 'a.png', content: Readable.from([PNG]) }),
    ).rejects.toThrow('files/unknown-purpose');
  });

  test('gives the content back to its sender, byte for byte, and records the download', async () => {
    const file = await send('照片.png', PNG);
    expect(file).toMatchObject({
      state: 'available',
      mediaType: 'image/png',
      sizeBytes: PNG.length,
    });
    const opened = await openFile(deps, sender, file.id);
    expect(await buffer(opened.content)).toEqual(PNG);
    const { rows } = await app.database.pool.query(
      'SELECT act FROM kernel.audit_entry WHERE subject_id = $1',
      [file.id],
    );
    expect(rows).toContainEqual({ act: 'files.download' });
  });

  test('lets the reader of the record read the file, and nobody else', async () => {
    const file = await send('a.png', PNG);
    const reader = nobodyInParticular();
    await app.database.transaction((tx) =>
      api.attach(tx, sender, file.id, 'test.paper', { kind: 'test.record', id: reader.id }),
    );
    expect((await openFile(deps, reader, file.id)).file.id).toBe(file.id);
    await expect(openFile(deps, nobodyInParticular(), file.id)).rejects.toThrow('access/forbidden');
  });

  test('keeps one content for two records', async () => {
    const first = await send('one.png', PNG);
    const second = await send('two.png', PNG);
    expect(second.hash).toBe(first.hash);
    expect(second.id).not.toBe(first.id);
  });

  test.each([
    [
      'a program named as a picture',
      'photo.jpg',
      Buffer.from('MZ\u0090\u0000'.padEnd(400, 'x'), 'latin1'),
    ],
    ['a page with script', 'a.txt', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture named as a paper', 'a.pdf', PNG],
  ])('keeps %s apart and does not hand it out', async (_what, name, content) => {
    const file = await send(name, content);
    expect(file.state).toBe('quarantined');
    expect(file.stateReason).not.toBe('');
    await expect(openFile(deps, sender, file.id)).rejects.toThrow('files/withheld');
  });

  test('refuses a file over the limit and leaves nothing behind', async () => {
    await expect(send('big.txt', Buffer.alloc(1024 * 1024 + 1, 'a'))).rejects.toThrow(
      'files/too-large',
    );
    const { rows } = await app.database.pool.query(
      `SELECT 1 FROM kernel.stored_file WHERE name = 'big.txt'`,
    );
    expect(rows).toEqual([]);
  });

  test('destroys a quarantined file only with the permission, keeping the record and the reason', async () => {
    const file = await send('b.pdf', PNG);
    const decision = { state: 'destroyed', reason: '含恶意内容' } as const;
    await expect(decideWithheld(deps, sender, file.id, decision, noRepeat)).rejects.toThrow(
      'access/forbidden',
    );
    const manager = staffWith([permissions.manage.name]);
    const after = await decideWithheld(deps, manager, file.id, decision, noRepeat);
    expect(after).toMatchObject({ state: 'destroyed', stateReason: '含恶意内容' });
    await expect(decideWithheld(deps, manager, file.id, decision, noRepeat)).rejects.toThrow(
      'files/not-withheld',
    );
  });

  describe('with a virus scanner', () => {
    let daemon: Server;
    let answer = 'stream: OK\0';
    beforeAll(async () => {
      daemon = createServer((socket) => {
        socket.on('data', (data) => {
          if (data.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
        });
      });
      await new Promise<void>((resolve) => {
        daemon.listen(0, '127.0.0.1', resolve);
      });
    });
    afterAll(() => daemon.close());

    const scanned = () => {
      const address = daemon.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      return createFilesApi({ ...deps, scanner: createClamdScanner(`127.0.0.1:${port}`) });
    };

    test('takes a clean file and keeps an infected one apart, naming the virus', async () => {
      expect((await send('c.png', PNG, scanned())).state).toBe('available');
      answer = 'stream: Eicar-Signature FOUND\0';
      const infected = await send('d.png', PNG, scanned());
      expect(infected.state).toBe('quarantined');
      expect(infected.stateReason).toContain('Eicar-Signature');
    });

    test('keeps a file until the scanner answers again, instead of losing or trusting it', async () => {
      const away = createFilesApi({ ...deps, scanner: createClamdScanner('127.0.0.1:1') });
      expect((await send('e.png', PNG, away)).state).toBe('awaiting-scan');
    });
  });
});
