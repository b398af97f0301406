import { afterAll, beforeAll, expect, test } from 'vitest';

import { permissions, routes } from '#modules/registry/parties/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp, TEST_NOW } from '#test/support/app.ts';

const clerk = staffWith([permissions.register.name]);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ withStandins: true });
});
afterAll(() => app.close());

/** The codes that the imagined people show, persons first. */
async function listCodes(): Promise<string[]> {
  const page = await app.app.http.inject({ url: '/standin/identity/codes' });
  expect(page.body).toContain('非真实登录');
  return [...page.body.matchAll(/<code>([^<]+)<\/code>/gu)].map(([, code = '']) => code);
}

const present = (code: string, by = clerk) => app.send(by, routes.presentCode, { body: { code } });

test('whoever shows a code at the window is the one who would sign in, each time the same', async () => {
  const codes = await listCodes();
  const first = await present(codes[0] ?? '');
  expect(first.body).toMatchObject({
    party: { kind: 'person', verification: 'real-name' },
    agent: null,
  });
  expect(first.body.party.name).toContain('*');
  const again = await present((await listCodes())[0] ?? '');
  expect(again.body.party.id).toBe(first.body.party.id);
});

test('the code of a firm says for which firm somebody stands there', async () => {
  const { body } = await present((await listCodes()).at(-1) ?? '');
  expect(body).toMatchObject({ party: { kind: 'organisation' }, agent: { kind: 'person' } });
});

test('a code that was changed, or is older than a minute, is not read', async () => {
  const [code = ''] = await listCodes();
  expect((await present(code.replace('OWD.', 'OWD.x'))).problem).toBe('parties/code-unreadable');
  app.clock.set('2026-01-20T02:01:01Z');
  expect((await present(code)).problem).toBe('parties/code-unreadable');
  app.clock.set(TEST_NOW);
  expect((await present(code)).status).toBe(200);
});

test('is for those who register people', async () => {
  const [code = ''] = await listCodes();
  expect((await present(code, staffWith([permissions.view.name]))).status).toBe(403);
});

test('the service reads codes only for who knows its secret', async () => {
  const [code] = await listCodes();
  const answer = await app.app.http.inject({
    method: 'POST',
    url: '/standin/identity/codes',
    headers: { authorization: 'Bearer wrong', 'content-type': 'application/json' },
    payload: JSON.stringify({ code }),
  });
  expect(answer.statusCode).toBe(401);
});
