import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { routes as access } from '#kernel/access/contract.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { routes } from '#modules/casework/cases/contract.ts';
import { routes as matters } from '#modules/casework/matters/contract.ts';
import { routes as parties } from '#modules/registry/parties/contract.ts';
import { findBarriers, openPage, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { startCentre, type StartedCentre } from '#test/support/e2e-centre.ts';
import { signInCitizen } from '#test/support/e2e-citizen.ts';
import { ask } from '#test/support/e2e-requests.ts';
import { OWN_PASSWORD, signIn, type SignedIn } from '#test/support/e2e-staff.ts';

/** A centre of its own is started first; a machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

/** More than five working days whatever holidays come. */
const LATER_MS = 17 * 86_400_000;

const open = openBrowsers();
let ahead = 0;
let centre: StartedCentre;
let clerkHasPassword = false;

beforeAll(async () => {
  // Nobody in this centre answers for two weeks.
  centre = await startCentre({ now: () => new Date(systemClock.now().getTime() + ahead) });
}, PATIENCE_MS);
afterAll(() => centre.stop(), PATIENCE_MS);

/** Each with an applicant of their own, by the place in which the identity stand-in lists them. */
const speakers = [
  {
    language: 'zh-CN',
    applicant: '310199196209141347',
    place: 4,
    waits: '工作人员正在核对您的申请',
    deemed: '视为受理',
  },
  {
    language: 'en',
    applicant: '310199196809281917',
    place: 5,
    waits: 'Your application is being checked',
    deemed: 'Deemed accepted',
  },
] as const;

/** The clerk of a window, in the language of the journey; the password that works once is replaced at the first time. */
async function signInClerk(context: BrowserContext, locale: 'zh-CN' | 'en'): Promise<SignedIn> {
  const account = centre.accounts.find(({ roleEn }) => roleEn === 'Window clerk');
  if (account === undefined) throw new Error('There is no window clerk');
  const signedIn = await signIn(
    context,
    clerkHasPassword ? { ...account, password: OWN_PASSWORD } : account,
  );
  clerkHasPassword = true;
  await ask(context, signedIn, access.changeProfile, { body: { locale } });
  return signedIn;
}

test.each(speakers)(
  'nobody answers in five working days: the applicant and the clerk see it deemed accepted ($language)',
  async ({ language, applicant, place, waits, deemed }) => {
    const found: string[] = [];
    const { url } = centre;
    const desk = await open({ url, language });
    const signedIn = await signInClerk(desk.context, language);
    const { body: session } = await ask(desk.context, signedIn, access.getSession);
    const windowId = session.actor.permissions.flatMap(({ permission, scope }) =>
      permission === 'cases.intake' && scope.level === 'window' ? [scope.id] : [],
    )[0];
    const { body: guides } = await ask(desk.context, signedIn, matters.searchGuides, {
      query: { search: '居住证积分', limit: 5 },
    });
    const { body: people } = await ask(desk.context, signedIn, parties.searchParties, {
      body: { text: applicant },
    });
    const { status, body: receipt } = await ask(desk.context, signedIn, routes.receiveAtWindow, {
      body: {
        matterId: guides.items[0]?.matterId ?? '',
        itemKey: 'apply',
        partyId: people.items[0]?.id ?? '',
        windowId: windowId ?? '',
      },
    });
    expect(status).toBe(201);
    const { page } = await open({ url, language });
    await signInCitizen(page, place);
    await openPage(page, `/me/cases/${receipt.id}`);
    await page.getByText(waits).waitFor();

    ahead += LATER_MS;
    // Whoever was signed in has been away for two weeks.
    await page.context().clearCookies();
    await signInCitizen(page, place);
    await expect
      .poll(
        async () => {
          await openPage(page, `/me/cases/${receipt.id}`);
          return page.locator('main').innerText();
        },
        { timeout: 120_000, interval: 2_000 },
      )
      .toContain(deemed);
    found.push(...(await findBarriers(page, 'own case, deemed accepted')));
    expect(await page.locator('main').innerText()).not.toContain(waits);

    await desk.context.clearCookies();
    await signInClerk(desk.context, language);
    await openPage(desk.page, `/desk/cases/${receipt.id}`);
    await desk.page.getByText(deemed).first().waitFor();
    await openPage(desk.page, `/desk/cases/${receipt.id}?tab=progress`);
    await settle(desk.page);
    // Counted as from the day of receipt, by the law that says so.
    const proof = await desk.page.locator('main').innerText();
    expect(proof).toContain(deemed);
    found.push(...(await findBarriers(desk.page, 'case, deemed accepted')));
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);
