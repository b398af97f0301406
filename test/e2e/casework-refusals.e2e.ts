import { expect, test } from 'vitest';

import type { BodyInput } from '#kernel/http/contract.ts';
import { routes } from '#modules/casework/cases/contract.ts';
import { documentRoutes } from '#modules/casework/cases/contract/documents.ts';
import { routes as matters } from '#modules/casework/matters/contract.ts';
import { routes as organisation } from '#modules/registry/organisation/contract.ts';
import { routes as parties } from '#modules/registry/parties/contract.ts';
import { findBarriers, openPage, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { doAct } from '#test/support/e2e-casework.ts';
import { signInCitizen } from '#test/support/e2e-citizen.ts';
import { type Colleague, openColleague } from '#test/support/e2e-requests.ts';

/** A machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

const open = openBrowsers();

/** Of the fifth person of the identity stand-in, and of somebody else. */
const OWN_NUMBER = '310199196209141347';
const OTHER_NUMBER = '310199196809281917';

/** A case of the department of human resources, received at window 41 with nothing handed in yet. */
async function receive(clerk: Colleague, applicant: string) {
  const [{ items: windows }, { items: guides }, { items: found }] = await Promise.all([
    clerk.ask(organisation.listWindows, { query: { limit: 500 } }),
    clerk.ask(matters.searchGuides, { query: { search: '居住证积分', limit: 5 } }),
    clerk.ask(parties.searchParties, { body: { text: applicant } }),
  ]);
  const [guide] = guides;
  const [party] = found;
  const window = windows.find(({ number, siteId }) => number === 41 && siteId !== '');
  if (!guide || !party || !window) throw new Error('Something of the visit was not found');
  const body: BodyInput<typeof routes.receiveAtWindow> = {
    matterId: guide.matterId,
    itemKey: 'apply',
    partyId: party.id,
    windowId: window.id,
  };
  return clerk.ask(routes.receiveAtWindow, { body });
}

test.each([
  { language: 'zh-CN', place: 4, applicant: OWN_NUMBER },
  { language: 'en', place: 5, applicant: OTHER_NUMBER },
] as const)(
  'an applicant withdraws, thinks again, withdraws for good, and the window confirms it ($language)',
  async ({ language, place, applicant }) => {
    const t = (zh: string, en: string) => (language === 'en' ? en : zh);
    const found: string[] = [];
    const { page } = await open({ language });
    await signInCitizen(page, place);
    const clerk = await openColleague(open, 'SJ2033', { language });
    const { id, caseNo } = await receive(clerk, applicant);
    await openPage(page, `/me/cases`);
    expect(await page.locator('.ow-own-cases').innerText()).toContain(caseNo);
    await openPage(page, `/me/cases/${id}`);
    const withdraw = async () => {
      await page.getByRole('button', { name: t('撤回申请', 'Withdraw the application') }).click();
      await page.getByLabel(t('撤回原因', 'Why')).fill('暂不办理');
      await page.getByRole('button', { name: t('申请撤件', 'Ask to withdraw') }).click();
      await page
        .getByText(t('您申请的撤件正在等待确认', 'Your withdrawal waits to be confirmed'))
        .waitFor();
    };
    await withdraw();
    const goOn = page.getByRole('button', {
      name: t('不撤了，继续办理', 'Do not withdraw, go on'),
    });
    await goOn.click();
    await page.getByRole('textbox', { name: t('说明', 'Note') }).fill('还是要办');
    await goOn.click();
    await page
      .getByText(t('工作人员正在核对您的申请', 'Your application is being checked'))
      .waitFor();
    await withdraw();
    found.push(...(await findBarriers(page, 'own case, to be withdrawn')));

    await openPage(clerk.page, `/desk/cases/${id}`);
    await clerk.page.getByText(t('撤件待确认', 'Withdrawal to be confirmed')).first().waitFor();
    await doAct(clerk.page, t('确认撤件', 'Confirm the withdrawal'));
    await clerk.page
      .locator('main')
      .getByText(t('撤件', 'Withdrawn'), { exact: true })
      .first()
      .waitFor();
    await settle(clerk.page);
    found.push(...(await findBarriers(clerk.page, 'case, withdrawn')));
    await page.reload();
    await page.getByText(t('本件已办结', 'This case is closed')).waitFor();
    await settle(page);
    found.push(...(await findBarriers(page, 'own case, withdrawn')));
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'a clerk of another department is refused on every page and at every address',
  async () => {
    const clerk = await openColleague(open, 'SJ2033');
    const { id, caseNo, version } = await receive(clerk, OTHER_NUMBER);
    const { items: papers } = await clerk.ask(documentRoutes.listDocuments, { id });
    const stranger = await openColleague(open, 'SJ3132', { refusals: [403, 404] });
    const { page, tryTo } = stranger;
    await openPage(page, `/desk/cases/${id}`);
    await page.getByText('您没有查看此内容的权限').first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain(caseNo);
    const found = await findBarriers(page, 'case of another department');
    await openPage(page, '/desk/cases?list=all');
    expect(await page.locator('main').innerText()).not.toContain(caseNo);
    await openPage(page, `/desk/cases?list=all&search=${caseNo}`);
    expect(await page.locator('main tbody').innerText()).not.toContain(caseNo);

    const acts = [
      [routes.takeCase, {}],
      [routes.acceptCase, { mode: 'complete' }],
      [routes.checkPapers, { papers: [{ key: 'application', state: 'accepted' }] }],
      [routes.tellCorrection, { items: [{ defect: '缺少签字', howToFix: '请补签字' }] }],
      [routes.refuseCase, { reason: '不属于本机关' }],
      [routes.examineCase, { passes: true, opinion: '同意' }],
      [routes.approveCase, {}],
      [routes.denyCase, { reason: '不符合', remedy: '可以申请行政复议' }],
      [routes.askWithdrawal, { reason: '申请人要求' }],
      [routes.archiveCase, {}],
      [routes.writeMessage, { text: '你好你好' }],
    ] as const;
    const statuses = new Map<string, number>();
    for (const [contract, body] of acts) {
      const asked = { id, body: { version, ...body } } as never;
      statuses.set(contract.name, await tryTo(contract, asked));
    }
    for (const contract of [routes.getCase, routes.listHistory, routes.getDeadlines])
      statuses.set(contract.name, await tryTo(contract, { id }));
    statuses.set('documents', await tryTo(documentRoutes.listDocuments, { id }));
    const paper = documentRoutes.printDocument.path
      .replace(':id', id)
      .replace(':documentId', papers[0]?.id ?? '');
    statuses.set('print', (await stranger.context.request.get(paper)).status());
    const admitted = [...statuses].filter(([, status]) => status !== 403 && status !== 404);
    expect(admitted).toEqual([]);
    expect(papers.length).toBeGreaterThan(0);

    // Nor does another applicant see it.
    const applicant = await open({ refusals: [403, 404] });
    await signInCitizen(applicant.page, 6);
    await openPage(applicant.page, `/me/cases/${id}`);
    expect(await applicant.page.locator('main').innerText()).not.toContain(caseNo);
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);

test.each(['zh-CN', 'en'] as const)(
  'two clerks act on one case at once: one wins, the other is told by whom and loses nothing (%s)',
  async (language) => {
    const t = (zh: string, en: string) => (language === 'en' ? en : zh);
    const tell = { name: t('一次告知补正', 'Tell all that is to be corrected') };
    const [wrong, mend] = [t('存在的问题', 'What is wrong'), t('怎样补正', 'How to put it right')];
    const clerk = await openColleague(open, 'SJ2033');
    const { id } = await receive(clerk, OTHER_NUMBER);
    const [first, second] = await Promise.all([
      openColleague(open, 'SJ3095', { language }),
      openColleague(open, 'SJ3096', { language, refusals: [409, 412] }),
    ]);
    const write = async ({ page }: Colleague, defect: string) => {
      await openPage(page, `/desk/cases/${id}`);
      await page.getByRole('button', tell).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByLabel(wrong).first().fill(defect);
      await drawer.getByLabel(mend).first().fill('请补交');
      for (const howTo of await drawer.getByLabel(mend).all()) await howTo.fill('请补交');
      for (const what of await drawer.getByLabel(wrong).all())
        if ((await what.inputValue()) === '') await what.fill('未提交');
      return drawer;
    };
    const [one, other] = await Promise.all([
      write(first, '缺少学历证书'),
      write(second, '缺少社保记录'),
    ]);
    await one.getByRole('button', tell).click();
    await one.waitFor({ state: 'detached' });
    await other.getByRole('button', tell).click();
    await other.getByText('高德飞').or(other.getByText('潘志睿')).first().waitFor();
    expect(await other.innerText()).toContain('潘志睿');
    expect(await other.getByLabel(wrong).first().inputValue()).toBe('缺少社保记录');
    const found = await findBarriers(second.page, 'somebody was first');
    await other.getByRole('button', { name: t('载入最新内容', 'Load the newest') }).click();
    await other.getByText(t('已载入最新内容', 'The newest version is loaded')).waitFor();
    await other.getByRole('button', tell).click();
    await other.getByText(t('补正中', 'Being corrected')).first().waitFor();
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);
