import { expect, test } from 'vitest';

import { systemClock } from '#kernel/clock/clock.ts';
import { routes as appointments } from '#modules/hall/appointments/contract.ts';
import { findBarriers, findOverflow, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { signInCitizen } from '#test/support/e2e-citizen.ts';
import { openAroundTheClock, openDevice } from '#test/support/e2e-devices.ts';
import { openColleague } from '#test/support/e2e-requests.ts';

const PATIENCE_MS = 240_000;
const open = openBrowsers();

const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(systemClock.now());

test(
  'a citizen books on a phone, takes the calendar file along, and checks in at the ticket machine',
  async () => {
    await openAroundTheClock(open, today());
    const manager = await openColleague(open, 'SJ1001');
    // The hour at which this runs is nobody's choice: whoever is booked today may come at any time of it.
    const settings = await manager.ask(appointments.getSettings);
    await manager.ask(appointments.changeSettings, { body: { ...settings, earlyMinutes: 480 } });
    const { items } = await manager.ask(appointments.listGroups);
    const group =
      items.find(({ queueCode, capacityBy }) => queueCode !== '' && capacityBy === 'fixed') ??
      items[0];
    if (!group) throw new Error('Nothing can be booked');

    const { page } = await open({ width: 390 });
    await signInCitizen(page, 1);
    await page.goto(`/appointments/groups/${group.id}`);
    const times = page.locator('.ow-slots input[type="radio"]:not([disabled])');
    await times.first().waitFor({ state: 'attached' });
    await settle(page);
    expect(await findBarriers(page, 'times')).toEqual([]);
    expect(await findOverflow(page)).toBe(0);
    await times.first().check({ force: true });
    await page.getByRole('button', { name: '确认预约' }).click();
    const code = await page.locator('.ow-appt-one figcaption b').innerText();
    await settle(page);
    expect(await findBarriers(page, 'appointment')).toEqual([]);
    expect(await findOverflow(page)).toBe(0);

    const href = await page.getByRole('link', { name: '加入日历' }).getAttribute('href');
    const file = await page.request.get(href ?? '');
    expect(file.headers()['content-type']).toContain('text/calendar');
    const calendar = await file.text();
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar).toContain('BEGIN:VEVENT');

    const machine = await openDevice(open, 'ticket-machine');
    const scan = async () => {
      await machine.getByLabel('码的内容').fill(code.replaceAll(' ', ''));
      await machine.getByRole('button', { name: '扫描此码' }).click();
    };
    await machine.getByRole('button', { name: '模拟硬件' }).click();
    await scan();
    await machine.getByRole('button', { name: '签到取号' }).click();
    await machine.getByText('请取走小票').waitFor();
    const number = await machine.locator('.ow-tickets-result h1 strong').innerText();
    expect(number).toMatch(/^Y[A-Z]\d{3}$/);

    // The same code again leads to the same ticket, and the phone knows its number.
    await scan();
    await machine
      .getByRole('button', { name: new RegExp(number) })
      .first()
      .waitFor();
    await page.reload();
    await page.getByText(number).first().waitFor();
  },
  PATIENCE_MS,
);
