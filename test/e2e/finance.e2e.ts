import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { auditDocument } from '#modules/finance/budget/contract.ts';
import { findProfiles, readBudgetFile } from '#modules/finance/budget/index.ts';
import { routes } from '#modules/finance/contracts/contract.ts';
import { findBarriers, openPage, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import {
  bodyField,
  choose,
  confirm,
  handOver,
  makePaper,
  sign,
  typeDay,
} from '#test/support/e2e-finance.ts';
import { openColleague } from '#test/support/e2e-requests.ts';

/** A machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

const MAKER = 'SJ1007';
const CHECKER = 'SJ1005';
const APPROVER = 'SJ1003';
const LINE = 'L010';

const open = openBrowsers();
const centres = new URL('../../centres/', import.meta.url);
const published = readFileSync(new URL('songjiang/budget/2024/published.txt', centres), 'utf8');

test(
  'a purchase from the request to the last payment, by three people, each refusal with both figures',
  async () => {
    const found: string[] = [];
    // Refusals of the preview are provoked on purpose.
    const maker = await openColleague(open, MAKER, { refusals: [400, 409] });
    const checker = await openColleague(open, CHECKER);
    const approver = await openColleague(open, APPROVER);
    const { page } = maker;
    // The request keeps money from today on: what follows it is of today too.
    const today = localDay(systemClock.now());
    const effect = page.locator('.ow-contracts-effect');
    const at = (place: string) => bodyField(page, place);

    // The request keeps money of the line.
    await openPage(page, '/console/contracts/documents/new?kind=reservation&year=2024');
    await choose(at('lineId'), LINE, true);
    await at('name').fill('窗口办公用品采购');
    await choose(at('category'), '货物');
    await at('amount').fill('100000');
    await at('sme').fill('100000');
    await at('smallMicro').fill('60000');
    await page.getByLabel('事由').fill('窗口日常办公');
    await effect.getByText('132,900.00').first().waitFor();
    found.push(...(await findBarriers(page, 'request')));
    await sign(await handOver(page), checker, approver);

    // The contract: an award above the request is refused with both figures, then made right.
    await openPage(page, '/console/contracts/documents/new?kind=contract&year=2024');
    await at('name').fill('窗口办公用品采购合同');
    await at('number').fill('HT2024-E01');
    await at('supplier_name').fill('演示办公用品有限公司');
    await choose(at('itemId'), '窗口办公用品采购', true);
    await at('award').fill('120000');
    await typeDay(at('awardedOn'), today);
    await at('price').fill('98000');
    await choose(at('shares_0_lineId'), LINE, true);
    await at('shares_0_amount').fill('98000');
    await at('instalments_0_label').fill('合同签订后');
    await at('instalments_1_label').fill('通过验收后');
    await at('instalments_1_percent').fill('70');
    await choose(at('instalments_1_trigger_on'), '通过验收');
    await typeDay(at('signedOn'), today);
    await page.getByLabel('事由').fill('按采购结果签订');
    await effect
      .getByText('中标（成交）金额 120000.00 元超过采购项目未用额度 100000.00 元')
      .waitFor();
    await at('award').fill('98000');
    await effect.getByText('68,600.00').first().waitFor();
    found.push(...(await findBarriers(page, 'contract form')));
    await sign(await handOver(page), checker, approver);

    // An instalment before its event is refused; the acceptance is recorded with its paper.
    await openPage(page, '/console/contracts/contracts?search=HT2024-E01');
    await page.getByText('窗口办公用品采购合同').first().click();
    await page.waitForURL(/\/contracts\/contracts\/[0-9a-f-]{36}$/);
    await settle(page);
    const contract = new URL(page.url()).pathname;
    const id = contract.slice(contract.lastIndexOf('/') + 1);
    await openPage(page, `/console/contracts/documents/new?kind=settlement&contract=${id}`);
    await choose(at('instalment'), '2 通过验收后');
    await typeDay(at('confirmedOn'), today);
    await page.getByLabel('事由').fill('验收结算');
    await effect.getByText('第 2 期的付款条件尚未达到').waitFor();

    await openPage(page, contract);
    await page.getByRole('button', { name: '登记与结清' }).click();
    await page.getByRole('menuitem', { name: '登记履行事件' }).click();
    const drawer = page.getByRole('dialog');
    await choose(drawer.getByLabel('类别'), '验收通过');
    await typeDay(drawer.getByLabel('日期'), today);
    await drawer.getByLabel('依据材料').fill('验收单，三人签字');
    await drawer.locator('input[type=file]').setInputFiles(await makePaper('验收单.pdf'));
    await drawer.getByText('验收单.pdf').first().waitFor();
    found.push(...(await findBarriers(page, 'acceptance')));
    await drawer.getByRole('button', { name: '登记履行事件' }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '验收单.pdf' }).waitFor();

    // The settlement begins at the instalment that can be settled, with its invoice.
    const instalment = page.getByRole('row').filter({ hasText: '2 通过验收后' });
    await instalment.getByRole('button', { name: '经办结算' }).click();
    await page.waitForURL(/kind=settlement/);
    await settle(page);
    await at('invoiceNumber').fill('24312000000012345678');
    await page.locator('input[type=file]').setInputFiles(await makePaper('发票.pdf'));
    await page.getByText('发票.pdf').first().waitFor();
    await page.getByLabel('事由').fill('验收合格，申请结算');
    await effect.getByText('68,600.00').first().waitFor();
    await sign(await handOver(page), checker, approver);

    // A payment above what is owed is refused with both figures; then it is paid and has its voucher.
    await openPage(page, contract);
    await page
      .getByRole('row')
      .filter({ hasText: '68,600.00' })
      .getByRole('button', { name: '经办付款' })
      .click();
    await page.waitForURL(/kind=payment/);
    await settle(page);
    await at('amount').fill('68600.01');
    await typeDay(at('paidOn'), today);
    await at('voucher').fill('记-2024-1227');
    await page.getByLabel('事由').fill('支付验收款');
    await effect.getByText('付款金额 68600.01 元超过应付未付金额 68600.00 元').waitFor();
    await at('amount').fill('68600');
    await effect.getByText('68,600.00').first().waitFor();
    await sign(await handOver(page), checker, approver);

    await openPage(page, contract);
    await page.getByText('记-2024-1227').first().waitFor();
    found.push(...(await findBarriers(page, 'contract')));
    const { settled, paid, left } = await maker.ask(routes.getContract, { id });
    expect({ settled, paid, left }).toEqual({
      settled: '68600.00',
      paid: '68600.00',
      left: '29400.00',
    });
    const { isRight } = await maker.ask(routes.reconcile);
    expect(isRight).toBe(true);
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'a figure of the public budget opens its lines and what was spent, and the page reads back as the book',
  async () => {
    const { page, context } = await open();
    await openPage(page, '/budget');
    await page.locator('.ow-budget-book table').first().waitFor();
    const html = await page.content();
    const document = await readBudgetFile('budget.html', Buffer.from(html, 'utf8'));
    const { rules } = auditDocument(document, await findProfiles(centres));
    expect(rules.filter(({ holds }) => holds === null)).toEqual([]);
    expect(rules.filter(({ holds }) => holds === false).map(({ id }) => id)).toEqual([
      'G04',
      'G05',
    ]);

    await page.getByRole('button', { name: '27,481,797.50' }).first().click();
    const source = page.getByRole('dialog');
    await source.getByText('24 条预算行，合计 27,481,797.50 元').waitFor();
    expect(await source.locator('table').first().locator('tbody tr').count()).toBe(24);
    expect(await source.getByRole('heading', { name: '已支付（截至今日）' }).count()).toBe(1);
    expect(await source.locator('table').nth(1).locator('tbody tr').count()).toBe(17);
    expect(await findBarriers(page, 'source of a figure')).toEqual([]);
    const link = source.getByRole('link', { name: /CSV/ });
    const csv = await context.request.get((await link.getAttribute('href')) ?? '');
    expect(csv.status()).toBe(200);
    expect((await csv.text()).trim().split('\n')).toHaveLength(46);
    await source.getByRole('button', { name: /^关\s*闭$/ }).click();
    await source.waitFor({ state: 'detached' });
  },
  PATIENCE_MS,
);

test(
  'a settlement of seals opens the days on which they were counted',
  async () => {
    const { page, ask } = await openColleague(open, MAKER);
    const { items } = await ask(routes.listContracts, { query: { year: 2024, type: 'metered' } });
    const seals = items.find(({ name }) => name.includes('印章'));
    await openPage(page, `/console/contracts/contracts/${seals?.id ?? ''}`);
    const settlements = page.getByRole('table', { name: '结算与付款' });
    await settlements.getByRole('row').nth(1).getByRole('link').first().click();
    await page.waitForURL(/\/settlements\/[0-9a-f-]{36}$/);
    await settle(page);
    await page.getByText('seals-2024-01-02').waitFor();
    expect(await page.locator('.ow-page-head').innerText()).toMatch(/× 100\.00 元 = [\d,]+\.00 元/);
    expect(await findBarriers(page, 'counted events')).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'a budget that somebody brings is audited: a wrong total is found, a letter is refused by name',
  async () => {
    const { page } = await openColleague(open, APPROVER, { refusals: [422] });
    await openPage(page, '/console/budget/audit');
    const bring = (name: string, text: string) =>
      page
        .getByLabel('选择文件')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') });
    const wrong = published.replace('收入总计\t39,311,854.30', '收入总计\t39,311,854.31');
    expect(wrong).not.toBe(published);
    await bring('某部门预算.txt', wrong);
    const rows = page.getByRole('table', { name: '审核意见' }).getByRole('row');
    await rows.filter({ hasText: '39311854.31' }).first().waitFor();
    expect(await rows.filter({ hasText: 'C01' }).count()).toBeGreaterThan(0);
    expect(await findBarriers(page, 'audit')).toEqual([]);
    await bring('会议通知.txt', '定于周三下午召开例会。');
    await page.getByText('会议通知.txt').waitFor();
  },
  PATIENCE_MS,
);

test(
  'a target is given a value with its evidence, declared and approved, and stands with the budget',
  async () => {
    const maker = await openColleague(open, 'SJ1008', { language: 'en' });
    const { page } = maker;
    await openPage(page, '/console/performance/targets?year=2024');
    expect(await findBarriers(page, 'targets')).toEqual([]);
    await page.getByText('“大厅窗口工作服”项目').first().click();
    await page.waitForURL(/\/targets\/[0-9a-f-]{36}$/);
    await settle(page);
    const target = new URL(page.url()).pathname;
    const row = page.getByRole('row').filter({ hasText: '着装规范检查合格率' });
    await row.getByRole('button', { name: 'Record' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Value').fill('98.5');
    await drawer.getByLabel('Evidence').fill('Monthly checks of 2024');
    await drawer.locator('input[type=file]').setInputFiles(await makePaper('checks.pdf'));
    await drawer.getByText('checks.pdf').first().waitFor();
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.waitFor({ state: 'detached' });
    await row.getByText('98.5').first().waitFor();
    expect(await findBarriers(page, 'target')).toEqual([]);
    await confirm(page, 'Declare');
    await page.getByText('Declared', { exact: true }).first().waitFor();

    const approver = await openColleague(open, APPROVER);
    await openPage(approver.page, target);
    await confirm(approver.page, '批复');
    await approver.page.getByText('已批复', { exact: true }).first().waitFor();
    const visitor = await open({ language: 'en' });
    await openPage(visitor.page, '/budget/targets?year=2024');
    await visitor.page.getByText('着装规范检查合格率').first().waitFor();
    expect(await findBarriers(visitor.page, 'public targets')).toEqual([]);
  },
  PATIENCE_MS,
);
