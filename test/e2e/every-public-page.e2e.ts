import { expect, test } from 'vitest';

import { findBarriers, findOverflow, openPage } from '#test/support/e2e-axe.ts';
import { openBrowsers, type Visitor } from '#test/support/e2e-browser.ts';
import { signInCitizen } from '#test/support/e2e-citizen.ts';
import { modulePages } from '#web/surfaces/modules.ts';
import { pages as publicPages } from '#web/surfaces/public/pages.ts';

/** A machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

const open = openBrowsers();

const paths = [...publicPages, ...modulePages]
  .filter(({ surface, path }) => surface === 'public' && !path.includes('$'))
  .map(({ path }) => path)
  .concat('/no-such-page', '/api/docs', '/hall/device');

async function look({ page }: Visitor): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await openPage(page, path);
    found.push(...(await findBarriers(page, path)));
    const overflow = await findOverflow(page);
    if (overflow > 0) found.push(`serious overflow ${path} ${overflow}`);
  }
  return found;
}

test.each([
  { language: 'zh-CN', width: 1440 },
  { language: 'zh-CN', width: 390 },
  { language: 'en', width: 1440 },
  { language: 'en', width: 390 },
] as const)(
  'every public page is without barriers, in $language at $width',
  async ({ language, width }) => {
    const visitor = await open({ language, width, refusals: [404] });
    // An account keeps the language of its first sign-in.
    await signInCitizen(visitor.page, language === 'en' ? 1 : 0);
    expect(await look(visitor)).toEqual([]);
  },
  PATIENCE_MS,
);

test.each(['zh-CN', 'en'] as const)('nor is the identity stand-in, in %s', async (language) => {
  const { page } = await open({ language, width: 390 });
  await openPage(page, '/api/v1/identity/start?returnTo=/me');
  const chosen = await findBarriers(page, 'choose');
  await page.locator('button.person').first().click();
  await page.locator('dl').waitFor();
  expect([...chosen, ...(await findBarriers(page, 'consent'))]).toEqual([]);
  expect(await findOverflow(page)).toBe(0);
});
