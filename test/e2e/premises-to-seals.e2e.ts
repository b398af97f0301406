import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { composeUscc } from '#kernel/ids/uscc.ts';
import { CheckPoint, checkPointWords } from '#modules/casework/premises/contract.ts';
import { routes as contracts } from '#modules/finance/contracts/contract.ts';
import { routes as seals, sealKinds } from '#modules/fulfilment/seals/contract.ts';
import { findBarriers, openPage, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { answerQuestions, doAct, fillForm, sendScan, sign } from '#test/support/e2e-casework.ts';
import { type StartedCentre, startCentre } from '#test/support/e2e-centre.ts';
import { signInCitizen, signInFirm } from '#test/support/e2e-citizen.ts';
import { openStaffOf } from '#test/support/e2e-requests.ts';

/** A centre of its own is started first; a machine that does other work besides takes this long. */
const PATIENCE_MS = 600_000;
const DAY_MS = 86_400_000;

const open = openBrowsers();
let ahead = 0;
let centre: StartedCentre;

const now = () => new Date(systemClock.now().getTime() + ahead);

beforeAll(async () => {
  centre = await startCentre({ now });
}, PATIENCE_MS);
afterAll(() => centre.stop(), PATIENCE_MS);

const OPERATOR = '上海谷芯园林绿化工程有限公司（演示）';
const CARRIER = '茸北演示大厦';
const FIRM = '上海松江茸北演示软件有限公司';
const ROOM = '1208';

test(
  'premises filed by an operator become the address of a new firm, whose licence brings it its seals, and the maker is paid',
  async () => {
    const { url } = centre;
    const staff = openStaffOf(open, centre);
    const found: string[] = [];
    const look = async (page: Page, name: string) => {
      await settle(page);
      found.push(...(await findBarriers(page, name)));
    };
    const creditCode = composeUscc('91', '310117', 'MAE2E001') ?? '';

    // The operator enters a carrier, and files one building of it with a unit and its title.
    const { page: operator } = await open({ url });
    await signInFirm(operator, OPERATOR);
    const filing = await fileBuilding(operator, look);

    // The town looks at every point, the regulator files it.
    const { page: checker } = await staff('Checker of premises for a town');
    await openPage(checker, `/desk/premises/${filing}`);
    await checker.getByRole('button', { name: '开始初核' }).click();
    for (const point of CheckPoint.options)
      await checker.getByRole('checkbox', { name: checkPointWords[point]['zh-CN'] }).check();
    await look(checker, 'town check');
    await checker.getByRole('button', { name: '初核通过' }).click();
    await checker.getByText('市场监管核查中').first().waitFor();
    const officer = await staff('Department approver');
    await openPage(officer.page, `/desk/premises/${filing}`);
    await officer.page.getByRole('button', { name: '准予备案' }).click();
    await officer.page
      .getByText(/^ZS\d{7}\d{5}$/u)
      .first()
      .waitFor();
    await look(officer.page, 'filed');

    // A citizen sets a company up on that unit, found by search; no proof of the address is asked.
    const { page: citizen } = await open({ url });
    await signInCitizen(citizen, 0);
    const caseId = await applyForCompany(citizen, look);

    // It is granted, and the licence is the new firm's.
    const { page: desk } = officer;
    await openPage(desk, `/desk/cases/${caseId}`);
    await doAct(desk, '受理');
    await openPage(desk, `/desk/cases/${caseId}?tab=result`);
    await doAct(desk, '准予许可', (form) => form.getByLabel('决定理由').fill('符合法定形式'));
    await doAct(desk, '制证完成', async (form) => {
      const name = form.getByLabel('名称', { exact: true });
      await name.waitFor();
      expect(await name.inputValue()).toBe(FIRM);
      await form.getByLabel('统一社会信用代码').fill(creditCode);
      for (const line of await form.locator('.ow-acts-content input').all())
        if ((await line.inputValue()) === '') await line.fill('有限责任公司');
      await look(desk, 'issue');
    });

    // The premises know the firm by its code from now on.
    await openPage(officer.page, `/desk/premises/${filing}`);
    await officer.page.locator('.ow-plan-unit').first().click();
    await officer.page.getByText(creditCode).waitFor();

    // The event of the licence opened its set of seals; it is claimed at the window.
    const clerk = await staff('Window clerk');
    const findSet = async () => {
      const { items } = await clerk.ask(seals.listSets, { query: { search: creditCode } });
      return items[0];
    };
    await expect.poll(findSet, { timeout: 60_000 }).toMatchObject({
      state: 'eligible',
      firmName: FIRM,
      uscc: creditCode,
    });
    await openPage(clerk.page, '/desk/seals');
    await clerk.page.getByRole('button', { name: '代企业申领' }).click();
    const claim = clerk.page.getByRole('dialog');
    await claim.getByLabel('统一社会信用代码').fill(creditCode);
    await claim.getByRole('button', { name: '代企业申领' }).click();
    await clerk.page.getByText('待接单').first().waitFor();
    const set = await findSet();
    if (set === undefined) throw new Error('There is no set');

    // Its maker takes it, files it with the police, cuts it and brings it.
    const { page: maker } = await open({ url });
    await signInFirm(maker, set.makerName);
    await makeSeals(maker, look);

    // At the window it is checked, and handed over against a signature.
    await openPage(clerk.page, `/desk/seals/${set.id}`);
    await clerk.page.getByRole('button', { name: '核对入库' }).click();
    await clerk.page.getByRole('dialog').getByRole('button', { name: '核对入库' }).click();
    await clerk.page.getByText('待领取').first().waitFor();
    await clerk.page.getByRole('button', { name: '签名发放' }).click();
    const handOut = clerk.page.getByRole('dialog');
    await handOut.getByLabel('领取人姓名').fill('陈永栋');
    await sign(handOut);
    await look(clerk.page, 'hand-out');
    await handOut.getByRole('button', { name: '签名发放' }).click();
    await clerk.page.getByText('已签收').first().waitFor();
    await look(clerk.page, 'signed for');

    // The month is over: it is added up, handed on, checked, approved and paid by three others.
    const today = localDay(now());
    const month = today.slice(0, 7);
    // Nobody stays signed in for so long: who is done goes home first.
    for (const page of [operator, checker, desk, citizen, clerk.page, maker]) await page.close();
    ahead = (33 - Number(today.slice(8))) * DAY_MS;
    await addContract(staff, today);
    await settleMonth(month, { staff, look });
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);

type Look = (page: Page, name: string) => Promise<void>;
type Staff = ReturnType<typeof openStaffOf>;

/** Enters a carrier and a building, and submits it; gives the id of the filing. */
async function fileBuilding(page: Page, look: Look): Promise<string> {
  await openPage(page, '/me/premises');
  await page.getByRole('button', { name: '登记载体' }).click();
  await page.getByLabel('载体名称', { exact: true }).fill(CARRIER);
  await page.getByLabel('街道（镇）').selectOption('310117003');
  await page.getByLabel('电话').fill('021-57880000');
  await page.getByRole('button', { name: '保存' }).click();
  const card = page.locator('section, article, .ow-card').filter({ hasText: CARRIER }).last();
  await card.getByLabel('房屋名称').fill('主楼');
  await card.getByRole('button', { name: '备案一栋房屋' }).click();
  await page.getByLabel('标准地址').fill('上海市松江区方松街道茸北演示路66号1幢');
  await page.getByLabel('不动产权证号').fill('沪（2020）松字不动产权第066066号');
  await page.getByLabel('产权人', { exact: true }).fill(OPERATOR);
  await page.getByLabel('建筑面积（平方米）').first().fill('3600');
  await page.getByLabel('地上层数').fill('16');
  await page.getByRole('button', { name: '添加单元' }).click();
  const unit = page.locator('.ow-prem-table tbody tr').first();
  await unit.getByLabel('房号').fill(ROOM);
  await unit.getByLabel('楼层').fill('12');
  await unit.getByLabel('建筑面积（平方米）').fill('96');
  await unit.getByLabel('最多登记').fill('3');
  await page.getByRole('button', { name: '添加证明' }).click();
  const proof = page.locator('.ow-prem-proof').first();
  await proof.getByLabel('编号').fill('沪（2020）松字不动产权第066066号');
  await proof.getByLabel('有效期起').fill('2020-01-01');
  await sendScan(proof);
  await page.getByText('符合备案要求，可以提交。').waitFor();
  await look(page, 'operator: draft');
  await page.getByRole('button', { name: '提交备案' }).click();
  await page.getByText('待街镇初核').first().waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Applies for a company on the filed unit; gives the id of the case. */
async function applyForCompany(page: Page, look: Look): Promise<string> {
  await openPage(page, `/matters?search=${encodeURIComponent('内资有限责任公司设立登记')}`);
  await page.getByRole('link', { name: '内资有限责任公司设立登记' }).first().click();
  await page.getByRole('link', { name: '在线办理' }).click();
  await page.getByRole('heading', { name: '申请：' }).waitFor();
  await answerQuestions(page.locator('main'), ['自然人', '住所云', '一名董事', '示范文本', '本人']);
  const next = page.getByRole('button', { name: '保存并继续' });
  await next.click();
  const form = page.locator('.ow-fill');
  await form.getByLabel('公司名称').fill(FIRM);
  const field = form.locator('[data-kind="premises"]');
  await field.getByRole('searchbox').fill(`${CARRIER} ${ROOM}`);
  await field.getByRole('button', { name: '查找' }).click();
  await look(page, 'premises picked by search');
  await field.getByRole('button', { name: `选用 ${ROOM}` }).click();
  await field.getByText('已备案，无需提交住所证明').waitFor();
  await fillForm(form);
  await next.click();
  await page.locator('.ow-apply-papers').waitFor();
  expect(await page.locator('.ow-apply-papers').innerText()).not.toContain('住所使用证明');
  for (const paper of await page.locator('.ow-apply-papers > li').all())
    if ((await paper.locator('input[type="file"]').count()) > 0) await sendScan(paper);
  await next.click();
  await page.getByLabel('我确认以上内容真实').check();
  await page.getByLabel('电子送达').check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  await page.getByRole('link', { name: '查看办理进度' }).click();
  await page.getByText('工作人员正在核对您的申请').waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Everything that the maker does with the set of the firm; it has others beside. */
async function makeSeals(page: Page, look: Look): Promise<void> {
  await openPage(page, '/me/seals/making');
  const own = page.locator('.ow-card').filter({ hasText: FIRM });
  await own.waitFor();
  await look(page, 'maker: waiting');
  await own.getByRole('button', { name: '接单', exact: true }).click();
  await page.getByRole('button', { name: /^制作中/u }).click();
  await own.getByRole('button', { name: '填报备案编号' }).click();
  for (const [at, { title }] of Object.values(sealKinds).entries())
    await own.getByLabel(title['zh-CN'], { exact: true }).fill(`310117${7_700_001 + at}`);
  await own.getByRole('button', { name: '提交', exact: true }).click();
  await own.getByRole('button', { name: '刻制完成' }).click();
  await own.getByRole('button', { name: '已移交中心' }).click();
  await own.waitFor({ state: 'detached' });
  await look(page, 'maker: done');
}

/** The centre’s contract with its makers for this year, taken over from before. */
async function addContract(staff: Staff, today: string): Promise<void> {
  const year = today.slice(0, 4);
  const { importSheet } = await staff('Finance, checker');
  await importSheet(
    'contracts.lines',
    `year,key,projectCode,projectName,part,funcCode,econCode,amount,document\n${year},LE2E,,免费刻章,,2019999,30299,400000.00,演示批复\n`,
  );
  await importSheet(
    'contracts.contracts',
    'number,name,type,year,shares,supplier,creditCode,size,itemNumber,award,awardedOn,price,signedOn,servesFrom,servesUntil,paymentDays,meterPrice,meterEvent,meterUnit,instalments,publishedOn,publishedAt\n' +
      `HTE2E-${year},免费刻章服务合同,metered,${year},LE2E=400000.00,演示印章联合体,,small,,,,400000.00,${today},${year}-01-01,${year}-12-31,30,100.00,seals.set-issued,套,,,\n`,
  );
}

/** An act that is asked for once more. */
async function confirm(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).first().click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: act, exact: true }).click();
}

interface Settling {
  readonly staff: Staff;
  readonly look: Look;
}

async function settleMonth(month: string, { staff, look }: Settling): Promise<void> {
  const manager = await staff('Manager of seals and parcels');
  const { page } = manager;
  await openPage(page, `/console/seals/months/${month}`);
  await confirm(page, '汇总');
  await page.getByText(FIRM).waitFor();
  await look(page, 'month, added up');
  await confirm(page, '提交结算');
  await page.getByText('待审核').first().waitFor();
  // The demonstration has sets of its own beside; each that was signed for counts.
  const { documentId, sets, amount } = await manager.ask(seals.getMonth, { id: month });
  expect(amount).toBe(`${sets * 100}.00`);
  const checker = await staff('Finance, checker');
  const approver = await staff('Finance, approver');
  const maker = await staff('Finance, maker');
  const signBoth = async (id: string) => {
    for (const [colleague, act] of [
      [checker, '审核通过'],
      [approver, '批准'],
    ] as const) {
      await openPage(colleague.page, `/console/contracts/documents/${id}`);
      await confirm(colleague.page, act);
      await colleague.page.getByText('已签署').first().waitFor();
    }
  };
  await signBoth(documentId ?? '');
  const settlementId = await findSettlement(maker, documentId ?? '');
  const payment = await maker.ask(contracts.prepareDocument, {
    body: {
      body: {
        kind: 'payment',
        settlementId,
        amount,
        paidOn: localDay(now()),
        voucher: '记-0066',
      },
      reason: '按月结算支付免费刻章费用',
    },
  });
  await signBoth(payment.id);
  await openPage(page, `/console/seals/months/${month}`);
  await page.getByText('已批准').first().waitFor();
  const after = await manager.ask(seals.getMonth, { id: month });
  expect(after).toMatchObject({ sets, amount, paid: amount, settlementId });
  await look(page, 'month, paid');
  await followMoney(maker.page, settlementId, look);
}

/** From the settlement to the set of the firm, its case, and what that case cost. */
async function followMoney(page: Page, settlementId: string, look: Look): Promise<void> {
  await openPage(page, `/console/chain/settlements/${settlementId}`);
  const own = page.getByRole('row').filter({ hasText: FIRM });
  await own.waitFor();
  await look(page, 'chain: settlement');
  await own.getByRole('link').first().click();
  await page.waitForURL('**/console/chain/costs?**');
  await page.getByText('已支付', { exact: true }).first().waitFor();
  await page.getByRole('row').filter({ hasText: '内资有限责任公司设立登记' }).first().waitFor();
  await look(page, 'chain: what the case cost');
}

/** The settlement that a document made: the last of its contract. */
async function findSettlement({ ask }: Awaited<ReturnType<Staff>>, id: string): Promise<string> {
  const { contractId } = await ask(contracts.getDocument, { id });
  const { settlements } = await ask(contracts.getContract, { id: contractId ?? '' });
  return settlements.at(-1)?.id ?? '';
}
