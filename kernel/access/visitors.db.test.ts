import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type AccessApp, startAccessApp } from '#test/support/access.ts';

import { routes } from './contract.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await startAccessApp({
    resolveCitizen: async (_tx, _centreId, claims) => ({
      accountSubject: `party/${claims.externalSubject}`,
      displayName: '张*',
    }),
  });
  await app.database.transaction((tx) =>
    app.api.ensureRoles(tx, app.system.centreId, [
      {
        role: 'visitor',
        title: { 'zh-CN': '群众', en: 'Citizen' },
        permissions: ['sample.read'],
        impliedFor: 'citizen',
      },
    ]),
  );
});
afterAll(() => app.close());

async function aKiosk() {
  const { accountId, code } = await app.database.transaction(async (tx) => {
    const device = app.api.createAccount(tx, app.system, { kind: 'device', displayName: '一体机' });
    return { ...device, ...(await app.api.createEnrolment(tx, app.system, device)) };
  });
  const { body } = await app.browser().send(routes.enrolDevice, {
    body: { code, nonce: 'n'.repeat(24), publicInfo: {} },
  });
  const actor = { ...app.system, kind: 'device' as const, id: accountId, name: '一体机' };
  return { actor, key: body.deviceKey };
}

const open = (device: Awaited<ReturnType<typeof aKiosk>>, who: string, permits = ['sample.read']) =>
  app.api.openVisitor(
    device.actor,
    {
      claims: {
        issuer: 'id-card-reader',
        externalSubject: who,
        kind: 'person',
        name: '张三',
        idNumber: undefined,
        phone: undefined,
        level: 2,
        firm: undefined,
      },
      method: 'id-card',
      permits,
      life: { idle: 600, absolute: 3600 },
      locale: 'zh-CN',
    },
    (_tx, opened) => opened,
  );

const asked = (key: string, token?: string) => ({
  headers: {
    authorization: `Bearer ${key}`,
    ...(token === undefined ? {} : { 'x-visitor': token }),
  },
});

describe('a visitor at a device', () => {
  test('is nobody elsewhere: not with another device’s key, not as a cookie', async () => {
    const [here, there] = [await aKiosk(), await aKiosk()];
    const { token } = await open(here, 'one');
    const session = async (sent: object) =>
      (await app.browser().send(routes.getSession, sent)).body.actor.kind;
    expect(await session(asked(here.key, token))).toBe('citizen');
    expect(await session(asked(there.key, token))).toBe('anonymous');
    expect(await session(asked(here.key, 'x'.repeat(43)))).toBe('anonymous');
    expect(await session({ headers: { cookie: `ow_session=${token}` } })).toBe('anonymous');
  });

  const may = async (device: { readonly key: string }, token?: string) => {
    const { body } = await app.browser().send(routes.getSession, asked(device.key, token));
    return body.actor.permissions.map((grant) => grant.permission);
  };

  test('holds the permissions of the visit alone, and the device none of theirs', async () => {
    const here = await aKiosk();
    const { token } = await open(here, 'two');
    expect([await may(here, token), await may(here)]).toEqual([['sample.read'], []]);
    const narrow = await open(here, 'two', ['sample.other']);
    expect(await may(here, narrow.token)).toEqual([]);
  });

  test('ends with the next visitor, with the wipe and with time', async () => {
    const here = await aKiosk();
    const first = await open(here, 'three');
    const second = await open(here, 'four');
    expect([await may(here, first.token), await may(here, second.token)]).toEqual([
      [],
      ['sample.read'],
    ]);
    const ended = await app.database.transaction((tx) =>
      app.api.endVisitors(tx, here.actor, here.actor.id),
    );
    expect(ended.map((one) => one.sessionId)).toEqual([second.sessionId]);
    expect(await may(here, second.token)).toEqual([]);
    const third = await open(here, 'five');
    app.clock.advance(601_000);
    expect(await may(here, third.token)).toEqual([]);
  });
});
