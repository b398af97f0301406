import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { announce, routes as queue } from '#modules/hall/queue/contract.ts';
import { findBarriers, findOverflow, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { type HallDevice, hallDevices, openDevice } from '#test/support/e2e-devices.ts';
import { startFurtherServer } from '#test/support/e2e-further-server.ts';
import {
  callUntil,
  drawTicket,
  openHallWindows,
  rateOnPad,
  receiveCase,
} from '#test/support/e2e-hall.ts';

/** A whole visit; a machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

const open = openBrowsers();

const sayCall = (number: string, windowNumber: number) =>
  announce({ number, windowNumber }).words['zh-CN'];

const spoken = (display: Page, sentence: string) =>
  display.locator('[data-spoken] li').filter({ hasText: sentence });

/** Whether the browser would open the page without the server. */
const isKept = (page: Page) =>
  page.evaluate(async () => (await caches.match('/hall')) !== undefined);

const away = (page: Page) => page.getByText('网络暂时中断', { exact: false }).first();

test(
  'a visit goes from the ticket machine over call and voice to a case, a rating and thanks',
  async () => {
    const hall = await openHallWindows(open, 'SJ2033');
    const { clerk, desk, machine, display, pad, windowNumber } = hall;

    // The ticket: chosen, drawn, on paper.
    await machine.getByRole('button', { name: '模拟硬件' }).click();
    const number = await drawTicket(hall);
    expect(number).toMatch(/^[A-Z]{1,2}\d{3}$/);
    const paper = await machine.locator('.ow-hall-simulator img').first().getAttribute('src');
    expect(decodeURIComponent(paper ?? '')).toContain(number);

    // The call: on the display and in the voice, once.
    const ticketId = await callUntil(hall, number);
    await display.locator(`.ow-display-newest[data-ticket="${number}"]`).waitFor();
    await spoken(display, sayCall(number, windowNumber)).waitFor({ state: 'attached' });

    // The window: service, a case, the end.
    await desk.getByRole('button', { name: /^开始办理/ }).click();
    await desk.getByRole('button', { name: /收件受理/ }).waitFor();
    const { caseNo } = await receiveCase(hall, ticketId);
    await desk.getByRole('button', { name: /收件受理/ }).click();

    // The pad: asked, answered, thanked, and back to who serves here.
    await rateOnPad(hall);
    await pad.getByRole('heading', { name: '感谢您的评价' }).waitFor();
    await pad.getByText('欢迎您对我们的服务作出评价').waitFor();

    const visit = await clerk.ask(queue.getVisit, { id: ticketId });
    expect(visit.ticket.state).toBe('done');
    expect(visit.cases.map((one) => one.caseNo)).toContain(caseNo);
    // The paper that the visitor took along stands in the same line of time.
    expect(visit.papers.map((given) => given.nameZh)).toContain('申请材料接收凭证');
    expect(visit.rating?.grade).toBe(5);
    expect(await spoken(display, sayCall(number, windowNumber)).count()).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'a visit goes on through kills of the server: nothing is blank, lost or done twice',
  async () => {
    const server = await startFurtherServer();
    const hall = await openHallWindows(open, 'SJ2033', {
      url: server.url,
      losesServer: true,
      refusals: [409],
    });
    const { clerk, desk, machine, display, pad, windowNumber } = hall;
    await display.locator('.ow-display-windows li').first().waitFor();
    await pad.getByText('欢迎您对我们的服务作出评价').waitFor();
    // What the pages run with is kept by the browser.
    for (const page of [machine, display, pad])
      await expect.poll(() => isKept(page), { timeout: 60_000 }).toBe(true);
    const number = await drawTicket(hall);
    const windows = await display.locator('.ow-display-windows li').count();

    await server.kill();
    for (const page of [machine, display, pad]) {
      await away(page).waitFor();
      // Somebody switches it off and on again: it comes back without the server, and says so.
      await page.reload();
      await away(page).waitFor();
    }
    expect(await display.locator('.ow-display-windows li').count()).toBe(windows);
    await pad.getByText('欢迎您对我们的服务作出评价').waitFor();

    await server.start();
    for (const page of [machine, display, pad]) await away(page).waitFor({ state: 'detached' });
    await desk.reload();
    const ticketId = await callUntil(hall, number);
    await display.locator(`.ow-display-newest[data-ticket="${number}"]`).waitFor();
    await spoken(display, sayCall(number, windowNumber)).waitFor({ state: 'attached' });
    await desk.getByRole('button', { name: /^开始办理/ }).click();
    await desk.getByRole('button', { name: /收件受理/ }).waitFor();

    // Killed between the service and its end, and again while the pad asks.
    await server.kill();
    await server.start();
    const { caseNo } = await receiveCase(hall, ticketId);
    await desk.reload();
    await desk.getByRole('button', { name: /收件受理/ }).click();
    await pad.getByRole('heading', { name: '请评价本次服务' }).waitFor();
    await server.kill();
    await rateOnPad(hall);
    await pad.getByText('网络恢复后自动提交', { exact: false }).waitFor();
    await pad.reload();
    await pad.getByText('1 条评价待提交').waitFor();
    expect(await pad.getByRole('heading', { name: '请评价本次服务' }).count()).toBe(0);
    await server.start();
    await pad.getByText('1 条评价待提交').waitFor({ state: 'detached' });

    const visit = await clerk.ask(queue.getVisit, { id: ticketId });
    expect(visit.ticket.state).toBe('done');
    expect(visit.entries.filter(({ act }) => act === 'called' || act === 'recalled')).toHaveLength(
      1,
    );
    expect(visit.cases.map((one) => one.caseNo)).toContain(caseNo);
    expect(visit.rating?.grade).toBe(5);
  },
  PATIENCE_MS,
);

const kinds = Object.keys(hallDevices) as HallDevice[];

test.for(kinds)(
  'a %s puts up no barrier in either language, at its size',
  { timeout: PATIENCE_MS },
  async (kindCode) => {
    const found: string[] = [];
    for (const language of ['zh-CN', 'en'] as const) {
      const page = await openDevice(open, kindCode, {
        language,
        ...(kindCode === 'evaluation-pad' ? { windowNumber: 41 } : {}),
      });
      const heading = page.locator('main:not([aria-busy="true"], .ow-device-sentence) h1').first();
      await heading.waitFor({ state: 'attached' });
      await settle(page);
      // A kiosk begins a visit of its own once the device is known.
      await heading.waitFor({ state: 'attached' });
      found.push(...(await findBarriers(page, `${language} ${hallDevices[kindCode].path}`)));
      if ((await findOverflow(page)) > 0) found.push(`${language} ${kindCode} is too wide`);
    }
    expect(found).toEqual([]);
  },
);
