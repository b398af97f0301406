import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { routes as access } from '#kernel/access/contract.ts';
import { routes as files } from '#kernel/files/contract.ts';
import { routes } from '#modules/hall/kiosk/contract.ts';
import { findBarriers, findOverflow } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { answerQuestions, fillForm, PICTURE } from '#test/support/e2e-casework.ts';
import { openDevice } from '#test/support/e2e-devices.ts';
import { filmPages } from '#test/support/e2e-video.ts';

const film = filmPages([3, 8]);
afterAll(() => film.remove());
const open = openBrowsers(() => film.args);

const MATTER = '《上海市居住证》积分';
const CARD = { name: '李小平', number: '310117198507150027' };

/** Lays a card on the reader that software plays. */
async function layOn(page: Page, { name, number }: typeof CARD): Promise<string> {
  await page.locator('.ow-hall-simulator-tab').click();
  await page.getByLabel('姓名', { exact: true }).fill(name);
  await page.getByLabel('证件号码', { exact: true }).fill(number);
  const opened = page.waitForResponse((answer) => answer.url().endsWith(routes.openVisit.path));
  await page.getByRole('button', { name: '放置身份证' }).click();
  const { token } = (await (await opened).json()) as { token: string };
  await page.locator('.ow-hall-simulator-tab').click();
  return token;
}

const actorOf = async (page: Page, headers: Record<string, string>): Promise<string> => {
  const answer = await page.request.get(access.getSession.path, { headers });
  const { actor } = (await answer.json()) as { actor: { kind: string } };
  return actor.kind;
};

async function bearerOf(page: Page): Promise<string> {
  const key = await page.evaluate(() => localStorage.getItem('onewindow.device-key'));
  return `Bearer ${key}`;
}

/** Goes to the guide of the residence permit's points, begins the application there, and answers its questions. */
async function beginApplication(page: Page): Promise<void> {
  await page.getByRole('searchbox').first().fill('居住证积分');
  await page.getByRole('searchbox').first().press('Enter');
  await page.locator('main').getByRole('link', { name: MATTER }).first().click();
  await page.getByRole('link', { name: '在线办理' }).first().click();
  const next = page.getByRole('button', { name: '保存并继续' });
  await next.waitFor();
  const items = page.getByRole('group', { name: '办理项' }).getByRole('radio');
  if ((await items.count()) > 0) await items.first().check();
  await answerQuestions(page.locator('main'));
  await next.click();
  await page.getByRole('button', { name: '拍摄材料，识别填表' }).waitFor();
}

test('a visitor signs in by card, applies with papers from the phone, prints the receipt, and nothing stays', async () => {
  const barriers: string[] = [];
  const look = async (page: Page, name: string) => {
    barriers.push(...(await findBarriers(page, name)));
    expect([name, await findOverflow(page)]).toEqual([name, 0]);
  };
  const page = await openDevice(open, 'self-service-kiosk');
  await page.clock.install();
  await page.reload();
  await page.getByText('请选择要办理的业务').waitFor();
  await look(page, 'kiosk home');

  await page.getByRole('link', { name: /自助申报/ }).click();
  await page.getByRole('heading', { name: '请先登录' }).waitFor();
  await look(page, 'kiosk sign-in');
  const token = await layOn(page, CARD);
  const bearer = await bearerOf(page);
  await page.getByText('要办什么事').waitFor();
  expect(await actorOf(page, { authorization: bearer, 'x-visitor': token })).toBe('citizen');
  expect(await actorOf(page, { authorization: bearer })).toBe('device');
  expect(await actorOf(page, { cookie: `ow_session=${token}` })).toBe('anonymous');

  await beginApplication(page);
  const next = page.getByRole('button', { name: '保存并继续' });
  await look(page, 'kiosk form');
  await fillForm(page.locator('main'));
  await next.click();
  await page.getByRole('heading', { name: '提交材料' }).waitFor();
  await sendByPhone(page, look);
  await next.click();
  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  await page.getByRole('button', { name: '打印回执' }).click();
  await page.getByText('已打印，请取走票据').waitFor();
  await look(page, 'kiosk receipt');

  await page.getByRole('button', { name: '首页' }).click();
  await page.getByRole('link', { name: /我的办件/ }).click();
  await page.getByText(MATTER).first().waitFor();
  await printOnce(page, look);

  await page.clock.fastForward(61_000);
  await page.getByRole('heading', { name: '还在办理吗？' }).waitFor();
  await look(page, 'kiosk warning');
  await page.getByRole('button', { name: '继续办理' }).click();
  await page.getByText(MATTER).first().waitFor();
  await page.clock.fastForward(61_000);
  await page.getByRole('heading', { name: '还在办理吗？' }).waitFor();
  const ended = page.waitForResponse((answer) => answer.url().endsWith(routes.endVisit.path));
  await page.clock.runFor(25_000);
  expect((await ended).status()).toBe(200);
  await page.getByText('请选择要办理的业务').waitFor();
  expect(await page.locator('main').innerText()).not.toContain('李');
  expect(await actorOf(page, { authorization: bearer, 'x-visitor': token })).toBe('anonymous');
  const left = await page.evaluate(() => [
    Object.keys(localStorage),
    Object.keys(sessionStorage),
    document.cookie,
  ]);
  expect(left).toEqual([['onewindow.device-key'], [], '']);
  await page.getByRole('link', { name: /我的办件/ }).click();
  await page.getByRole('heading', { name: '请先登录' }).waitFor();
  expect(barriers).toEqual([]);
}, 300_000);

/** Opens the paper of the case and prints it; pressing twice makes one sheet, and a second one is asked for by name. */
async function printOnce(
  page: Page,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await page.evaluate(() => {
    const printer = { sheets: 0, print: () => (printer.sheets += 1) };
    Object.assign(globalThis, { printer });
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get: () => printer,
    });
  });
  const sheets = () =>
    page.evaluate(() => (globalThis as unknown as { printer: { sheets: number } }).printer.sheets);
  await page.getByText(MATTER).first().click();
  await page.locator('a[href*="/documents/"]').first().click();
  const print = page.getByRole('button', { name: '打印（A4）' });
  await print.click();
  await page.getByText('正在打印，请稍候').waitFor();
  expect(await print.isDisabled()).toBe(true);
  await page.clock.runFor(16_000);
  await page.getByText(/已送打印机/).waitFor();
  expect(await sheets()).toBe(1);
  await page.getByRole('button', { name: '再打印一份' }).click();
  expect(await sheets()).toBe(2);
  await page.getByRole('button', { name: '关闭' }).click();
  await look(page, 'kiosk case');
  await page
    .getByRole('link', { name: /我的办件/ })
    .first()
    .click();
  await page.getByText(MATTER).first().waitFor();
}

/** Each paper that is wanted, from a phone that scanned the code on the kiosk. */
async function sendByPhone(
  page: Page,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const wanted = page.getByRole('button', { name: /^扫描或上传/ });
  const count = await wanted.count();
  for (let index = 0; index < count; index += 1) {
    await wanted.nth(index).click();
    const opened = page.waitForResponse(
      (answer) =>
        answer.request().method() === 'POST' && answer.url().endsWith(routes.openLink.path),
    );
    await page.getByRole('button', { name: /^手机扫码上传/ }).click();
    const link = (await (await opened).json()) as { path: string; matchCode: string };
    if (index === 0) await look(page, 'kiosk phone link');
    const phone = await open({ width: 390 });
    await phone.page.goto(link.path);
    await phone.page.getByText(link.matchCode).waitFor();
    await phone.page.locator('input[type="file"]').setInputFiles(PICTURE);
    await phone.page.getByText('已发送 1 份').waitFor();
    if (index === 0) await look(phone.page, 'phone upload');
    await page.getByText('已收到 1 份').waitFor();
    await page.getByRole('button', { name: '使用这些材料' }).click();
    await page.locator('.ow-kiosk-dialog').waitFor({ state: 'detached' });
  }
}

test('the document camera takes two pages by itself and hands in one PDF', async () => {
  const page = await openDevice(open, 'self-service-kiosk');
  await page.getByText('请选择要办理的业务').waitFor();
  await page.getByRole('link', { name: /自助申报/ }).click();
  const token = await layOn(page, { name: '王大力', number: '310117199203040018' });
  await page.getByText('要办什么事').waitFor();
  await beginApplication(page);
  const next = page.getByRole('button', { name: '保存并继续' });
  await fillForm(page.locator('main'));
  await next.click();
  await page
    .getByRole('button', { name: /^扫描或上传/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^高拍仪拍摄/ }).click();
  const done = page.getByRole('button', { name: '完成（2 页）' });
  await done.waitFor({ timeout: 90_000 });
  const stored = page.waitForResponse((answer) => answer.url().includes(files.uploadFiles.path));
  await done.click();
  const { items } = (await (await stored).json()) as { items: Array<{ id: string }> };
  await page.locator('.ow-kiosk-dialog').waitFor({ state: 'detached' });
  const content = await page.request.get(
    files.downloadFile.path.replace(':id', items[0]?.id ?? ''),
    { headers: { authorization: await bearerOf(page), 'x-visitor': token } },
  );
  const pdf = (await content.body()).toString('latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/gu)?.length).toBe(2);
  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.getByText('请选择要办理的业务').waitFor();
}, 300_000);
