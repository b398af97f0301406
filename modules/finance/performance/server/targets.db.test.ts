import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';

import { permissions, routes, type TargetInput } from '../contract.ts';

const manager = staffWith([permissions.view.name, permissions.manage.name]);

const anTarget = (more: Partial<TargetInput> = {}): TargetInput => ({
  code: `A-${newId().slice(-8)}`,
  nameZh: '演示',
  nameEn: 'Demonstration',
  ...more,
});

describe('finance/performance', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const createTarget = async (more: Partial<TargetInput> = {}) =>
    (await app.send(manager, routes.createTarget, { body: anTarget(more) })).body;

  test('refuses the public, and staff without the permission', async () => {
    const byPublic = await app.send(undefined, routes.listTargets);
    expect(byPublic.problem).toBe('access/not-signed-in');
    const byOthers = await app.send(nobodyInParticular(), routes.listTargets);
    expect(byOthers.problem).toBe('access/forbidden');
    const reader = staffWith([permissions.view.name]);
    const byReader = await app.send(reader, routes.createTarget, { body: anTarget() });
    expect(byReader.problem).toBe('access/forbidden');
  });

  test('does not show anything to another centre', async () => {
    const { id } = await createTarget();
    const stranger = staffWith([permissions.view.name], undefined, { centreId: OTHER_CENTRE });
    const answer = await app.send(stranger, routes.getTarget, { params: { id } });
    expect(answer.problem).toBe('request/not-found');
  });

  test('gives the same answer to a repeat with the same key', async () => {
    const sent = { body: anTarget(), key: newId() };
    const first = await app.send(manager, routes.createTarget, sent);
    const second = await app.send(manager, routes.createTarget, sent);
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
  });

  test('refuses a code that is taken, naming it', async () => {
    const { code } = await createTarget();
    const answer = await app.send(manager, routes.createTarget, { body: anTarget({ code }) });
    expect(answer.problem).toBe('performance/code-taken');
    expect(answer.document['title']).toContain(code);
  });

  test('refuses a change over a version that the editor has not seen', async () => {
    const { id, code } = await createTarget();
    const change = (nameEn: string) =>
      app.send(manager, routes.changeTarget, {
        params: { id },
        body: { ...anTarget({ code, nameEn }), version: 1 },
      });
    expect((await change('First')).body.version).toBe(2);
    expect((await change('Second')).problem).toBe('request/stale-version');
  });

  test('finds by a part of a name and counts what it finds', async () => {
    for (const nameEn of ['Northern one', 'Northern two', 'Southern'])
      await createTarget({ nameEn });
    const query = { search: 'northern', limit: 1 };
    const { body } = await app.send(manager, routes.listTargets, { query });
    expect(body.total).toBe(2);
    expect(body.items).toHaveLength(1);
    expect(body.nextCursor).not.toBeNull();
  });
});
