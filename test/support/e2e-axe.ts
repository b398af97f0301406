import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** What a page shows while it has not yet what it was opened for. */
const UNFINISHED = '.ant-skeleton, .ant-spin-spinning, [aria-busy="true"]';

/** Opens an address and waits until it shows its content. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settle(page);
}

/** Waits for a heading, and for everything that still loads. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction((selector) => document.querySelector(selector) === null, UNFINISHED);
}

/** Barriers that the page puts up, a line each: how bad, which rule, where. */
export async function findBarriers(page: Page, path: string): Promise<string[]> {
  // All in one frame and only what fails: a fifth of the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(RULES);
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary = '' }) => {
      const reason = failureSummary.split('\n').slice(1, 2).join('').trim();
      return `${impact ?? 'minor'} ${id} ${path} ${target.join(' ')}: ${reason}`;
    }),
  );
}

/** How many pixels the page is wider than the window. */
export function findOverflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
