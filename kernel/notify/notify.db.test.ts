import { createServer, type Server } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { systemActor } from '../access/system-actor.ts';
import { newId } from '../ids/id.ts';
import { createGatewayChannel } from './channels/gateway.ts';
import { permissions, routes } from './contract.ts';
import { deliverMessage } from './deliver-message.ts';
import type { NotifyDeps } from './deps.ts';
import { notify, type Recipient } from './notify.ts';
import { messageTemplate } from './template.ts';

const leaveApproved = messageTemplate({
  name: 'test.leave-approved',
  values: z.object({ day: z.string() }),
  subject: { 'zh-CN': '请假已批准', en: 'Leave approved' },
  body: { 'zh-CN': '您 {day} 的请假已批准。', en: 'Your leave on {day} was approved.' },
  link: () => '/desk/leave',
});

const system = systemActor(TEST_CENTRE, 'test');

describe('messages to people', () => {
  let app: TestApp;
  let deps: NotifyDeps;
  beforeAll(async () => {
    app = await startTestApp();
    deps = {
      ...app.foundation,
      publicUrl: 'http://centre.test',
      channels: {},
      isDemonstration: true,
    };
  });
  afterAll(() => app.close());

  const write = (to: Recipient, key: string = newId(), given: NotifyDeps = deps) =>
    app.database.transaction((tx) =>
      notify(given, tx, system, {
        template: leaveApproved,
        values: { day: '2026-02-03' },
        to,
        key,
      }),
    );

  const messages = async (template = 'test.leave-approved') =>
    (
      await app.database.pool.query<{ message_id: string; state: string; attempts: number }>(
        `SELECT message_id, state, attempts FROM kernel.message WHERE template = $1 AND channel <> 'inbox' ORDER BY message_id DESC`,
        [template],
      )
    ).rows;

  const deliver = async (given: NotifyDeps, messageId: string, attempt: number) => {
    const { run } = deliverMessage(given);
    if (run.mode !== 'outside') throw new Error('delivery calls another system');
    await run.handle(
      { messageId },
      { actor: system, attempt, dueAt: app.clock.now(), signal: new AbortController().signal },
    );
  };

  test('refuses the public, and staff without the permission to see the outbox', async () => {
    expect((await app.send(undefined, routes.listInbox)).problem).toBe('access/not-signed-in');
    expect((await app.send(nobodyInParticular(), routes.listOutbox)).problem).toBe(
      'access/forbidden',
    );
  });

  test('shows a message to its recipient only, and once for one key', async () => {
    const person = nobodyInParticular();
    await write({ accountId: person.id, locale: 'zh-CN' }, 'once');
    await write({ accountId: person.id, locale: 'zh-CN' }, 'once');
    const { body } = await app.send(person, routes.listInbox);
    expect(body.items.map((item) => item.body)).toEqual(['您 2026-02-03 的请假已批准。']);
    expect(body.unread).toBe(1);
    expect((await app.send(nobodyInParticular(), routes.listInbox)).body.items).toEqual([]);
  });

  test('lets nobody mark the message of another as read', async () => {
    const person = nobodyInParticular();
    await write({ accountId: person.id, locale: 'en' });
    const [item] = (await app.send(person, routes.listInbox)).body.items;
    await app.send(nobodyInParticular(), routes.markRead, { params: { id: item?.id ?? '' } });
    expect((await app.send(person, routes.listInbox)).body.unread).toBe(1);
    await app.send(person, routes.markRead, { params: { id: item?.id ?? '' } });
    expect((await app.send(person, routes.listInbox)).body.unread).toBe(0);
  });

  test('keeps address and text sealed in the database, and masked in the outbox', async () => {
    await write({ mobile: '13812345678', locale: 'zh-CN' });
    const { rows } = await app.database.pool.query(`SELECT m::text AS whole FROM kernel.message m`);
    expect(JSON.stringify(rows)).not.toContain('13812345678');
    expect(JSON.stringify(rows)).not.toContain('请假已批准');
    const { body } = await app.send(staffWith([permissions.view.name]), routes.listOutbox);
    expect(body.items[0]?.recipient).toBe('138****5678');
  });

  test('shows in a demonstration what would have been sent, and says so', async () => {
    await write({ email: 'someone@example.com', locale: 'en' });
    const [message] = await messages();
    await deliver(deps, message?.message_id ?? '', 1);
    expect((await messages())[0]).toMatchObject({ state: 'shown' });
  });

  describe('through a gateway', () => {
    let gateway: Server;
    let status = 503;
    const taken: Array<{ key: unknown; body: string }> = [];
    beforeAll(async () => {
      gateway = createServer((request, response) => {
        let body = '';
        request.on('data', (piece: Buffer) => (body += piece.toString()));
        request.on('end', () => {
          if (status < 300) taken.push({ key: request.headers['idempotency-key'], body });
          response.writeHead(status).end();
        });
      });
      await new Promise<void>((resolve) => {
        gateway.listen(0, '127.0.0.1', resolve);
      });
    });
    afterAll(() => gateway.close());

    const real = (): NotifyDeps => {
      const address = gateway.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      return {
        ...deps,
        isDemonstration: false,
        channels: { sms: createGatewayChannel(`http://127.0.0.1:${port}`, 'token-of-the-gateway') },
      };
    };

    test('keeps a message that the gateway refuses, fails it after the last attempt, and sends it again on request', async () => {
      await write({ mobile: '13812345678', locale: 'zh-CN' }, newId(), real());
      const id = (await messages())[0]?.message_id ?? '';
      await expect(deliver(real(), id, 1)).rejects.toThrow('503');
      expect((await messages())[0]).toMatchObject({ state: 'waiting', attempts: 1 });
      await expect(deliver(real(), id, 6)).rejects.toThrow('503');
      expect((await messages())[0]).toMatchObject({ state: 'failed' });
      const manager = staffWith([permissions.manage.name]);
      expect((await app.send(manager, routes.repeatMessage, { params: { id } })).status).toBe(200);
      status = 202;
      await deliver(real(), id, 1);
      await deliver(real(), id, 2);
      expect(taken).toHaveLength(1);
      expect(taken[0]?.key).toBe(id);
      expect(taken[0]?.body).toContain('13812345678');
      expect((await app.send(manager, routes.repeatMessage, { params: { id } })).problem).toBe(
        'notify/not-failed',
      );
    });

    test('fails where no way out is configured, instead of pretending', async () => {
      await write({ email: 'someone@example.com', locale: 'en' }, newId(), real());
      const id = (await messages())[0]?.message_id ?? '';
      await expect(deliver(real(), id, 1)).rejects.toThrow('No way out');
    });
  });
});
