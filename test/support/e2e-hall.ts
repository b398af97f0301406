import type { Page } from 'playwright-core';

import { systemClock } from '#kernel/clock/clock.ts';
import { routes as cases } from '#modules/casework/cases/contract.ts';
import { routes as matters } from '#modules/casework/matters/contract.ts';
import { routes as queue } from '#modules/hall/queue/contract.ts';
import { routes as parties } from '#modules/registry/parties/contract.ts';

import type { Visitor, VisitorOptions } from './e2e-browser.ts';
import { openAroundTheClock, openDevice } from './e2e-devices.ts';
import { type Colleague, openColleague } from './e2e-requests.ts';

type Open = (options?: VisitorOptions) => Promise<Visitor>;

/** One window of the hall with everything that belongs to a visit there, each in a browser window of its own. */
export interface HallWindows {
  readonly clerk: Colleague;
  readonly desk: Page;
  readonly machine: Page;
  readonly display: Page;
  readonly pad: Page;
  readonly windowId: string;
  readonly windowNumber: number;
  /** The line that the window serves. */
  readonly lineZh: string;
}

const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(systemClock.now());

/** Signs a clerk in at their window and opens ticket machine, display and pad, all at one server process. */
export async function openHallWindows(
  open: Open,
  employeeNo: string,
  options: VisitorOptions = {},
): Promise<HallWindows> {
  await openAroundTheClock(open, today());
  const clerk = await openColleague(open, employeeNo, options);
  const desk = clerk.page;
  await desk.goto('/desk/calling');
  const signIn = desk.getByRole('button', { name: /^签到/ }).first();
  const next = desk.getByRole('button', { name: /^叫下一位/ });
  await signIn.or(next).first().waitFor();
  if (await signIn.isVisible()) await signIn.click();
  await next.waitFor();
  const { session, services } = await clerk.ask(queue.getDesk);
  const main = services.find(({ role }) => role === 'main');
  if (!session || !main) throw new Error(`${employeeNo} serves nothing`);
  const { windowNumber, windowId } = session;
  const [machine, display, pad] = await Promise.all([
    openDevice(open, 'ticket-machine', options),
    openDevice(open, 'media-player', options),
    openDevice(open, 'evaluation-pad', { ...options, windowNumber }),
  ]);
  return { clerk, desk, machine, display, pad, windowId, windowNumber, lineZh: main.nameZh };
}

/** Draws a ticket of the window's line; gives its number when the paper has come out. */
export async function drawTicket({ machine, lineZh }: HallWindows): Promise<string> {
  await machine.getByRole('button', { name: new RegExp(lineZh) }).click();
  await machine.getByRole('button', { name: '取号', exact: true }).click();
  await machine.getByText('请取走小票').waitFor();
  return machine.locator('.ow-tickets-result h1 strong').innerText();
}

/** Calls until this ticket is at the window: somebody of another journey may wait before. */
export async function callUntil({ desk, clerk }: HallWindows, number: string): Promise<string> {
  for (;;) {
    await desk.getByRole('button', { name: /^叫下一位/ }).click();
    await desk.getByRole('button', { name: /^开始办理/ }).waitFor();
    const { current } = await clerk.ask(queue.getDesk);
    if (current?.number === number) return current.id;
    await desk.getByRole('button', { name: /^开始办理/ }).click();
    await desk.getByRole('button', { name: /^其他/ }).click();
  }
}

/** A case that is taken in at the window during the visit. */
export async function receiveCase({ clerk, windowId }: HallWindows, ticketId: string) {
  const [{ items: guides }, { items: found }] = await Promise.all([
    clerk.ask(matters.searchGuides, { query: { search: '居住证积分', limit: 5 } }),
    clerk.ask(parties.searchParties, { body: { text: '310199196809281917' } }),
  ]);
  const [[guide], [party]] = [guides, found];
  if (!guide || !party) throw new Error('Something of the visit was not found');
  return clerk.ask(cases.receiveAtWindow, {
    body: { matterId: guide.matterId, itemKey: 'apply', partyId: party.id, windowId, ticketId },
  });
}

/** The best grade with one of its reasons, as somebody touches the pad. */
export async function rateOnPad({ pad }: HallWindows): Promise<void> {
  await pad.getByRole('heading', { name: '请评价本次服务' }).waitFor();
  await pad.getByRole('button', { name: '非常满意', exact: true }).click();
  await pad.getByRole('button', { name: '服务热情效率高' }).click();
  await pad.getByRole('button', { name: '提交评价' }).click();
}
