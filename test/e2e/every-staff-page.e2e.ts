import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { routes } from '#kernel/access/contract.ts';
import { findBarriers, openPage } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { signInAs } from '#test/support/e2e-staff.ts';
import { type PageDefinition, permissionsOf } from '#web/kit/pages.ts';
import { pages as consolePages } from '#web/surfaces/console/pages.ts';
import { pages as deskPages } from '#web/surfaces/desk/pages.ts';
import { modulePages } from '#web/surfaces/modules.ts';

/** A machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

const open = openBrowsers();

const ROLES = [
  'Organisation manager',
  'Registrar of parties',
  'Device manager',
  'Matters manager',
  'Licence manager',
  'Hall manager',
  'Window clerk',
  'Head of department',
  'Human resources',
  'Finance, maker',
  'Finance, approver',
  'Supervisor of services',
  'Manager of seals and parcels',
  'Checker of premises for a town',
  'System administrator',
  'Security administrator',
  'Audit administrator',
];

const all = [...deskPages, ...consolePages, ...modulePages].filter(
  ({ surface, path }) => ['desk', 'console'].includes(surface) && !path.includes('$'),
);
const toAddress = ({ surface, path }: PageDefinition) => `/${surface}${path === '/' ? '' : path}`;
const seen = new Set<string>();

test.each(ROLES)(
  'every page that the role of %s opens is without barriers',
  async (role) => {
    const door = await open();
    const { state, permissions, csrfToken } = await signInAs(door.context, role);
    const { page, context } = await open({ state });
    const addresses = all
      .filter((one) => {
        const wanted = permissionsOf(one);
        return wanted.length === 0 || wanted.some((name) => permissions.includes(name));
      })
      .map(toAddress)
      .filter((address) => !seen.has(address));
    for (const address of addresses) seen.add(address);
    const speak = (locale: string) =>
      context.request.patch(routes.changeProfile.path, {
        data: { locale },
        headers: { 'x-csrf-token': csrfToken },
      });
    const windows = [page, await context.newPage()];
    const found: string[] = [];
    for (const language of ['en', 'zh-CN']) {
      await speak(language);
      const waiting = [...addresses];
      const lookOn = async (window: Page) => {
        for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
          await openPage(window, address);
          await window.locator(`html[lang="${language}"]`).waitFor();
          found.push(...(await findBarriers(window, address)));
        }
      };
      // While one window loads the other is looked at.
      await Promise.all(windows.map(lookOn));
    }
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);

test('some role opens each page', () => {
  expect(all.map(toAddress).filter((address) => !seen.has(address))).toEqual([]);
});
