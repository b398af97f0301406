import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { openBrowsers } from '#test/support/e2e-browser.ts';
import { accountOf, keepSignIn } from '#test/support/e2e-staff.ts';

const open = openBrowsers();
const OWN = '云间-Harbour-2907';

/** Types into a field as somebody without a mouse, and goes on with Enter after the last one. */
async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
}

const refusal = (page: Page, text: string) =>
  page.getByRole('alert').filter({ hasText: text }).waitFor();

async function signOut(page: Page): Promise<void> {
  await page.locator('.ow-profile').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '退出登录' }).waitFor();
  await page.getByRole('menuitem', { name: '退出登录' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('登录名').waitFor();
}

test('staff choose their own password at the first sign-in and come back with it, by keyboard alone', async () => {
  const { page, context } = await open({ refusals: [401, 422] });
  const { loginName, password, displayName } = accountOf('Department approver');
  const isGreeted = () => page.getByRole('heading', { name: `${displayName}，您好` }).waitFor();

  await page.goto('/console');
  await page.getByLabel('登录名').waitFor();
  await fill(page, { 登录名: loginName, 密码: 'not-the-password' });
  await refusal(page, '密码');
  await fill(page, { 登录名: loginName, 密码: password });
  await page.getByRole('heading', { name: '首次登录或密码到期，请设置新密码' }).waitFor();
  await fill(page, { 新密码: 'abc', 再次输入新密码: 'abc' });
  await refusal(page, '至少 12 个字符');
  await fill(page, { 新密码: OWN, 再次输入新密码: OWN });

  await isGreeted();
  const offered = await page.locator('main').getByRole('link').allInnerTexts();
  expect(offered.join()).toContain('服务点');
  expect(offered.join()).not.toContain('账号管理');

  await signOut(page);
  await fill(page, { 登录名: loginName, 密码: password });
  await refusal(page, '密码');
  await fill(page, { 登录名: loginName, 密码: OWN });
  await isGreeted();
  await keepSignIn(context, 'Department approver');
});
