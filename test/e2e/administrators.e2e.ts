import { expect, test } from 'vitest';

import { openBrowsers } from '#test/support/e2e-browser.ts';
import { accountOf, codeOf, keepSignIn, OWN_PASSWORD, signInAs } from '#test/support/e2e-staff.ts';

const open = openBrowsers();

test('an administrator sets up a code generator before anything else and signs in with it', async () => {
  const { page, context } = await open({ refusals: [401, 422] });
  const { loginName, password, displayName } = accountOf('Audit administrator');
  const signIn = async (word: string) => {
    await page.getByLabel('登录名').fill(loginName);
    await page.getByLabel('密码', { exact: true }).fill(word);
    await page.getByRole('button', { name: /^登\s*录$/ }).click();
  };
  const confirm = async (code: string) => {
    await page.getByLabel('动态口令', { exact: true }).last().fill(code);
    await page.getByRole('button', { name: /^确\s*认$/ }).click();
  };
  await page.goto('/console');
  await signIn(password);
  await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel('再次输入新密码').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: '设置新密码' }).click();

  await page.getByRole('heading', { name: '绑定双因素验证' }).waitFor();
  const secret = await page.locator('.ow-secret').innerText();
  await confirm(codeOf(secret, 20));
  await page.getByText('验证码不正确或已使用过').waitFor();
  await confirm(codeOf(secret));
  await page.getByRole('heading', { name: '请保存恢复码' }).waitFor();
  const codes = await page.locator('.ow-recovery code').allInnerTexts();
  expect(new Set(codes).size).toBeGreaterThanOrEqual(8);
  await page.getByRole('button', { name: '我已保存恢复码' }).click();
  await page.getByRole('heading', { name: `${displayName}，您好` }).waitFor();

  await page.locator('.ow-profile').click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByLabel('登录名').waitFor();
  await signIn(OWN_PASSWORD);
  await page.getByRole('heading', { name: '双因素验证' }).waitFor();
  await confirm(codeOf(secret, 1));
  await page.getByRole('heading', { name: `${displayName}，您好` }).waitFor();
  await keepSignIn(context, 'Audit administrator');
});

test('a security administrator adds a passkey and comes back with it alone', async () => {
  const door = await open();
  const { state } = await signInAs(door.context, 'Security administrator');
  const { displayName } = accountOf('Security administrator');
  const { page, context } = await open({ state });
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/console/profile');
  await page.getByRole('button', { name: '添加通行密钥' }).click();
  await page.getByLabel('为此通行密钥命名').fill('办公电脑');
  await page.getByRole('button', { name: '添加通行密钥' }).last().click();
  await page.getByText('办公电脑').first().waitFor();

  const visitor = await context.storageState();
  await context.clearCookies();
  expect(visitor.cookies.length).toBeGreaterThan(0);
  await page.goto('/console');
  await page.getByRole('button', { name: '使用通行密钥登录' }).click();
  await page.getByRole('heading', { name: `${displayName}，您好` }).waitFor();
});
