import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { routes as files } from '#kernel/files/contract.ts';
import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { routes } from '#modules/casework/cases/contract.ts';
import { findBarriers, openPage, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { answerQuestions, waitForStored } from '#test/support/e2e-casework.ts';
import { openColleague } from '#test/support/e2e-requests.ts';
import { filmPages } from '#test/support/e2e-video.ts';

const PATIENCE_MS = 300_000;
const CARD = { name: '沈新来', number: composeCitizenId('310117', '1991-06-18', 77) ?? '' };

const film = filmPages([3, 8]);
afterAll(() => film.remove());
const open = openBrowsers(() => film.args);

/** Lays a card on the reader that software plays at this window. */
async function layOn(page: Page, { name, number }: typeof CARD): Promise<void> {
  const ports = page.locator('.ow-intake-simulated');
  if ((await ports.getAttribute('open')) === null) await ports.locator('summary').click();
  await ports.getByLabel('姓名', { exact: true }).fill(name);
  await ports.getByLabel('证件号码', { exact: true }).fill(number);
  await ports.getByRole('button', { name: '放置身份证' }).click();
}

/** What a firm of the demonstration shows on a telephone now, and its name. */
async function readShownCode(page: Page): Promise<{ name: string; code: string }> {
  await page.goto('/standin/identity/codes');
  const firm = page.locator('.codes > li').filter({ hasText: '电子营业执照' }).first();
  const name = await firm.locator('h2').innerText();
  return { name, code: (await firm.locator('code').innerText()).trim() };
}

test(
  'a card and a code at the window say who applies, and what the camera takes lies in the dossier',
  async () => {
    const found: string[] = [];
    const { page, context, ask } = await openColleague(open, 'SJ2033');
    await openPage(page, '/desk/cases/intake');

    // Somebody whom the register does not know: one press, and nothing is typed.
    await layOn(page, CARD);
    await page.getByText(CARD.name).first().waitFor();
    found.push(...(await findBarriers(page, 'intake, unknown card')));
    await page.getByRole('button', { name: '登记并选用' }).click();
    const chosen = page.locator('.ow-intake-chosen').first();
    await chosen.waitFor();
    // The register shows no whole name nor number of a person to whoever only takes in.
    expect(await chosen.innerText()).toMatch(/^沈\*\*\s+310117\*+\d{4}/u);

    // A firm that shows its licence; whoever lays a card on then stands there for it.
    const shown = await readShownCode(page);
    await openPage(page, '/desk/cases/intake');
    const ports = page.locator('.ow-intake-simulated');
    await ports.locator('summary').click();
    await ports.getByLabel('码的内容').fill(shown.code);
    await ports.getByRole('button', { name: '扫描此码' }).click();
    await chosen.waitFor();
    expect(await chosen.innerText()).toContain(shown.name);

    // The paper is taken by itself once it lies still.
    await page.keyboard.press('F3');
    await page.keyboard.type('跑运输');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: '办理项' }).waitFor();
    await page.keyboard.press('Space');
    await answerQuestions(page.locator('main'), ['企业', '拟购置', '否']);
    const paper = page.locator('.ow-intake-papers > li').first();
    await paper.getByRole('button', { name: /^高拍仪/ }).click();
    const camera = page.getByRole('dialog');
    const done = camera.getByRole('button', { name: '完成（2 页）' });
    await done.waitFor({ timeout: 90_000 });
    found.push(...(await findBarriers(page, 'intake, camera')));
    await waitForStored(page, () => done.click());
    await paper.locator('.ow-case-files a').waitFor();

    // What is printed on a paper is suggested for the form, and nothing is filled in by itself.
    await page.getByRole('button', { name: /^识别填表/ }).click();
    await camera.getByRole('button', { name: /^完成（[1-9]\d* 页）/ }).waitFor({ timeout: 90_000 });
    const reading = page.waitForResponse((answer) => answer.url().endsWith('/page-readings'));
    await camera.getByRole('button', { name: /^完成（[1-9]\d* 页）/ }).click();
    expect((await reading).status()).toBe(200);
    await page.locator('.ow-recognised, .ow-notice').first().waitFor();

    await page.keyboard.press('F8');
    await page.getByText('已收件', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '打开办件' }).click();
    await settle(page);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { papers } = await ask(routes.getCase, { id });
    const [fileId = ''] = papers.flatMap(({ fileIds }) => fileIds);
    const stored = await context.request.get(files.downloadFile.path.replace(':id', fileId));
    const pdf = (await stored.body()).toString('latin1');
    expect(pdf.startsWith('%PDF')).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b/gu)?.length).toBe(2);
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);
