import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { type AccessApp, sampleRoute, startAccessApp } from '#test/support/access.ts';
import { Authenticator } from '#test/support/authenticator.ts';
import type { Browser } from '#test/support/browser.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { systemActor } from '../system-actor.ts';

let app: AccessApp;
let officer: Browser;

/** A security administrator, signed in with a second factor as that role demands. */
async function securityOfficer(loginName: string): Promise<Browser> {
  const person = await app.person(loginName, ['security-admin']);
  const browser = app.browser();
  await browser.send(routes.signIn, { body: person });
  const made = new Authenticator().create((await browser.send(routes.beginPasskey)).body);
  await browser.send(routes.addPasskey, { body: { ...made, name: '密钥' } });
  return browser;
}

beforeAll(async () => {
  app = await startAccessApp();
  officer = await securityOfficer('officer');
});
afterAll(() => app.close());

const anAccount = () => ({ loginName: `u${newId().slice(-8)}`, displayName: '王芳' });

async function createAccount() {
  const body = anAccount();
  const { body: made } = await officer.send(routes.createAccount, { body });
  return { ...made, loginName: body.loginName };
}

describe('accounts', () => {
  test('are out of reach for everybody but the security administrator', async () => {
    const clerk = await app.signedIn(await app.person('clerk.one', ['clerk']));
    expect((await app.browser().send(routes.listAccounts)).problem).toBe('access/not-signed-in');
    expect((await clerk.send(routes.listAccounts)).problem).toBe('access/forbidden');
    expect((await clerk.send(routes.createAccount, { body: anAccount() })).problem).toBe(
      'access/forbidden',
    );
    expect((await clerk.send(routes.listSessions)).problem).toBe('access/forbidden');
    expect((await clerk.send(routes.listRoles)).problem).toBe('access/forbidden');
    expect((await officer.send(sampleRoute)).problem).toBe('access/forbidden');
  });

  test('begin with a one-time password that is shown once, and never to a repeat', async () => {
    const body = anAccount();
    const key = newId();
    const first = await officer.send(routes.createAccount, { body, key });
    expect(first.status).toBe(201);
    expect(first.body.oneTimePassword).toMatch(/^\w{5}-\w{5}-\w{5}$/);
    const second = await officer.send(routes.createAccount, { body, key });
    expect(second.body).toEqual({ account: first.body.account, oneTimePassword: null });
    const { rows } = await app.database.pool.query<{ answer: unknown }>(
      'SELECT answer FROM kernel.idempotency',
    );
    expect(JSON.stringify(rows)).not.toContain(first.body.oneTimePassword);
    const signIn = { loginName: body.loginName, password: first.body.oneTimePassword ?? '' };
    expect((await app.browser().send(routes.signIn, { body: signIn })).body.step).toBe(
      'change-password',
    );
  });

  test('have names of their own in the centre', async () => {
    const { loginName } = await createAccount();
    const again = await officer.send(routes.createAccount, {
      body: { loginName: loginName.toUpperCase(), displayName: '另一人' },
    });
    expect(again.problem).toBe('access/login-name-taken');
    const elsewhere = systemActor(OTHER_CENTRE, 'test');
    const other = await app.database.transaction(async (tx) =>
      app.api.createAccount(tx, elsewhere, { kind: 'staff', loginName, displayName: '外中心' }),
    );
    expect(
      (await officer.send(routes.getAccount, { params: { id: other.accountId } })).problem,
    ).toBe('request/not-found');
  });

  test('are found by name and paged without losing one', async () => {
    for (let n = 0; n < 5; n += 1) {
      await officer.send(routes.createAccount, {
        body: { loginName: `paged${n}`, displayName: `翻页${n}_%` },
      });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { search: '_%', limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await officer.send(routes.listAccounts, { query });
      expect(body.total).toBe(5);
      seen.push(...body.items.map((account) => account.loginName ?? ''));
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['paged0', 'paged1', 'paged2', 'paged3', 'paged4']);
    const admins = await officer.send(routes.listAccounts, { query: { role: 'security-admin' } });
    expect(admins.body.items.map((account) => account.loginName)).toEqual(['officer']);
  });

  test('that are disabled stop at once, with every open session', async () => {
    const person = await app.person('stop.me', ['clerk']);
    const browser = await app.signedIn(person);
    expect((await browser.send(sampleRoute)).status).toBe(200);
    const body = { status: 'disabled', reason: '调离' } as const;
    const params = { id: person.accountId };
    expect((await officer.send(routes.setAccountStatus, { params, body })).body.status).toBe(
      'disabled',
    );
    expect((await browser.send(sampleRoute)).problem).toBe('access/not-signed-in');
    await officer.send(routes.setAccountStatus, {
      params,
      body: { status: 'active', reason: '返岗' },
    });
    expect((await app.signedIn(person)).cookies.size).toBe(1);
  });

  test('show a lock and can be unlocked', async () => {
    const person = await app.person('unlock.me');
    for (let n = 0; n < 5; n += 1) {
      await app
        .browser()
        .send(routes.signIn, { body: { loginName: person.loginName, password: `wrong ${n}` } });
    }
    const params = { id: person.accountId };
    expect((await officer.send(routes.getAccount, { params })).body.lockedUntil).not.toBeNull();
    expect((await officer.send(routes.unlockAccount, { params })).body.lockedUntil).toBeNull();
    expect((await app.signedIn(person)).cookies.size).toBe(1);
  });

  test('get a new one-time password, which ends their sessions', async () => {
    const person = await app.person('reset.me');
    const browser = await app.signedIn(person);
    const params = { id: person.accountId };
    const { body } = await officer.send(routes.resetPassword, { params });
    expect(body.account.mustChangePassword).toBe(true);
    expect((await browser.send(routes.getSession)).body.signedIn).toBe(false);
    const old = await app.browser().send(routes.signIn, { body: person });
    expect(old.problem).toBe('access/wrong-credentials');
  });

  test('lose their second factors only by an administrator with a fresh proof, not their own', async () => {
    const late = await securityOfficer('late.officer');
    app.clock.advance(11 * 60_000);
    const person = await app.person('lost.phone');
    const sent = { params: { id: person.accountId }, body: { reason: '手机遗失' } };
    expect((await late.send(routes.resetFactors, sent)).problem).toBe('access/proof-needed');
    const fresh = await securityOfficer('fresh.officer');
    expect((await fresh.send(routes.resetFactors, sent)).status).toBe(200);
    const own = (await fresh.send(routes.getSession)).body.actor.id;
    const self = { ...sent, params: { id: own } };
    expect((await fresh.send(routes.resetFactors, self)).problem).toBe('access/self-not-allowed');
    expect((await fresh.send(routes.resetPassword, { params: { id: own } })).problem).toBe(
      'access/self-not-allowed',
    );
    const disable = { params: { id: own }, body: { status: 'disabled', reason: '自停' } as const };
    expect((await fresh.send(routes.setAccountStatus, disable)).problem).toBe(
      'access/self-not-allowed',
    );
  });
});

describe("one's own sessions", () => {
  test('are listed with device and masked address, and can be ended one by one or all but this', async () => {
    const person = await app.person('my.sessions');
    const [here, there, third] = [
      await app.signedIn(person),
      await app.signedIn(person),
      await app.signedIn(person),
    ];
    const { items } = (await here.send(routes.listOwnSessions)).body;
    expect(items).toHaveLength(3);
    expect(items.filter((session) => session.isCurrent)).toHaveLength(1);
    expect(items[0]).toMatchObject({
      device: 'Chrome · Windows',
      address: '127.0.*.*',
      method: 'password',
    });

    const other = (await there.send(routes.listOwnSessions)).body.items.find(
      (session) => session.isCurrent,
    );
    const params = { id: other?.id ?? '' };
    const stranger = await app.signedIn(await app.person('session.stranger'));
    expect((await stranger.send(routes.revokeOwnSession, { params })).problem).toBe(
      'request/not-found',
    );
    expect((await here.send(routes.revokeOwnSession, { params })).status).toBe(200);
    expect((await there.send(routes.getSession)).body.signedIn).toBe(false);

    await here.send(routes.revokeOtherSessions);
    expect((await third.send(routes.getSession)).body.signedIn).toBe(false);
    expect((await here.send(routes.getSession)).body.signedIn).toBe(true);
  });

  test('can be ended by the security administrator', async () => {
    const person = await app.person('ended');
    const browser = await app.signedIn(person);
    const { items } = (
      await officer.send(routes.listSessions, { query: { accountId: person.accountId } })
    ).body;
    expect(
      (await officer.send(routes.revokeSession, { params: { id: items[0]?.id ?? '' } })).status,
    ).toBe(200);
    expect((await browser.send(routes.getSession)).body.signedIn).toBe(false);
    const again = await app.signedIn(person);
    await officer.send(routes.revokeAccountSessions, { params: { id: person.accountId } });
    expect((await again.send(routes.getSession)).body.signedIn).toBe(false);
    expect(await app.acts(person.accountId)).toContain('sessions-revoked');
  });

  test('end after half an hour without use, slide with use, and end after twelve hours in any case', async () => {
    const browser = await app.signedIn(await app.person('idle'));
    const isIn = async (headers: Record<string, string> = {}) =>
      (await browser.send(routes.getSession, { headers })).body.signedIn;
    app.clock.advance(29 * 60_000);
    expect(await isIn()).toBe(true);
    app.clock.advance(29 * 60_000);
    expect(await isIn({ 'x-background': '1' })).toBe(true);
    app.clock.advance(2 * 60_000);
    expect(await isIn()).toBe(false);

    const busy = await app.signedIn(await app.person('busy'));
    const seen: boolean[] = [];
    for (let use = 1; use <= 30; use += 1) {
      app.clock.advance(0.4 * 3_600_000);
      seen.push((await busy.send(routes.getSession)).body.signedIn);
    }
    expect(seen.lastIndexOf(true)).toBe(28);
    expect(seen.indexOf(false)).toBe(29);
  });
});

describe('the rules of sign-in', () => {
  test('are set within the bounds of the standard, by the security administrator with a fresh proof', async () => {
    const fresh = await securityOfficer('settings.officer');
    const { body: before } = await fresh.send(routes.getAccessSettings);
    expect(before.staffIdleMinutes).toBe(30);
    const change = (more: Partial<typeof before>) =>
      fresh.send(routes.changeAccessSettings, { body: { ...before, ...more } });
    expect((await change({ lockAfterFailures: 100 })).problem).toBe('request/invalid-input');
    expect((await change({ staffIdleMinutes: 0 })).problem).toBe('request/invalid-input');
    expect((await change({ staffIdleMinutes: 5 })).status).toBe(200);
    const browser = await app.signedIn(await app.person('short.idle'));
    app.clock.advance(5 * 60_000);
    expect((await browser.send(routes.getSession)).body.signedIn).toBe(false);
    const clerk = await app.signedIn(await app.person('no.settings', ['clerk']));
    expect((await clerk.send(routes.getAccessSettings)).problem).toBe('access/forbidden');
  });
});
