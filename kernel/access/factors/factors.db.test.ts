import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  type AccessApp,
  sampleRoute,
  startAccessApp,
  type TestPerson,
} from '#test/support/access.ts';
import { Authenticator } from '#test/support/authenticator.ts';
import type { Browser } from '#test/support/browser.ts';

import { routes } from '../contract.ts';

let app: AccessApp;
beforeAll(async () => {
  app = await startAccessApp();
});
afterAll(() => app.close());

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: app.clock.now().getTime(),
  });

const signIn = (browser: Browser, person: TestPerson) =>
  browser.send(routes.signIn, { body: { loginName: person.loginName, password: person.password } });

async function enrolTotp(browser: Browser) {
  const { secret } = (await browser.send(routes.beginTotp)).body;
  const { body } = await browser.send(routes.confirmTotp, { body: { code: codeOf(secret) } });
  app.clock.advance(30_000);
  return { secret, recoveryCodes: body.recoveryCodes ?? [] };
}

describe('a code generator', () => {
  test('is asked for once it is set up, and each code works once', async () => {
    const person = await app.person('totp');
    const { secret, recoveryCodes } = await enrolTotp(await app.signedIn(person));
    expect(recoveryCodes).toHaveLength(10);
    const browser = app.browser();
    const first = await signIn(browser, person);
    expect(first.body).toMatchObject({
      signedIn: false,
      step: 'second-factor',
      factors: ['totp', 'recovery-code'],
    });
    expect((await browser.send(sampleRoute)).problem).toBe('access/not-signed-in');
    const token = browser.cookies.get('ow_session');
    const code = codeOf(secret);
    const done = await browser.send(routes.giveSecondFactor, { body: { code } });
    expect(done.body).toMatchObject({ signedIn: true, step: 'complete' });
    expect(browser.cookies.get('ow_session')).not.toBe(token);

    const other = app.browser();
    await signIn(other, person);
    expect((await other.send(routes.giveSecondFactor, { body: { code } })).problem).toBe(
      'access/wrong-code',
    );
  });

  test('gives two requests with one code only one sign-in', async () => {
    const person = await app.person('totp.race');
    const { secret } = await enrolTotp(await app.signedIn(person));
    const browsers = [app.browser(), app.browser()];
    for (const browser of browsers) await signIn(browser, person);
    const code = codeOf(secret);
    const answers = await Promise.all(
      browsers.map((browser) => browser.send(routes.giveSecondFactor, { body: { code } })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 401]));
  });

  test('cannot be guessed by whoever knows the password, not even by signing in anew', async () => {
    const person = await app.person('totp.guess');
    const { secret } = await enrolTotp(await app.signedIn(person));
    for (let n = 0; n < 5; n += 1) {
      const browser = app.browser();
      await signIn(browser, person);
      const wrong = await browser.send(routes.giveSecondFactor, { body: { code: '000000' } });
      expect(wrong.problem).toBe('access/wrong-code');
    }
    const browser = app.browser();
    await signIn(browser, person);
    const locked = await browser.send(routes.giveSecondFactor, { body: { code: codeOf(secret) } });
    expect(locked.problem).toBe('access/temporarily-locked');
  });

  test('keeps its secret encrypted and shows it never again', async () => {
    const browser = await app.signedIn(await app.person('totp.secret'));
    const { secret } = await enrolTotp(browser);
    const { rows } = await app.database.pool.query<{ secret: string }>(
      'SELECT secret FROM kernel.totp_factor',
    );
    expect(rows.map((row) => row.secret).join()).not.toContain(secret);
    expect((await browser.send(routes.beginTotp)).problem).toBe('access/factor-exists');
    expect(JSON.stringify((await browser.send(routes.listFactors)).body)).not.toContain(secret);
  });

  test('can be replaced by a recovery code, once', async () => {
    const person = await app.person('recovery');
    const { recoveryCodes } = await enrolTotp(await app.signedIn(person));
    const [code = ''] = recoveryCodes;
    const browser = app.browser();
    await signIn(browser, person);
    const typed = code.toLowerCase().replace('-', ' ');
    expect(
      (await browser.send(routes.giveSecondFactor, { body: { code: typed } })).body.signedIn,
    ).toBe(true);
    const other = app.browser();
    await signIn(other, person);
    expect((await other.send(routes.giveSecondFactor, { body: { code } })).problem).toBe(
      'access/wrong-code',
    );
    expect(await app.acts(person.accountId)).toContain('recovery-code-used');
  });

  test('must be set up by those whose role demands it, before they see anything', async () => {
    const person = await app.person('careful', ['careful']);
    const browser = app.browser();
    expect((await signIn(browser, person)).body).toMatchObject({
      signedIn: false,
      step: 'enrol-factor',
    });
    expect((await browser.send(sampleRoute)).problem).toBe('access/not-signed-in');
    const { secret } = (await browser.send(routes.beginTotp)).body;
    expect((await browser.send(routes.confirmTotp, { body: { code: '000001' } })).problem).toBe(
      'access/wrong-code',
    );
    const { body } = await browser.send(routes.confirmTotp, { body: { code: codeOf(secret) } });
    expect(body.session).toMatchObject({ signedIn: true, step: 'complete' });
    expect((await browser.send(sampleRoute)).status).toBe(200);
    expect((await browser.send(routes.removeTotp)).problem).toBe('access/second-factor-demanded');
  });
});

describe('a fresh proof', () => {
  test('is asked for before factors are changed in a session left open', async () => {
    const person = await app.person('proof');
    const browser = await app.signedIn(person);
    app.clock.advance(11 * 60_000);
    expect((await browser.send(routes.beginTotp)).problem).toBe('access/proof-needed');
    expect((await browser.send(routes.giveProof, { body: { password: 'wrong' } })).problem).toBe(
      'access/wrong-credentials',
    );
    const token = browser.cookies.get('ow_session');
    expect(
      (await browser.send(routes.giveProof, { body: { password: person.password } })).status,
    ).toBe(200);
    expect(browser.cookies.get('ow_session')).not.toBe(token);
    const { secret } = await enrolTotp(browser);
    app.clock.advance(11 * 60_000);
    const byPassword = await browser.send(routes.giveProof, {
      body: { password: person.password },
    });
    expect(byPassword.problem).toBe('access/wrong-code');
    expect((await browser.send(routes.giveProof, { body: { code: codeOf(secret) } })).status).toBe(
      200,
    );
    expect((await browser.send(routes.removeTotp)).status).toBe(200);
    expect((await browser.send(routes.listFactors)).body).toMatchObject({
      totp: null,
      recoveryCodesLeft: 0,
    });
  });
});

describe('a passkey', () => {
  async function withPasskey(loginName: string) {
    const person = await app.person(loginName, ['clerk']);
    const browser = await app.signedIn(person);
    const device = new Authenticator();
    const made = device.create((await browser.send(routes.beginPasskey)).body);
    const added = await browser.send(routes.addPasskey, { body: { ...made, name: '办公电脑' } });
    expect(added.status).toBe(201);
    return { person, browser, device, recoveryCodes: added.body.recoveryCodes };
  }

  test('signs in alone, as two factors in one', async () => {
    const { person, device, recoveryCodes } = await withPasskey('passkey');
    expect(recoveryCodes).toHaveLength(10);
    const browser = app.browser();
    const options = (await browser.send(routes.beginPasskeySignIn)).body;
    expect(options.options).not.toHaveProperty('allowCredentials');
    const answer = device.get(options);
    const done = await browser.send(routes.signInWithPasskey, { body: answer });
    expect(done.body).toMatchObject({ signedIn: true, actor: { id: person.accountId } });
    const again = await app.browser().send(routes.signInWithPasskey, { body: answer });
    expect(again.problem).toBe('access/passkey-refused');
  });

  test('is asked for after a password, and only its own account’s is taken', async () => {
    const { person, device } = await withPasskey('passkey.second');
    const other = await withPasskey('passkey.other');
    const browser = app.browser();
    expect((await signIn(browser, person)).body).toMatchObject({
      step: 'second-factor',
      factors: ['passkey', 'recovery-code'],
    });
    const begin = async () => (await browser.send(routes.beginPasskeySignIn)).body;
    const foreign = other.device.get(await begin());
    expect((await browser.send(routes.giveSecondFactor, { body: foreign })).problem).toBe(
      'access/passkey-refused',
    );
    const own = device.get(await begin(), { verifiesUser: false });
    expect((await browser.send(routes.giveSecondFactor, { body: own })).body.signedIn).toBe(true);
  });

  test('does not sign in alone when the device did not check its owner, or for another site', async () => {
    const { device } = await withPasskey('passkey.strict');
    const attempt = async (manners: Parameters<Authenticator['get']>[1]) => {
      const browser = app.browser();
      const answer = device.get((await browser.send(routes.beginPasskeySignIn)).body, manners);
      return browser.send(routes.signInWithPasskey, { body: answer });
    };
    expect((await attempt({ verifiesUser: false })).problem).toBe('access/passkey-refused');
    expect((await attempt({ origin: 'https://evil.example' })).problem).toBe(
      'access/passkey-refused',
    );
    expect((await attempt({})).body.signedIn).toBe(true);
  });

  test('is refused after a copy of it was used', async () => {
    const { device } = await withPasskey('passkey.copy');
    const attempt = async () => {
      const browser = app.browser();
      const answer = device.get((await browser.send(routes.beginPasskeySignIn)).body);
      return browser.send(routes.signInWithPasskey, { body: answer });
    };
    expect((await attempt()).body.signedIn).toBe(true);
    for (const credential of device.credentials) credential.counter -= 1;
    expect((await attempt()).problem).toBe('access/passkey-refused');
  });

  test('is listed under its name and can be removed by its owner only', async () => {
    const { browser } = await withPasskey('passkey.list');
    const [passkey] = (await browser.send(routes.listFactors)).body.passkeys;
    expect(passkey?.name).toBe('办公电脑');
    const params = { id: passkey?.id ?? '' };
    const stranger = await app.signedIn(await app.person('passkey.stranger'));
    expect((await stranger.send(routes.removePasskey, { params })).problem).toBe(
      'request/not-found',
    );
    expect((await browser.send(routes.removePasskey, { params })).status).toBe(200);
    expect((await browser.send(routes.listFactors)).body.passkeys).toEqual([]);
  });

  test('is out of reach at an IP address, and the page is told', async () => {
    const away = await startAccessApp({ publicUrl: 'http://127.0.0.1:8080' });
    const browser = away.browser('127.0.0.1:8080');
    expect((await browser.send(routes.getSession)).body.passkeysAvailable).toBe(false);
    expect((await browser.send(routes.beginPasskeySignIn)).problem).toBe(
      'access/passkeys-unavailable',
    );
    await away.close();
  });
});
