import type { Page } from 'playwright-core';

/** Signs in as somebody of the identity stand-in by their place in its list: first eight citizens, then six firms. */
export async function signInCitizen(page: Page, person: number): Promise<void> {
  await page.goto('/me');
  await page.locator('main').getByRole('link').first().click();
  await page.locator('button.person').nth(person).click();
  await page.locator('button.main').click();
  await page.waitForURL('**/me');
}
