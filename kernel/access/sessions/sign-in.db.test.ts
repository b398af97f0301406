import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { sampleRoute, startAccessApp, type AccessApp } from '#test/support/access.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { commonProblems } from '../../problems/contract.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { routes } from '../contract.ts';
import { deleteEnded } from './repository.ts';

describe('signing in with a password', () => {
  let app: AccessApp;
  beforeAll(async () => {
    app = await startAccessApp();
  });
  afterAll(() => app.close());

  test('says who is there, what they may do, and that the public is nobody', async () => {
    const browser = app.browser();
    const before = await browser.send(routes.getSession);
    expect(before.body).toMatchObject({
      signedIn: false,
      step: 'anonymous',
      csrfToken: null,
      centre: { nameZh: '测试中心', isDemonstration: true },
    });
    const person = await app.person('li.na', ['clerk']);
    const { body, setCookies } = await browser.send(routes.signIn, {
      body: { loginName: '  LI.NA ', password: person.password },
    });
    expect(body).toMatchObject({
      signedIn: true,
      step: 'complete',
      actor: { kind: 'staff', id: person.accountId, name: '员工 li.na' },
    });
    expect(body.actor.permissions).toContainEqual({
      permission: 'sample.write',
      scope: { level: 'centre' },
    });
    expect(setCookies.join()).toMatch(/^ow_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await browser.send(sampleRoute)).status).toBe(200);
  });

  test('keeps nothing of the token but its hash', async () => {
    const person = await app.person('hash.only');
    const browser = await app.signedIn(person);
    const { rows } = await app.database.pool.query<{ row: string }>(
      'SELECT s::text AS row FROM kernel.session s',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(browser.cookies.get('ow_session'));
  });

  test('answers an unknown name, a wrong password and an account without password alike', async () => {
    const person = await app.person('same.answer');
    await app.database.transaction(async (tx) =>
      app.api.createAccount(tx, app.system, {
        kind: 'staff',
        loginName: 'no.password',
        displayName: '无',
      }),
    );
    const tries = [
      { loginName: 'nobody.here', password: 'whatever' },
      { loginName: person.loginName, password: 'whatever' },
      { loginName: 'no.password', password: 'whatever' },
    ];
    const answers = await Promise.all(
      tries.map((body) => app.browser().send(routes.signIn, { body })),
    );
    const shown = answers.map(({ status, document: { instance: _instance, ...rest } }) => ({
      status,
      rest,
    }));
    expect(new Set(shown.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(shown[0]?.status).toBe(401);
  });

  test('locks a name after five failures, known or not, and then even the right password waits', async () => {
    const person = await app.person('lock.me');
    const attempt = (loginName: string, password: string) =>
      app.browser().send(routes.signIn, { body: { loginName, password } });
    for (const loginName of [person.loginName, 'lock.nobody']) {
      for (let n = 0; n < 5; n += 1) {
        expect((await attempt(loginName, `wrong ${n}`)).problem).toBe('access/wrong-credentials');
      }
    }
    const known = await attempt(person.loginName, person.password);
    const unknown = await attempt('lock.nobody', person.password);
    expect([known.problem, unknown.problem]).toEqual(Array(2).fill('access/temporarily-locked'));
    expect(known.document['title']).toBe(unknown.document['title']);
    app.clock.advance(60_000);
    expect((await attempt(person.loginName, person.password)).status).toBe(200);
    expect((await attempt(person.loginName, 'wrong')).problem).toBe('access/wrong-credentials');
  });

  test('lets no crowd of guesses at once pass the limit', async () => {
    const person = await app.person('crowd');
    const guesses = Array.from({ length: 30 }, (_, n) =>
      app
        .browser()
        .send(routes.signIn, { body: { loginName: person.loginName, password: `guess ${n}` } }),
    );
    const problems = (await Promise.all(guesses)).map((answer) => answer.problem);
    expect(problems.filter((problem) => problem === 'access/wrong-credentials')).toHaveLength(5);
    expect(problems.filter((problem) => problem === 'access/temporarily-locked')).toHaveLength(25);
  });

  test('audits failures and success, without what was typed', async () => {
    const person = await app.person('audited');
    await app
      .browser()
      .send(routes.signIn, { body: { loginName: person.loginName, password: 'my secret try' } });
    await app.signedIn(person);
    expect(await app.acts(person.accountId)).toEqual([
      'account-created',
      'sign-in-failed',
      'signed-in',
    ]);
    const { rows } = await app.database.pool.query<{ body: string }>(
      'SELECT body FROM kernel.audit_entry',
    );
    expect(rows.map(({ body }) => body).join()).not.toContain('my secret try');
  });

  test('tells of a disabled account only who knows its password', async () => {
    const person = await app.person('disabled');
    await app.database.transaction((tx) =>
      app.api.setStatus(tx, app.system, {
        accountId: person.accountId,
        status: 'disabled',
        reason: '离岗',
      }),
    );
    const attempt = (password: string) =>
      app.browser().send(routes.signIn, { body: { loginName: person.loginName, password } });
    expect((await attempt('wrong')).problem).toBe('access/wrong-credentials');
    expect((await attempt(person.password)).problem).toBe('access/account-disabled');
  });

  test('makes the owner of a one-time password choose one that meets the rules', async () => {
    const { password, hash } = await app.api.makeOneTimePassword();
    const { accountId } = await app.database.transaction(async (tx) =>
      app.api.createAccount(tx, app.system, {
        kind: 'staff',
        loginName: 'new.here',
        displayName: '新人',
        oneTimePasswordHash: hash,
      }),
    );
    const browser = app.browser();
    const first = await browser.send(routes.signIn, { body: { loginName: 'new.here', password } });
    expect(first.body).toMatchObject({
      signedIn: false,
      step: 'change-password',
      mustChangePassword: true,
    });
    expect(first.body.actor.id).toBe('anonymous');
    expect((await browser.send(sampleRoute)).problem).toBe('access/not-signed-in');
    const token = browser.cookies.get('ow_session');

    const change = (newPassword: string) =>
      browser.send(routes.changePendingPassword, { body: { newPassword } });
    const weak = await change('new.here-2026');
    expect(weak.problem).toBe('access/password-refused');
    expect(JSON.stringify(weak.document['faults'])).toContain('登录名');
    expect((await change(password)).problem).toBe('access/password-refused');
    const done = await change('Lamp-9-mubre-Tank');
    expect(done.body).toMatchObject({ signedIn: true, step: 'complete' });
    expect(browser.cookies.get('ow_session')).not.toBe(token);
    expect(await app.acts(accountId)).toEqual(['account-created', 'password-changed', 'signed-in']);
  });

  test('does not take one of the last five passwords again', async () => {
    const person = await app.person('again');
    const browser = await app.signedIn(person);
    const own = [
      'Lamp-1-mubre-Tank',
      'Lamp-2-mubre-Tank',
      'Lamp-3-mubre-Tank',
      'Lamp-4-mubre-Tank',
      'Lamp-5-mubre-Tank',
      'Lamp-6-mubre-Tank',
    ];
    let current = person.password;
    const change = (newPassword: string) =>
      browser.send(routes.changePassword, { body: { currentPassword: current, newPassword } });
    for (const next of own) {
      app.clock.advance(1000);
      expect((await change(next)).status).toBe(200);
      current = next;
    }
    expect((await change('Lamp-2-mubre-Tank')).problem).toBe('access/password-refused');
    expect((await change('Lamp-1-mubre-Tank')).status).toBe(200);
  });

  test('asks for a new password when the old one has outlived the rule', async () => {
    const person = await app.person('old.password');
    app.clock.advance(180 * 86_400_000);
    expect((await app.signedIn(person)).cookies.size).toBe(1);
    app.clock.advance(86_400_000);
    const browser = app.browser();
    expect((await browser.send(routes.signIn, { body: person })).body.step).toBe('change-password');
  });

  test('forgets what has ended', async () => {
    const person = await app.person('forgotten');
    await app.signedIn(person);
    await app.browser().send(routes.signIn, { body: { ...person, password: 'wrong' } });
    app.clock.advance(25 * 3_600_000);
    const kept = await app.signedIn(person);
    await app.database.transaction((tx) => deleteEnded(tx, TEST_CENTRE, app.clock.now()));
    const count = async (table: string) =>
      (await app.database.pool.query(`SELECT 1 FROM kernel.${table}`)).rowCount;
    expect([await count('session'), await count('sign_in_guard')]).toEqual([1, 0]);
    expect((await kept.send(routes.getSession)).body.signedIn).toBe(true);
  });

  test('refuses a write that does not repeat the token of this site’s pages', async () => {
    const browser = await app.signedIn(await app.person('csrf'));
    const change = { body: { elderMode: true } };
    expect(
      (await browser.send(routes.changeProfile, { ...change, withToken: false })).problem,
    ).toBe('access/bad-origin');
    const headers = { origin: 'https://evil.example' };
    expect((await browser.send(routes.changeProfile, { ...change, headers })).problem).toBe(
      'access/bad-origin',
    );
    expect((await browser.send(routes.changeProfile, change)).body.elderMode).toBe(true);
  });

  test('calls what no database can hold a wrong input, not a fault of its own', async () => {
    const body = { loginName: 'zero\u0000name', password: 'x' };
    expect((await app.browser().send(routes.signIn, { body })).problem).toBe(
      'request/invalid-input',
    );
    const handle = {
      id: 'x',
      rawId: 'x',
      type: 'public-key' as const,
      response: { userHandle: 7 },
      clientExtensionResults: {},
    };
    const passkey = { flow: 'f'.repeat(22), passkey: handle };
    const answer = await app.browser().send(routes.signInWithPasskey, { body: passkey });
    expect(answer.problem).toBe('access/passkey-refused');
  });

  test('answers strangers even where there is no centre yet, and says that it cannot serve', async () => {
    const findCentre = () => Promise.reject(new ProblemError(commonProblems.unavailable));
    const empty = await startAccessApp({ ...app.options, findCentre });
    expect((await empty.browser().send(sampleRoute)).problem).toBe('access/not-signed-in');
    expect((await empty.browser().send(routes.getSession)).problem).toBe('server/unavailable');
    await empty.close();
  });

  test('signing out ends the session at once', async () => {
    const browser = await app.signedIn(await app.person('out'));
    const stolen = browser.cookies.get('ow_session') ?? '';
    expect((await browser.send(routes.signOut)).body).toEqual({ done: true, endSessionUrl: null });
    expect(browser.cookies.has('ow_session')).toBe(false);
    browser.cookies.set('ow_session', stolen);
    expect((await browser.send(routes.getSession)).body.signedIn).toBe(false);
    expect((await browser.send(routes.signOut)).status).toBe(200);
  });

  test('needs as long for a name that does not exist as for a wrong password', async () => {
    const person = await app.person('timing');
    const time = async (loginName: string) => {
      const started = performance.now();
      await app.browser().send(routes.signIn, { body: { loginName, password: 'wrong' } });
      return performance.now() - started;
    };
    await time('warm.up');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      known.push(await time(person.loginName));
      unknown.push(await time('timing.nobody'));
    }
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
