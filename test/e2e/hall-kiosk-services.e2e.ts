import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { routes as evaluation } from '#modules/hall/evaluation/contract.ts';
import { routes as queue } from '#modules/hall/queue/contract.ts';
import { findBarriers, findOverflow } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { openAroundTheClock, openDevice } from '#test/support/e2e-devices.ts';
import { type Colleague, openColleague } from '#test/support/e2e-requests.ts';

const open = openBrowsers();

/** The stand-in shows eight citizens first, then firms with their licences. */
const FIRST_FIRM = 8;
const HOME = '请选择要办理的业务';

/** A clerk signed in at a window, and the line that it serves. */
async function openWindow(): Promise<{ clerk: Colleague; windowId: string; line: string }> {
  await openAroundTheClock(open, localDay(systemClock.now()));
  const clerk = await openColleague(open, 'SJ2034');
  const desk = await clerk.ask(queue.getDesk);
  const windowId = desk.session?.windowId ?? desk.windows[0]?.windowId ?? '';
  if (desk.session === null) await clerk.ask(queue.signIn, { id: windowId });
  const { services } = await clerk.ask(queue.getDesk);
  const line = services.find(({ role, isRealName }) => role === 'main' && !isRealName);
  if (line === undefined) throw new Error('The window serves no line');
  return { clerk, windowId, line: line.nameZh };
}

/** Serves whoever waits at the window until this number is done. */
async function serveUntil(clerk: Colleague, windowId: string, number: string): Promise<void> {
  for (;;) {
    const { ticket } = await clerk.ask(queue.callNext, { id: windowId });
    await clerk.ask(queue.start, { id: ticket.id });
    await clerk.ask(queue.finish, { id: ticket.id, body: { kind: 'consulted' } });
    if (ticket.number === number) return;
  }
}

test('a visitor takes a ticket at a kiosk and rates by its number, without saying who they are', async () => {
  const barriers: string[] = [];
  const look = async (page: Page, name: string) => {
    barriers.push(...(await findBarriers(page, name)));
    expect([name, await findOverflow(page)]).toEqual([name, 0]);
  };
  const { clerk, windowId, line } = await openWindow();
  const page = await openDevice(open, 'self-service-kiosk');
  await page.getByText(HOME).waitFor();
  await page.getByRole('link', { name: /取号与预约签到/ }).click();
  await page.getByRole('button', { name: new RegExp(line) }).click();
  await look(page, 'kiosk ticket');
  await page.getByRole('button', { name: '取号', exact: true }).click();
  await page.getByText('请取走小票').waitFor();
  await look(page, 'kiosk ticket taken');
  const number = await page.locator('.ow-tickets-result h1 strong').innerText();
  await serveUntil(clerk, windowId, number);

  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.getByText(HOME).waitFor();
  await page.getByRole('link', { name: /服务评价/ }).click();
  await page.getByRole('textbox').fill(number.toLowerCase());
  const rate = page.locator('main').getByRole('link', { name: '服务评价' });
  // The visit can be rated once its end was heard.
  await expect
    .poll(
      async () => {
        const answer = page.waitForResponse((one) =>
          one.url().endsWith(evaluation.findRateable.path),
        );
        await page.getByRole('button', { name: '查找' }).click();
        await answer;
        return rate.count();
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toBe(1);
  await look(page, 'kiosk ratings');
  await rate.click();
  await page.getByText('非常满意', { exact: true }).click();
  await look(page, 'kiosk rating');
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('感谢您的评价').waitFor();
  await look(page, 'kiosk thanks');

  const supervisor = await openColleague(open, 'SJ1033');
  const { items } = await supervisor.ask(evaluation.listEvaluations, {
    query: { channel: 'kiosk', limit: 20 },
  });
  expect(items.map(({ ticketNo }) => ticketNo)).toContain(number);
  expect(barriers).toEqual([]);
}, 300_000);

test('a firm shows the code on its phone, and has its licence ready for A4', async () => {
  const barriers: string[] = [];
  const page = await openDevice(open, 'self-service-kiosk');
  await page.getByText(HOME).waitFor();
  const phone = await open({ width: 390 });
  await phone.page.goto('/standin/identity/codes');
  const code = await phone.page.locator('.codes code').nth(FIRST_FIRM).innerText();
  await page.getByRole('link', { name: /证照打印/ }).click();
  await page.getByRole('heading', { name: '请先登录' }).waitFor();
  await page.locator('.ow-hall-simulator-tab').click();
  await page.getByLabel('码的内容').fill(code);
  await page.getByRole('button', { name: '扫描此码' }).click();
  await page.locator('.ow-hall-simulator-tab').click();

  await page.locator('.ow-lic-cards').getByRole('link').first().click();
  await page.locator('.ow-lic-picture').waitFor();
  barriers.push(...(await findBarriers(page, 'kiosk licence')));
  expect(await findOverflow(page)).toBe(0);
  // Nothing is saved on a machine that others use.
  expect(await page.getByRole('button', { name: '下载验签数据' }).count()).toBe(0);
  const fetched = page.waitForResponse(
    (one) => one.headers()['content-type']?.startsWith('application/pdf') === true,
  );
  await page.locator('main').getByRole('link', { name: '证照正本' }).first().click();
  expect((await fetched).status()).toBe(200);
  await page.locator('iframe.ow-kiosk-paper').waitFor();
  await page.getByRole('button', { name: '打印（A4）' }).waitFor();
  expect(barriers).toEqual([]);
}, 300_000);
