import { afterAll, beforeAll, expect, test } from 'vitest';

import { startTestApp, type TestApp } from '#test/support/app.ts';
import { findFreePort } from '#test/support/free-port.ts';
import { WebBrowser } from '#test/support/web-browser.ts';

import { type App, createApp } from './app.ts';
import { listDemonstrationPeople } from './demonstration-people.ts';
import { mountStandins } from './mount-standins.ts';
import { centreFolder } from './prepare-centre.ts';

const AT_ONCE = 5;

let place: TestApp;
let app: App;
let site: string;

beforeAll(async () => {
  place = await startTestApp();
  const port = await findFreePort();
  site = `http://127.0.0.1:${port}`;
  const { config } = place.foundation;
  const foundation = {
    ...place.foundation,
    config: { ...config, http: { ...config.http, publicUrl: site } },
  };
  app = await createApp(foundation);
  await mountStandins(app.http, foundation);
  await app.http.listen({ port, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await place.close();
});

/** Everything up to the last step of a sign-in; what it answers with takes that step. */
async function reachConsent(subject: string): Promise<() => Promise<boolean>> {
  const browser = new WebBrowser();
  const people = await browser.go(`${site}/api/v1/identity/start?returnTo=/my`);
  const consent = await browser.submit(people, { decision: 'choose', subject });
  return async () => {
    await browser.submit(consent, { decision: 'consent' }, (url) => url.pathname === '/my');
    const { text } = await browser.ask(`${site}/api/v1/session`);
    return (JSON.parse(text) as { signedIn: boolean }).signedIn;
  };
}

test('a citizen and a firm that sign in for the first time in several browsers at once are let in everywhere', async () => {
  const people = await listDemonstrationPeople(centreFolder(undefined));
  const citizen = people.find(({ firm }) => firm === undefined);
  const head = people.find(({ firm }) => firm?.role === 'legal-representative');
  for (const subject of [citizen?.subject ?? '', head?.subject ?? '']) {
    const ready = await Promise.all(Array.from({ length: AT_ONCE }, () => reachConsent(subject)));
    const signedIn = await Promise.all(ready.map((step) => step()));
    expect(signedIn).toEqual(ready.map(() => true));
  }
  const { rows } = await place.database.pool.query<{ kind: string; n: number }>(
    `SELECT kind, count(*)::integer AS n FROM parties.party GROUP BY kind ORDER BY kind`,
  );
  const persons = citizen?.idNumber === head?.idNumber ? 1 : 2;
  expect(rows).toEqual([
    { kind: 'organisation', n: 1 },
    { kind: 'person', n: persons },
  ]);
});
