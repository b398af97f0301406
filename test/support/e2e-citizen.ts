import type { Locator, Page } from 'playwright-core';

/** Signs in as somebody of the identity stand-in by their place in its list: first eight citizens, then six firms. */
export async function signInCitizen(page: Page, person: number): Promise<void> {
  await signInWith(page, (people) => people.nth(person));
}

/** The same for a firm, by its name. */
export async function signInFirm(page: Page, name: string): Promise<void> {
  await signInWith(page, (people) => people.filter({ hasText: name }).first());
}

async function signInWith(page: Page, choose: (people: Locator) => Locator): Promise<void> {
  await page.goto('/me');
  await page.locator('main').getByRole('link').first().click();
  await choose(page.locator('button.person')).click();
  await page.locator('button.main').click();
  await page.waitForURL('**/me');
}
