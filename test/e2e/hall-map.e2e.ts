import { expect, test } from 'vitest';

import { openBrowsers } from '#test/support/e2e-browser.ts';
import { signInAs } from '#test/support/e2e-staff.ts';

const open = openBrowsers();

test('a window that is opened and paused on one screen changes on another, in its language', async () => {
  const door = await open();
  const { state } = await signInAs(door.context, 'Organisation manager');
  const { page } = await open({ state });
  const other = await open({ state });

  for (const at of [page, other.page]) await at.goto('/console/organisation/hall');
  await other.page.locator('.ow-profile').click();
  await other.page.getByRole('menuitem', { name: 'English' }).click();
  await other.page.getByRole('heading', { name: 'Hall map' }).waitFor();

  const mark = page.locator('.ow-hall-window').first();
  const number = await mark.locator('text').first().textContent();
  const drawer = page.getByRole('dialog');
  await mark.click();
  await drawer.getByRole('button', { name: /^开\s*放$/ }).click();
  await other.page.getByRole('button', { name: new RegExp(`^${number} Open: `) }).waitFor();

  expect(await drawer.innerText()).toContain(`${number}号窗口`);
  await drawer.getByRole('button', { name: /^暂\s*停$/ }).click();
  await drawer.getByLabel('暂停的原因').fill('设备检修');
  await drawer.getByRole('button', { name: '确认暂停' }).click();
  await page.getByText(`${number}号窗口：暂停`).first().waitFor();
  await other.page
    .getByRole('button', { name: new RegExp(`^${number} Paused: .*\\(设备检修\\)$`) })
    .waitFor();
});
