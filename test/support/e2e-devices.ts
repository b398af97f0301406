import type { Page } from 'playwright-core';

import { routes as access } from '#kernel/access/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomToken } from '#kernel/ids/token.ts';
import { routes } from '#modules/registry/devices/contract.ts';
import { routes as organisation } from '#modules/registry/organisation/contract.ts';

import type { Visitor, VisitorOptions } from './e2e-browser.ts';
import { ask } from './e2e-requests.ts';
import { signInAs } from './e2e-staff.ts';

type Open = (options?: VisitorOptions) => Promise<Visitor>;

/** The kinds of hall devices, with the page and the size of the screen of each. */
export const hallDevices = {
  'ticket-machine': { path: '/hall/tickets', width: 1080, height: 1920 },
  'media-player': { path: '/hall/display', width: 1920, height: 1080 },
  'window-screen': { path: '/hall/plate', width: 1280, height: 480 },
  'information-screen': { path: '/hall/zones', width: 1920, height: 1080 },
  'evaluation-pad': { path: '/hall/pad', width: 1280, height: 800 },
  'self-service-kiosk': { path: '/hall/kiosk', width: 1080, height: 1920 },
} as const;
export type HallDevice = keyof typeof hallDevices;

const keys = new Map<string, Promise<string>>();

/** The key of the first device of a kind, at a window where one is named; enrolled as the register does it. */
function keyOf(open: Open, kindCode: HallDevice, windowNumber?: number): Promise<string> {
  const name = `${kindCode}/${windowNumber ?? ''}`;
  const key = keys.get(name) ?? enrol(open, kindCode, windowNumber);
  keys.set(name, key);
  return key;
}

async function enrol(open: Open, kindCode: HallDevice, windowNumber?: number): Promise<string> {
  const door = await open();
  const manager = await signInAs(door.context, 'Device manager');
  await door.context.addCookies(manager.state.cookies);
  const { body } = await ask(door.context, manager, routes.listDevices, {
    query: { kindCode, limit: 300 },
  });
  const device = body.items.find(
    (one) =>
      one.status === 'in-service' &&
      one.siteNameEn.includes('District') &&
      (windowNumber === undefined || one.windowNumber === windowNumber),
  );
  if (!device) throw new Error(`There is no ${kindCode} at window ${windowNumber ?? ''}`);
  const { body: opened } = await ask(door.context, manager, routes.openEnrolment, {
    id: device.id,
  });
  const answer = await door.context.request.post(access.enrolDevice.path, {
    data: { code: opened.code, nonce: randomToken(24) },
    headers: { 'idempotency-key': newId() },
  });
  if (!answer.ok()) throw new Error(`enrolDevice: ${answer.status()} ${await answer.text()}`);
  const { deviceKey } = (await answer.json()) as { deviceKey: string };
  return deviceKey;
}

/** The page of a hall device in a window of its own, of the size of its screen. */
export async function openDevice(
  open: Open,
  kindCode: HallDevice,
  options: VisitorOptions & { readonly windowNumber?: number } = {},
): Promise<Page> {
  const { path, width, height } = hallDevices[kindCode];
  const key = await keyOf(open, kindCode, options.windowNumber);
  const { page, context } = await open({ ...options, width });
  await context.addInitScript((kept) => {
    // A paper that is shown in a frame has no storage.
    if (globalThis.top === globalThis.self) localStorage.setItem('onewindow.device-key', kept);
  }, key);
  await page.setViewportSize({ width, height });
  await page.goto(path);
  return page;
}

/** Opens the district's hall around the clock from today, so that a journey does not hang on the hour. */
export async function openAroundTheClock(open: Open, today: string): Promise<void> {
  const door = await open();
  const manager = await signInAs(door.context, 'Organisation manager');
  await door.context.addCookies(manager.state.cookies);
  const { body: sites } = await ask(door.context, manager, organisation.listSites, {
    query: { limit: 100 },
  });
  const id = sites.items.find(({ code }) => code === 'district-hall')?.id ?? '';
  const { body: hours } = await ask(door.context, manager, organisation.listOpeningHours, { id });
  const tag = hours.places.find(({ zoneId }) => zoneId === null)?.tag ?? hours.emptyTag;
  const stretches = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    opens: '00:00',
    closes: '24:00' as const,
    onClosedDays: true,
  }));
  const { status } = await ask(door.context, manager, organisation.setOpeningHours, {
    id,
    body: { zoneId: null, validFrom: today, stretches, tag },
  });
  if (status >= 300) throw new Error(`The hours were answered ${status}`);
}
