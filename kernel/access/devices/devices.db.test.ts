import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { randomToken } from '#kernel/ids/token.ts';
import { type AccessApp, sampleRoute, startAccessApp } from '#test/support/access.ts';

import { routes } from '../contract.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await startAccessApp();
});
afterAll(() => app.close());

async function aDevice() {
  return app.database.transaction(async (tx) => {
    const device = app.api.createAccount(tx, app.system, {
      kind: 'device',
      displayName: '显示屏 A1',
    });
    await app.api.grantRole(tx, app.system, {
      accountId: device.accountId,
      role: 'clerk',
      scope: { level: 'centre' },
      reason: '登记',
    });
    const { code } = await app.api.createEnrolment(tx, app.system, device);
    return { accountId: device.accountId, code };
  });
}

const enrol = (code: string, nonce = randomToken()) =>
  app.browser().send(routes.enrolDevice, { body: { code, nonce, publicInfo: { model: 'DP-55' } } });
const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

describe('a device', () => {
  test('gets a key for its code, and is then somebody with the roles of its account', async () => {
    const { accountId, code } = await aDevice();
    const { body } = await enrol(code.toLowerCase().replace('-', ' '));
    expect(body).toMatchObject({ accountId, name: '显示屏 A1' });
    const browser = app.browser();
    const session = (await browser.send(routes.getSession, bearer(body.deviceKey))).body;
    expect(session).toMatchObject({
      signedIn: true,
      actor: { kind: 'device', id: accountId },
      csrfToken: null,
    });
    expect((await browser.send(sampleRoute, bearer(body.deviceKey))).status).toBe(200);
    expect((await browser.send(sampleRoute, bearer(`${body.deviceKey}x`))).problem).toBe(
      'access/not-signed-in',
    );
    expect((await browser.send(routes.beginTotp, bearer(body.deviceKey))).problem).toBe(
      'access/no-pending-sign-in',
    );
    expect(await app.acts(accountId)).toEqual(
      expect.arrayContaining(['device-enrolment-opened', 'device-enrolled']),
    );
  });

  test('gets the same key again when the answer got lost, and nobody else does', async () => {
    const { code } = await aDevice();
    const nonce = randomToken();
    const [one, two] = await Promise.all([enrol(code, nonce), enrol(code, nonce)]);
    expect(two.body.deviceKey).toBe(one.body.deviceKey);
    expect((await enrol(code)).problem).toBe('access/enrolment-refused');
    app.clock.advance(15 * 60_000);
    expect((await enrol(code, nonce)).problem).toBe('access/enrolment-refused');
  });

  test('is kept by hash only', async () => {
    const { code } = await aDevice();
    const { body } = await enrol(code);
    const { rows } = await app.database.pool.query(
      'SELECT k::text AS key FROM kernel.device_key k UNION ALL SELECT e::text FROM kernel.device_enrolment e',
    );
    expect(JSON.stringify(rows)).not.toContain(body.deviceKey);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('is refused with a wrong, an old or a replaced code, and that is audited', async () => {
    expect((await enrol('AAAA-AAAA')).problem).toBe('access/enrolment-refused');
    const { accountId, code } = await aDevice();
    await app.database.transaction((tx) => app.api.createEnrolment(tx, app.system, { accountId }));
    expect((await enrol(code)).problem).toBe('access/enrolment-refused');
    const late = await aDevice();
    app.clock.advance(15 * 60_000);
    expect((await enrol(late.code)).problem).toBe('access/enrolment-refused');
    expect(await app.acts(late.accountId)).toContain('sign-in-failed');
  });

  test('loses its key when it is revoked, when it enrols anew, and when it is disabled', async () => {
    const { accountId, code } = await aDevice();
    const first = (await enrol(code)).body.deviceKey;
    const again = await app.database.transaction((tx) =>
      app.api.createEnrolment(tx, app.system, { accountId }),
    );
    const second = (await enrol(again.code)).body.deviceKey;
    const works = async (key: string) =>
      (await app.browser().send(sampleRoute, bearer(key))).status === 200;
    expect([await works(first), await works(second)]).toEqual([false, true]);
    const setStatus = (status: 'active' | 'disabled') =>
      app.database.transaction((tx) =>
        app.api.setStatus(tx, app.system, { accountId, status, reason: '检修' }),
      );
    await setStatus('disabled');
    expect(await works(second)).toBe(false);
    await setStatus('active');
    expect(await works(second)).toBe(true);
    await app.database.transaction((tx) =>
      app.api.revokeDeviceKeys(tx, app.system, { accountId, reason: '报失' }),
    );
    expect(await works(second)).toBe(false);
  });

  test('cannot be enrolled as a person, nor a person as a device', async () => {
    const person = await app.person('not.a.device');
    const opening = app.database.transaction((tx) =>
      app.api.createEnrolment(tx, app.system, person),
    );
    await expect(opening).rejects.toThrow('access/not-for-this-kind');
  });
});
