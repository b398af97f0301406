import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { type AccessApp, sampleRoles, sampleRoute, startAccessApp } from '#test/support/access.ts';
import { Authenticator } from '#test/support/authenticator.ts';
import { Browser } from '#test/support/browser.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { routes } from '../contract.ts';

let app: AccessApp;
let first: Browser;
let second: Browser;

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
  first = await securityOfficer('first');
  second = await securityOfficer('second');
});
afterAll(() => app.close());

const wholeCentre = { level: 'centre' } as const;
const grant = (by: Browser, accountId: string, role: string, more: object = {}) =>
  by.send(routes.grantRole, {
    params: { id: accountId },
    body: { role, scope: wholeCentre, reason: '岗位需要', ...more },
  });
const ownId = async (browser: Browser) => (await browser.send(routes.getSession)).body.actor.id;

describe('granting a role', () => {
  test('is the security administrator’s alone, and never to oneself', async () => {
    const person = await app.person('clerk.a', ['clerk']);
    const clerk = await app.signedIn(person);
    expect((await grant(clerk, person.accountId, 'careful')).problem).toBe('access/forbidden');
    expect((await grant(first, await ownId(first), 'clerk')).problem).toBe(
      'access/self-not-allowed',
    );
  });

  test('holds with the next request, and taking it away stops at once', async () => {
    const person = await app.person('at.once');
    const browser = await app.signedIn(person);
    expect((await browser.send(sampleRoute)).problem).toBe('access/forbidden');
    const { body } = await grant(first, person.accountId, 'clerk');
    expect(body).toMatchObject({ state: 'active', role: 'clerk', grantedBy: '员工 first' });
    expect((await browser.send(sampleRoute)).status).toBe(200);
    expect((await grant(first, person.accountId, 'clerk')).problem).toBe('request/duplicate');
    await first.send(routes.revokeGrant, { params: { id: body.id } });
    expect((await browser.send(sampleRoute)).problem).toBe('access/forbidden');
    expect(await app.acts(person.accountId)).toEqual(
      expect.arrayContaining(['role-granted', 'role-revoked']),
    );
  });

  test('holds only within its period', async () => {
    const person = await app.person('period');
    const browser = await app.signedIn(person);
    const inMinutes = (minutes: number) =>
      new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
    const wrong = { validFrom: inMinutes(5), validUntil: inMinutes(5) };
    expect((await grant(first, person.accountId, 'clerk', wrong)).problem).toBe(
      'access/period-invalid',
    );
    await grant(first, person.accountId, 'clerk', {
      validFrom: inMinutes(5),
      validUntil: inMinutes(10),
    });
    expect((await browser.send(sampleRoute)).problem).toBe('access/forbidden');
    app.clock.advance(5 * 60_000);
    expect((await browser.send(sampleRoute)).status).toBe(200);
    app.clock.advance(5 * 60_000);
    expect((await browser.send(sampleRoute)).problem).toBe('access/forbidden');
  });

  test('counts only with a second factor where the role demands one, even in a session open before', async () => {
    const person = await app.person('late.careful');
    const browser = await app.signedIn(person);
    await grant(first, person.accountId, 'careful');
    expect((await browser.send(sampleRoute)).problem).toBe('access/forbidden');
    const device = new Authenticator();
    const made = device.create((await browser.send(routes.beginPasskey)).body);
    await browser.send(routes.addPasskey, { body: { ...made, name: '密钥' } });
    expect((await browser.send(sampleRoute)).problem).toBe('access/forbidden');
    const proof = device.get((await browser.send(routes.beginPasskeySignIn)).body);
    await browser.send(routes.giveProof, { body: proof });
    expect((await browser.send(sampleRoute)).status).toBe(200);
    const again = app.browser();
    expect((await again.send(routes.signIn, { body: person })).body.step).toBe('second-factor');
  });

  test('is refused at a level at which the role makes no sense, and for a role that does not exist', async () => {
    const person = await app.person('levels');
    const site = { scope: { level: 'site', id: newId() } };
    expect((await grant(first, person.accountId, 'clerk', site)).status).toBe(201);
    expect(
      (await grant(first, person.accountId, 'clerk', { scope: { level: 'own' } })).problem,
    ).toBe('access/scope-not-fitting');
    expect((await grant(first, person.accountId, 'nonsense')).problem).toBe('access/role-unknown');
    expect((await grant(first, newId(), 'clerk')).problem).toBe('request/not-found');
  });
});

describe('the three administrators', () => {
  test('are never one person, nor anything else beside', async () => {
    const person = await app.person('mixed', ['audit-admin']);
    for (const role of ['system-admin', 'security-admin', 'clerk']) {
      expect((await grant(first, person.accountId, role)).problem).toBe('access/duties-apart');
    }
    const clerk = await app.person('mixed.clerk', ['clerk']);
    expect((await grant(first, clerk.accountId, 'audit-admin')).problem).toBe(
      'access/duties-apart',
    );
  });

  test('are made by two security administrators together', async () => {
    const person = await app.person('new.auditor');
    const { body: asked } = await grant(first, person.accountId, 'audit-admin');
    expect(asked.state).toBe('awaiting-confirmation');
    expect((await grant(first, person.accountId, 'clerk')).problem).toBe('access/duties-apart');
    const awaiting = (await second.send(routes.listAwaitingGrants)).body.items;
    expect(awaiting.map((item) => item.id)).toEqual([asked.id]);
    const params = { id: asked.id };
    expect((await first.send(routes.confirmGrant, { params })).problem).toBe(
      'access/self-not-allowed',
    );
    expect((await second.send(routes.confirmGrant, { params })).body.state).toBe('active');
    expect((await second.send(routes.confirmGrant, { params })).status).toBe(200);
    const browser = app.browser();
    const signIn = await browser.send(routes.signIn, { body: person });
    expect(signIn.body.step).toBe('enrol-factor');
  });

  test('can be refused before they are made', async () => {
    const person = await app.person('refused.auditor');
    const { body: asked } = await grant(first, person.accountId, 'system-admin');
    expect((await second.send(routes.revokeGrant, { params: { id: asked.id } })).status).toBe(200);
    expect((await second.send(routes.confirmGrant, { params: { id: asked.id } })).problem).toBe(
      'request/not-found',
    );
  });

  test('need a fresh proof of whoever makes them', async () => {
    const late = await securityOfficer('late');
    const person = await app.person('late.auditor');
    app.clock.advance(11 * 60_000);
    expect((await grant(late, person.accountId, 'audit-admin')).problem).toBe(
      'access/proof-needed',
    );
    expect((await grant(late, person.accountId, 'clerk')).status).toBe(201);
  });

  test('always leave one security administrator, even when two remove each other at once', async () => {
    const own = await startAccessApp();
    const [a, b] = [
      await own.person('a', ['security-admin']),
      await own.person('b', ['security-admin']),
    ];
    const takeFrom = (person: { accountId: string }, by: { accountId: string }) =>
      own.database.transaction((tx) =>
        own.api.revokeRole(
          tx,
          { ...own.system, kind: 'staff', id: by.accountId },
          {
            accountId: person.accountId,
            role: 'security-admin',
            scope: wholeCentre,
          },
        ),
      );
    const results = await Promise.allSettled([takeFrom(a, b), takeFrom(b, a)]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = results[0]?.status === 'fulfilled' ? b : a;
    const disable = own.database.transaction((tx) =>
      own.api.setStatus(tx, own.system, {
        accountId: left.accountId,
        status: 'disabled',
        reason: '测试',
      }),
    );
    await expect(disable).rejects.toThrow('access/last-security-administrator');
    await own.close();
  });
});

describe('roles', () => {
  const role = {
    nameZh: '值班长',
    nameEn: 'Duty lead',
    permissions: ['sample.write'],
    demandsSecondFactor: false,
  };

  test('are made of known permissions, never of an administrator’s', async () => {
    const make = (name: string, permissions: string[]) =>
      first.send(routes.createRole, { body: { ...role, role: name, permissions } });
    expect((await make('r-one', ['sample.burn'])).problem).toBe('access/permission-unknown');
    expect((await make('r-two', ['access.manage-roles'])).problem).toBe(
      'access/permission-reserved',
    );
    expect((await make('r-three', ['audit.search@centre'])).problem).toBe(
      'access/permission-reserved',
    );
    expect((await make('r-four', ['sample.write@own'])).problem).toBe('access/scope-not-fitting');
    expect((await make('duty-lead', ['sample.write'])).body).toMatchObject({
      levels: ['centre', 'site'],
      holders: 0,
    });
    expect((await make('duty-lead', ['sample.write'])).problem).toBe('request/duplicate');
  });

  test('change for all their holders at once, and not over an unseen version', async () => {
    await first.send(routes.createRole, { body: { ...role, role: 'changing' } });
    const person = await app.person('holder');
    await grant(first, person.accountId, 'changing');
    const browser = await app.signedIn(person);
    expect((await browser.send(sampleRoute)).problem).toBe('access/forbidden');
    const change = (permissions: string[], version: number) =>
      first.send(routes.changeRole, {
        params: { role: 'changing' },
        body: { ...role, permissions, version },
      });
    expect((await change(['sample.read'], 1)).body).toMatchObject({ version: 2, holders: 1 });
    expect((await browser.send(sampleRoute)).status).toBe(200);
    expect((await change(['sample.read'], 1)).problem).toBe('request/stale-version');
    expect((await change(['backup.run'], 2)).problem).toBe('access/permission-reserved');
  });

  test('of the administrators are fixed', async () => {
    const body = { ...role, permissions: ['sample.write'], version: 1 };
    const answer = await first.send(routes.changeRole, { params: { role: 'audit-admin' }, body });
    expect(answer.problem).toBe('access/role-built-in');
  });

  test('of the product come again after an update, except where the centre changed them', async () => {
    const params = { role: 'careful' };
    await first.send(routes.changeRole, {
      params,
      body: { ...role, nameZh: '本中心版本', version: 1 },
    });
    const definitions = sampleRoles.map((definition) =>
      definition.role === 'clerk' ? { ...definition, permissions: ['sample.read'] } : definition,
    );
    await app.database.transaction((tx) => app.api.ensureRoles(tx, TEST_CENTRE, definitions));
    const { items } = (await first.send(routes.listRoles)).body;
    expect(items.find((item) => item.role === 'careful')?.nameZh).toBe('本中心版本');
    expect(items.find((item) => item.role === 'clerk')).toMatchObject({
      permissions: ['sample.read'],
      version: 2,
    });
    expect(items.find((item) => item.role === 'security-admin')?.version).toBe(1);
    await app.database.transaction((tx) => app.api.ensureRoles(tx, TEST_CENTRE, sampleRoles));
  });

  test('that come with a kind of account must make sense for one’s own records', async () => {
    const wrong = {
      role: 'all-staff',
      title: { 'zh-CN': '全员', en: 'All' },
      permissions: ['sample.write'],
      impliedFor: 'staff' as const,
    };
    const ensure = (permissions: string[]) =>
      app.database.transaction((tx) =>
        app.api.ensureRoles(tx, TEST_CENTRE, [{ ...wrong, permissions }]),
      );
    await expect(ensure(['sample.write'])).rejects.toThrow('access/scope-not-fitting');
    await expect(ensure(['sample.write@centre'])).resolves.toBeUndefined();
  });

  test('that were taken away in one process are gone in another', async () => {
    const twin = await startAccessApp(app.options);
    const person = await app.person('two.processes');
    const browser = await app.signedIn(person);
    const elsewhere = new Browser(twin.http);
    for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value);
    const { body } = await grant(first, person.accountId, 'clerk');
    expect((await elsewhere.send(sampleRoute)).status).toBe(200);
    await first.send(routes.revokeGrant, { params: { id: body.id } });
    expect((await elsewhere.send(sampleRoute)).problem).toBe('access/forbidden');
    await first.send(routes.revokeAccountSessions, { params: { id: person.accountId } });
    expect((await elsewhere.send(sampleRoute)).problem).toBe('access/not-signed-in');
    await twin.close();
  });

  test('list every permission with the levels at which it makes sense', async () => {
    const { items } = (await first.send(routes.listPermissions)).body;
    expect(items.find((item) => item.name === 'sample.read')?.levels).toEqual([
      'centre',
      'site',
      'own',
    ]);
    expect(items.find((item) => item.name === 'audit.search')?.reservedFor).toBe('audit');
  });
});
