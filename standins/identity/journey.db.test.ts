import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { IdentityMapping } from '#kernel/access/index.ts';
import type { AccessOptions, CitizenClaims, ResolveCitizen } from '#kernel/access/index.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { composeUscc } from '#kernel/ids/uscc.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { type AccessApp, startAccessApp } from '#test/support/access.ts';
import { type Balancer, startBalancer } from '#test/support/balancer.ts';
import { TEST_CENTRE } from '#test/support/database.ts';
import { type Seen, WebBrowser } from '#test/support/web-browser.ts';

import { createIdentityProvider, type DemonstrationPerson, migrations, MOUNT } from './index.ts';

const idNumber = (serial: number) => composeCitizenId('310117', '1990-01-01', serial) ?? '';
const uscc = composeUscc('91', '310117', 'MA1J0001') ?? '';

const people: DemonstrationPerson[] = [
  { subject: 'p-1', name: '陈静<演示>', idNumber: idNumber(2), phone: '13812345678', level: 'L3' },
  { subject: 'p-2', name: '周强', idNumber: idNumber(3), phone: '13987654321', level: 'L1' },
  {
    subject: 'f-1',
    name: '陈静',
    idNumber: idNumber(2),
    phone: '13812345678',
    level: 'L3',
    firm: { name: '上海云间示例科技有限公司', uscc, role: 'legal-representative' },
  },
];

const refusals = { next: undefined as ProblemError | undefined };
let balancer: Balancer;
let app: AccessApp;
let site: string;
let resolved: CitizenClaims[] = [];

const resolveCitizen: ResolveCitizen = (_tx, _centreId, claims) => {
  if (refusals.next !== undefined) return Promise.reject(refusals.next);
  resolved.push(claims);
  const { firm, name, idNumber: number = '' } = claims;
  return Promise.resolve({
    accountSubject: firm === undefined ? `person:${number}` : `firm:${firm.uscc}`,
    displayName: firm?.name ?? `${name.slice(0, 1)}*`,
  });
};

const client = { clientId: 'onewindow', clientSecret: 'a+secret/with=signs' };

async function startProcess(options: Partial<AccessOptions>): Promise<AccessApp> {
  const started = await startAccessApp({ publicUrl: site, resolveCitizen, ...options });
  await migrate(
    started.database,
    await readMigrations([{ part: 'standins/identity', folder: migrations }]),
  );
  const { database, clock } = started;
  const plugin = await createIdentityProvider({
    ...client,
    database,
    clock,
    centreId: TEST_CENTRE,
    publicUrl: site,
    clientName: { 'zh-CN': '测试中心', en: 'Test centre' },
    people: () => Promise.resolve(people),
  });
  await started.http.register(plugin);
  await started.http.listen({ port: 0, host: '127.0.0.1' });
  return started;
}

function portOf({ http }: AccessApp): number {
  const [address] = http.addresses();
  return typeof address === 'object' ? address.port : 0;
}

// Two processes take turns, request by request: neither may keep anything to itself.
let twin: AccessApp;
beforeAll(async () => {
  balancer = await startBalancer();
  site = balancer.url;
  const identity = { ...client, issuer: `${site}${MOUNT}`, mapping: IdentityMapping.parse({}) };
  app = await startProcess({ identity });
  twin = await startProcess(app.options);
  balancer.targets.push(...[app, twin].map(portOf));
});
afterAll(async () => {
  await balancer.close();
  await twin.close();
  await app.close();
});

const start = (browser: WebBrowser, query = 'returnTo=/my?tab=1') =>
  browser.go(`${site}/api/v1/identity/start?${query}`);
const choose = (browser: WebBrowser, page: Seen, subject: string) =>
  browser.submit(page, { decision: 'choose', subject });
const isPage = (path: string) => (url: URL) => url.pathname === path;
const agree = (browser: WebBrowser, page: Seen) =>
  browser.submit(page, { decision: 'consent' }, isPage('/my'));

async function session(browser: WebBrowser) {
  const { text } = await browser.ask(`${site}/api/v1/session`);
  return JSON.parse(text) as {
    signedIn: boolean;
    csrfToken: string;
    actor: Record<string, unknown>;
  };
}

async function signInAs(browser: WebBrowser, subject: string): Promise<Seen> {
  return agree(browser, await choose(browser, await start(browser), subject));
}

describe('signing in by the identity service', () => {
  test('lets a citizen choose, shows what is shared, and comes back signed in', async () => {
    resolved = [];
    const browser = new WebBrowser();
    const page = await start(browser);
    expect(page.status).toBe(200);
    expect(page.text).toContain('演示用身份认证（随申办替身），非真实登录');
    expect(page.text).toContain('Stand-in for Suishenban, demonstration only');
    expect(page.text).toContain('陈静&lt;演示&gt;');
    expect(page.text).not.toContain(idNumber(2));
    const consent = await choose(browser, page, 'p-1');
    expect(consent.text).toContain('138****5678');
    const back = await agree(browser, consent);
    expect(back.url.href).toBe(`${site}/my?tab=1`);
    expect(await session(browser)).toMatchObject({
      signedIn: true,
      actor: { kind: 'citizen', name: '陈*' },
    });
    expect(resolved).toEqual([
      {
        issuer: `${site}${MOUNT}`,
        externalSubject: 'p-1',
        kind: 'person',
        name: '陈静<演示>',
        idNumber: idNumber(2),
        phone: '13812345678',
        level: 3,
        firm: undefined,
      },
    ]);
  });

  test('brings somebody who acts for a firm, as another account than their own', async () => {
    const browser = new WebBrowser();
    const page = await start(browser, 'returnTo=/my&as=firm');
    expect(page.text.indexOf('法人')).toBeLessThan(page.text.indexOf('自然人'));
    await agree(browser, await choose(browser, page, 'f-1'));
    const { actor } = await session(browser);
    expect(actor['name']).toBe('上海云间示例科技有限公司');
    const own = new WebBrowser();
    await signInAs(own, 'p-1');
    expect((await session(own)).actor['id']).not.toBe(actor['id']);
  });

  test('finds the same account again at the next sign-in', async () => {
    const [one, two] = [new WebBrowser(), new WebBrowser()];
    await Promise.all([signInAs(one, 'p-1'), signInAs(two, 'p-1')]);
    expect((await session(one)).actor['id']).toBe((await session(two)).actor['id']);
  });

  test('signs in nobody whose identity is not verified enough, and says so on the page', async () => {
    const browser = new WebBrowser();
    const back = await signInAs(browser, 'p-2');
    expect(back.url.searchParams.get('identityProblem')).toBe('access/assurance-too-low');
    expect(back.url.searchParams.get('tab')).toBe('1');
    expect((await session(browser)).signedIn).toBe(false);
  });

  test('signs in nobody who declines', async () => {
    const browser = new WebBrowser();
    const consent = await choose(browser, await start(browser), 'p-1');
    const back = await browser.submit(consent, { decision: 'cancel' }, isPage('/my'));
    expect(back.url.searchParams.get('identityProblem')).toBe('access/identity-declined');
    expect((await session(browser)).signedIn).toBe(false);
  });

  test('keeps nothing of a sign-in that the register refuses', async () => {
    const count = async () =>
      (await app.database.pool.query('SELECT 1 FROM kernel.session')).rowCount;
    const before = await count();
    refusals.next = new ProblemError(commonProblems.forbidden);
    const back = await signInAs(new WebBrowser(), 'p-1');
    refusals.next = undefined;
    expect(back.url.searchParams.get('identityProblem')).toBe('access/forbidden');
    expect(await count()).toBe(before);
  });

  test('speaks English to those who ask for it', async () => {
    const page = await start(new WebBrowser('en'));
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain('Choose whom to be');
  });
});

describe('what could go wrong on the way', () => {
  test('a way back that was used, or is another browser’s, signs in nobody', async () => {
    const browser = new WebBrowser();
    const consent = await choose(browser, await start(browser), 'p-1');
    const isCallback = isPage('/api/v1/identity/callback');
    const back = await browser.submit(consent, { decision: 'consent' }, isCallback);
    const stranger = new WebBrowser();
    const stolen = await stranger.go(back.url, {}, isPage('/'));
    expect(stolen.url.searchParams.get('identityProblem')).toBe('access/identity-expired');
    expect((await session(stranger)).signedIn).toBe(false);
    const late = await browser.go(back.url, {}, isPage('/'));
    expect(late.url.searchParams.get('identityProblem')).toBe('access/identity-expired');
  });

  test('a state that was changed, or a code of another journey, is refused', async () => {
    const browser = new WebBrowser();
    const isCallback = isPage('/api/v1/identity/callback');
    const begin = async () =>
      browser.submit(
        await choose(browser, await start(browser), 'p-1'),
        { decision: 'consent' },
        isCallback,
      );
    const [first, second] = [await begin(), await begin()];
    const mixed = new URL(second.url);
    mixed.searchParams.set('code', first.url.searchParams.get('code') ?? '');
    const refused = await browser.go(mixed, {}, isPage('/my'));
    expect(refused.url.searchParams.get('identityProblem')).toBe('access/identity-refused');
    const forged = new URL(first.url);
    forged.searchParams.set('state', 'forged-state-forged-state-forged');
    const unknown = await browser.go(forged, {}, isPage('/'));
    expect(unknown.url.searchParams.get('identityProblem')).toBe('access/identity-expired');
    expect((await session(browser)).signedIn).toBe(false);
  });

  test('nobody is sent to another site', async () => {
    for (const returnTo of [
      'https://evil.example/',
      '//evil.example',
      String.raw`/\evil.example`,
      '/api/v1/session',
    ]) {
      const browser = new WebBrowser();
      const query = `returnTo=${encodeURIComponent(returnTo)}`;
      const answer = await browser.ask(`${site}/api/v1/identity/start?${query}`, {
        headers: { accept: 'application/json' },
      });
      expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([
        400,
        'access/bad-return-path',
      ]);
      const page = await browser.ask(`${site}/api/v1/identity/start?${query}`);
      expect(page.headers.get('location')).toBe('/?identityProblem=access%2Fbad-return-path');
    }
  });

  test('a page of the stand-in runs no script and is framed by nobody', async () => {
    const page = await start(new WebBrowser());
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.text).not.toMatch(/<script|\son\w+=/i);
  });

  test('a step out of order, or somebody who is not on offer, is refused with a page', async () => {
    const browser = new WebBrowser();
    const page = await start(browser);
    expect((await choose(browser, page, 'nobody')).status).toBe(400);
    expect((await browser.submit(page, { decision: 'consent' })).status).toBe(400);
    expect((await new WebBrowser().ask(page.url)).status).toBe(400);
    expect((await browser.ask(`${site}${MOUNT}/auth?client_id=stranger`)).status).toBe(400);
  });

  test('a service that is down is a clear refusal, for pages and for programs', async () => {
    const away = await startAccessApp({
      publicUrl: 'http://127.0.0.1:9',
      identity: {
        issuer: 'http://127.0.0.1:9/nowhere',
        clientId: 'x',
        clientSecret: 'y',
        mapping: IdentityMapping.parse({}),
      },
    });
    const asked = (accept: string) =>
      away.http.inject({ url: '/api/v1/identity/start?returnTo=/my', headers: { accept } });
    const program = await asked('application/json');
    expect([program.statusCode, program.json<{ code: string }>().code]).toEqual([
      503,
      'access/identity-unavailable',
    ]);
    const page = await asked('text/html');
    expect([page.statusCode, page.headers.location]).toEqual([
      303,
      '/my?identityProblem=access%2Fidentity-unavailable',
    ]);
    await away.close();
    const none = await startAccessApp();
    const unset = await none.http.inject({
      url: '/api/v1/identity/start',
      headers: { accept: 'application/json' },
    });
    expect(unset.json<{ code: string }>().code).toBe('access/identity-not-configured');
    await none.close();
  });
});

describe('signing out', () => {
  test('ends the session here, and leads to where the service’s own ends', async () => {
    const browser = new WebBrowser();
    await signInAs(browser, 'p-1');
    const { csrfToken } = await session(browser);
    const out = await browser.ask(`${site}/api/v1/session`, {
      method: 'DELETE',
      headers: { 'x-csrf-token': csrfToken },
    });
    const { endSessionUrl } = JSON.parse(out.text) as { endSessionUrl: string };
    expect((await session(browser)).signedIn).toBe(false);
    const page = await browser.go(endSessionUrl);
    expect(page.text).toContain('退出身份认证');
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
    const confirm = new URL(/action="([^"]+)"/.exec(page.text)?.[1] ?? '', page.url);
    const done = await browser.go(
      confirm,
      { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) },
      isPage('/'),
    );
    expect(done.url.href).toBe(`${site}/`);
    expect(browser.cookie('standin_session')).toBeUndefined();
  });
});
