import { PDFDocument } from '@cantoo/pdf-lib';
import type { Locator, Page } from 'playwright-core';

import { openPage, settle } from './e2e-axe.ts';
import type { Colleague } from './e2e-requests.ts';

/** A field of a document's body, by its place: labels repeat in its lists. */
export const bodyField = (page: Page, place: string): Locator =>
  page.locator(`[id$="body_${place}"]`);

/** Chooses from a list; a long one is searched first. */
export async function choose(field: Locator, text: string, isSearched = false): Promise<void> {
  await field.click();
  if (isSearched) await field.fill(text);
  await field
    .page()
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: text })
    .first()
    .click();
}

/** Types a day into a calendar field. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press('Enter');
}

/** A paper of one page, as somebody would scan and upload it. */
export async function makePaper(name: string) {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  const bytes = await document.save();
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
}

/** Two Chinese characters on a button stand apart. */
const spaced = (words: string): RegExp => new RegExp(`^${words.split('').join(String.raw`\s*`)}$`);

/** Presses a button that asks first, and says yes. */
export async function confirm(page: Page, words: string): Promise<void> {
  await page
    .getByRole('button', { name: spaced(words) })
    .first()
    .click();
  await page
    .locator('.ant-popover:not(.ant-popover-hidden)')
    .getByRole('button', { name: spaced(words) })
    .click();
}

/** Hands the document that is filled in to its checker; gives its address. */
export async function handOver(page: Page): Promise<string> {
  await confirm(page, '提交审核');
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  await settle(page);
  return new URL(page.url()).pathname;
}

/** Checked by one and approved by another, each on the document's own page. */
export async function sign(
  address: string,
  checker: Colleague,
  approver: Colleague,
): Promise<void> {
  await openPage(checker.page, address);
  await confirm(checker.page, '审核通过');
  await checker.page.getByText('待批准', { exact: true }).first().waitFor();
  await openPage(approver.page, address);
  await confirm(approver.page, '批准');
  await approver.page.getByText('已批准', { exact: true }).first().waitFor();
}
