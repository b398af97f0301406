import { expect, test } from 'vitest';

import { openBrowsers, type VisitorOptions } from '#test/support/e2e-browser.ts';

const open = openBrowsers();

interface Said {
  readonly language: NonNullable<VisitorOptions['language']>;
  readonly signIn: string;
  readonly choose: string;
  readonly consent: string;
  readonly agree: string;
  readonly me: string;
  readonly signOut: string;
  readonly leave: string;
}

const said: readonly Said[] = [
  {
    language: 'zh-CN',
    signIn: '登录',
    choose: '选择演示身份',
    consent: '确认授权',
    agree: '同意并登录',
    me: '我的',
    signOut: '退出登录',
    leave: '退出',
  },
  {
    language: 'en',
    signIn: 'Sign in',
    choose: 'Choose whom to be',
    consent: 'Confirm what is shared',
    agree: 'Agree and sign in',
    me: 'My page',
    signOut: 'Sign out',
    leave: 'Sign out',
  },
];

test.each(said)(
  'a citizen signs in by the identity service that says it is a stand-in, sees their page and leaves ($language)',
  async (t) => {
    const { page } = await open({ language: t.language, width: 390 });
    const isStandIn = async (title: string) => {
      await page.getByRole('heading', { name: title }).waitFor();
      const banner = await page.getByRole('complementary').innerText();
      expect(banner).toContain('演示用身份认证（随申办替身），非真实登录');
      expect(banner).toContain('Stand-in for Suishenban, demonstration only');
    };
    await page.goto('/me');
    const main = page.locator('main');
    await main.getByRole('link').first().click();
    await isStandIn(t.choose);
    // A person of their own each: an account keeps the language of its first sign-in.
    const person = page.locator('button.person').nth(t.language === 'en' ? 2 : 3);
    const name = (await person.locator('strong').innerText()).trim();
    await person.click();
    await isStandIn(t.consent);
    expect(await page.locator('dl').innerText()).toMatch(/\d{3}\*{4}\d{4}/);
    await page.getByRole('button', { name: t.agree }).click();

    await main.getByRole('heading', { name: t.me, exact: true }).waitFor();
    await main.getByText(name.slice(0, 1)).first().waitFor();
    await main.getByRole('button', { name: t.signOut }).click();
    await page.getByRole('button', { name: t.leave, exact: true }).click();
    await page.goto('/me');
    await main.getByRole('link').first().waitFor();
  },
);
