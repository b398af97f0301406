import { expect, test } from 'vitest';

import { openBrowsers } from '#test/support/e2e-browser.ts';
import { signInAs } from '#test/support/e2e-staff.ts';

const open = openBrowsers();

test('a device is enrolled, tests itself, shows a message, is locked and cut off', async () => {
  const door = await open();
  const { state } = await signInAs(door.context, 'Device manager');
  const { page } = await open({ state });
  const device = await open({ refusals: [401, 403] });

  await page.goto('/console/devices');
  await page.locator('main tbody tr').nth(1).waitFor();
  await page.locator('main tbody tr').nth(1).locator('td').nth(1).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '生成注册码' }).click();
  const code = await drawer.locator('.ow-device-code').innerText();

  await device.page.goto('/hall/device');
  await device.page.getByLabel('注册码').fill('AAAA-AAAA');
  await device.page.getByRole('button', { name: '注册' }).click();
  await device.page.getByRole('alert').waitFor();
  await device.page.getByLabel('注册码').fill(code);
  await device.page.getByRole('button', { name: '注册' }).click();
  await device.page.getByText('运行正常').waitFor();
  await device.page.getByRole('button', { name: '立即自检' }).click();
  await device.page.locator('.ow-device-parts li').first().waitFor();
  expect(await device.page.locator('.ow-device-parts').innerText()).not.toContain('异常');

  await page.reload();
  await page.locator('main tbody tr').nth(1).locator('td').nth(1).click();
  const order = async (act: RegExp, text: string) => {
    await drawer.getByRole('button', { name: act }).click();
    await drawer.getByLabel('在设备屏幕上显示的文字').fill(text);
    await drawer.getByRole('button', { name: /^发\s*送$/ }).click();
    await drawer.getByLabel('在设备屏幕上显示的文字').waitFor({ state: 'detached' });
    await beat();
  };
  // A device asks for orders every half minute, and at once when its page is opened.
  const beat = () => device.page.reload();
  await order(/^发送消息$/, '下午四点停机检修');
  await device.page.getByRole('alert').filter({ hasText: '下午四点停机检修' }).waitFor();
  await order(/^锁\s*定$/, '等待维修');
  await device.page.getByRole('alert').filter({ hasText: '等待维修' }).waitFor();

  await drawer.getByRole('button', { name: '吊销密钥' }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '吊销密钥' }).click();
  await beat();
  await device.page.getByText('这台设备的密钥已被吊销').waitFor();
});
