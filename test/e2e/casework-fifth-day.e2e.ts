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
import { OWN_PASSWORD, signIn } from '#test/support/e2e-staff.ts';

/** A centre of its own is started first; a machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

/** More than five working days whatever holidays come. */
const LATER_MS = 17 * 86_400_000;

const open = openBrowsers();
let ahead = 0;
let centre: StartedCentre;

beforeAll(async () => {
  // Nobody in this centre answers for two weeks.
  centre = await startCentre({ now: () => new Date(systemClock.now().getTime() + ahead) });
}, PATIENCE_MS);
afterAll(() => centre.stop(), PATIENCE_MS);

const APPLICANT = '310199196209141347';

test.each([['zh-CN', 4] as const])(
  'nobody answers in five working days: the applicant and the clerk see it deemed accepted ($0)',
  async (language, person) => {
    const found: string[] = [];
    const { url } = centre;
    const account = centre.accounts.find(({ roleEn }) => roleEn === 'Window clerk');
    if (account === undefined) throw new Error('There is no window clerk');
    const desk = await open({ url, language });
    const signedIn = await signIn(desk.context, account);
    const { body: session } = await ask(desk.context, signedIn, access.getSession);
    const windowId = session.actor.permissions.flatMap(({ permission, scope }) =>
      permission === 'cases.intake' && scope.level === 'window' ? [scope.id] : [],
    )[0];
    const { body: guides } = await ask(desk.context, signedIn, matters.searchGuides, {
      query: { search: '居住证积分', limit: 5 },
    });
    const { body: people } = await ask(desk.context, signedIn, parties.searchParties, {
      body: { text: APPLICANT },
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
    await signInCitizen(page, person);
    await openPage(page, `/me/cases/${receipt.id}`);
    await page.getByText('工作人员正在核对您的申请').waitFor();

    ahead = LATER_MS;
    // Whoever was signed in has been away for two weeks.
    await page.context().clearCookies();
    await signInCitizen(page, person);
    await expect
      .poll(
        async () => {
          await openPage(page, `/me/cases/${receipt.id}`);
          return page.locator('main').innerText();
        },
        { timeout: 120_000, interval: 2_000 },
      )
      .toContain('视为受理');
    found.push(...(await findBarriers(page, 'own case, deemed accepted')));
    expect(await page.locator('main').innerText()).not.toContain('工作人员正在核对您的申请');

    await desk.context.clearCookies();
    await signIn(desk.context, { ...account, password: OWN_PASSWORD });
    await openPage(desk.page, `/desk/cases/${receipt.id}`);
    await desk.page.getByText('视为受理').first().waitFor();
    await openPage(desk.page, `/desk/cases/${receipt.id}?tab=progress`);
    await settle(desk.page);
    // Counted as from the day of receipt, by the law that says so.
    const proof = await desk.page.locator('main').innerText();
    expect(proof).toContain('视为受理');
    found.push(...(await findBarriers(desk.page, 'case, deemed accepted')));
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);
