import { expect, test } from 'vitest';

import { routes } from '#modules/casework/cases/contract.ts';
import { findBarriers, openPage, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { answerQuestions, doAct, fillForm } from '#test/support/e2e-casework.ts';
import { signInCitizen } from '#test/support/e2e-citizen.ts';
import { openColleague } from '#test/support/e2e-requests.ts';

/** Three departments; a machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

const open = openBrowsers();

/** Two who examine and one who decides, of the departments of food, signs and fire safety. */
const departments = [
  { matter: '食品经营许可', en: 'Food operation', staff: ['SJ3003', 'SJ3004', 'SJ3005'] },
  { matter: '户外招牌设施设置', en: 'Outdoor signboards', staff: ['SJ3186', 'SJ3187', 'SJ3188'] },
  { matter: '公众聚集场所', en: 'Fire safety check', staff: ['SJ3337', 'SJ3338', 'SJ3339'] },
] as const;

/** Each with a firm of its own, by the place in which the identity stand-in lists it. */
const speakers = [
  { language: 'zh-CN', firm: '上海辰芯餐饮', place: 13 },
  { language: 'en', firm: '上海谷芯园林', place: 11 },
] as const;

test.each(speakers)(
  'a restaurant is opened as one thing with three departments, and the sign that is denied stops nothing else ($language)',
  async ({ language, firm, place }) => {
    const t = (zh: string, en: string) => (language === 'en' ? en : zh);
    const found: string[] = [];
    const { page } = await openColleague(open, 'SJ2033', { language });
    await openPage(page, '/desk/cases/intake');
    await page.getByRole('combobox', { name: t('申请人', 'Applicant') }).fill(firm);
    await page.getByRole('option').first().click();
    await page
      .getByRole('combobox', { name: t('事项与情形', 'Matter and scenario') })
      .fill('开办餐饮店');
    await page
      .getByRole('option')
      .filter({ hasText: t('一件事', 'all in one') })
      .first()
      .click();
    const answers =
      language === 'en'
        ? ['Restaurant', 'Hot food', /^Yes$/u, 'Ordinary']
        : ['饭店、餐馆', '热食类', /^是$/u, '一般程序'];
    await answerQuestions(page.locator('main'), answers);
    expect(await page.locator('.ow-intake-parts').innerText()).toContain(
      t('一并办理 3 个事项', '3 matters handled together'),
    );
    await page.getByRole('button', { name: t('其余全部收取', 'Take in all others') }).click();
    await fillForm(page.locator('.ow-fill'));
    await settle(page);
    await page.getByText(t('尚待补齐', 'Still open')).waitFor({ state: 'detached' });
    found.push(...(await findBarriers(page, 'intake of a bundle')));
    await page.getByRole('button', { name: language === 'en' ? /^Receive/u : /^收件/u }).click();
    await page.getByText(t('已收件，分为 3 件办理', 'Received, handled as 3 cases')).waitFor();
    await settle(page);
    found.push(...(await findBarriers(page, 'receipt of a bundle')));
    const parts = page.locator('.ow-intake-parts li');
    const ids: string[] = [];
    for (const { matter, en } of departments) {
      const link = parts.filter({ hasText: t(matter, en) }).getByRole('link');
      ids.push((await link.getAttribute('href'))?.split('/').at(-1) ?? '');
    }
    await page.getByRole('button', { name: t('打开办件', 'Open the case') }).click();
    await page
      .getByRole('heading', { name: t('开办餐饮店「一件事」', 'Opening a restaurant, all in one') })
      .waitFor();
    const whole = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await settle(page);
    expect(await page.locator('.ow-case-documents li').count()).toBe(3);
    found.push(...(await findBarriers(page, 'the whole of a bundle')));

    // Each department accepts, examines by two and decides its own.
    for (const [index, { staff }] of departments.entries()) {
      const id = ids[index] ?? '';
      const [one, other, decider] = await Promise.all(
        staff.map((employeeNo) => openColleague(open, employeeNo, { language })),
      );
      if (!one || !other || !decider) throw new Error('Nobody is there');
      const version = async () => (await one.ask(routes.getCase, { id })).version;
      await one.ask(routes.acceptCase, { id, body: { version: await version() } });
      for (const examiner of [one, other])
        await examiner.ask(routes.examineCase, {
          id,
          body: { version: await version(), passes: true, isSiteCheck: true, opinion: '现场符合' },
        });
      if (index !== 1) {
        await decider.ask(routes.approveCase, { id, body: { version: await version() } });
        continue;
      }
      await openPage(decider.page, `/desk/cases/${id}`);
      await doAct(decider.page, t('不予许可', 'Deny'), (form) =>
        form.getByLabel(t('决定理由', 'Reasons of the decision')).fill('招牌遮挡消防救援窗口'),
      );
      await decider.page.getByText(t('不予许可', 'Denied')).first().waitFor();
      found.push(...(await findBarriers(decider.page, 'a part, denied')));
    }

    // The applicant sees the whole and each part, and why one was denied and what can be done against it.
    const applicant = await open({ language });
    await signInCitizen(applicant.page, place);
    await openPage(applicant.page, `/me/cases/${whole}`);
    const cards = applicant.page.locator('.ow-own-cases li');
    const stateOf = (matter: string) => cards.filter({ hasText: matter }).innerText();
    const states = await Promise.all(departments.map(({ matter, en }) => stateOf(t(matter, en))));
    const granted = t('准予', 'Approved');
    for (const [index, state] of [granted, t('不予许可', 'Denied'), granted].entries())
      expect(states[index]).toContain(state);
    found.push(...(await findBarriers(applicant.page, 'own bundle')));
    await cards
      .filter({ hasText: t('户外招牌', 'Outdoor signboards') })
      .getByRole('link')
      .click();
    await applicant.page.getByText('招牌遮挡消防救援窗口').first().waitFor();
    await applicant.page.getByText('行政复议').first().waitFor();
    await settle(applicant.page);
    found.push(...(await findBarriers(applicant.page, 'own part, denied')));
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);
