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
  { matter: '食品经营许可', staff: ['SJ3003', 'SJ3004', 'SJ3005'] },
  { matter: '户外招牌设施设置', staff: ['SJ3186', 'SJ3187', 'SJ3188'] },
  { matter: '公众聚集场所', staff: ['SJ3337', 'SJ3338', 'SJ3339'] },
] as const;

test(
  'a restaurant is opened as one thing with three departments, and the sign that is denied stops nothing else',
  async () => {
    const found: string[] = [];
    const { page } = await openColleague(open, 'SJ2033');
    await openPage(page, '/desk/cases/intake');
    await page.getByRole('combobox', { name: '申请人' }).fill('上海辰芯餐饮');
    await page.getByRole('option').first().click();
    await page.getByRole('combobox', { name: '事项与情形' }).fill('开办餐饮店');
    await page.getByRole('option').filter({ hasText: '一件事' }).first().click();
    await answerQuestions(page.locator('main'), ['饭店、餐馆', '热食类', /^是$/u, '一般程序']);
    expect(await page.locator('.ow-intake-parts').innerText()).toContain('一并办理 3 个事项');
    await page.getByRole('button', { name: '其余全部收取' }).click();
    await fillForm(page.locator('.ow-fill'));
    await settle(page);
    await page.getByText('尚待补齐').waitFor({ state: 'detached' });
    found.push(...(await findBarriers(page, 'intake of a bundle')));
    await page.getByRole('button', { name: /^收件/u }).click();
    await page.getByText('已收件，分为 3 件办理').waitFor();
    await settle(page);
    found.push(...(await findBarriers(page, 'receipt of a bundle')));
    const parts = page.locator('.ow-intake-parts li');
    const ids: string[] = [];
    for (const { matter } of departments) {
      const link = parts.filter({ hasText: matter }).getByRole('link');
      ids.push((await link.getAttribute('href'))?.split('/').at(-1) ?? '');
    }
    await page.getByRole('button', { name: '打开办件' }).click();
    await page.getByRole('heading', { name: '开办餐饮店「一件事」' }).waitFor();
    const whole = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await settle(page);
    expect(await page.locator('.ow-case-documents li').count()).toBe(3);
    found.push(...(await findBarriers(page, 'the whole of a bundle')));

    // Each department accepts, examines by two and decides its own.
    for (const [index, { staff }] of departments.entries()) {
      const id = ids[index] ?? '';
      const [one, other, decider] = await Promise.all(
        staff.map((employeeNo) => openColleague(open, employeeNo)),
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
      await doAct(decider.page, '不予许可', (form) =>
        form.getByLabel('决定理由').fill('招牌遮挡消防救援窗口'),
      );
      await decider.page.getByText('不予许可').first().waitFor();
      found.push(...(await findBarriers(decider.page, 'a part, denied')));
    }

    // The applicant sees the whole and each part, and why one was denied and what can be done against it.
    const applicant = await open();
    await signInCitizen(applicant.page, 13);
    await openPage(applicant.page, `/me/cases/${whole}`);
    const cards = applicant.page.locator('.ow-own-cases li');
    const stateOf = (matter: string) => cards.filter({ hasText: matter }).innerText();
    expect(await stateOf('食品经营许可')).toContain('准予');
    expect(await stateOf('公众聚集场所')).toContain('准予');
    expect(await stateOf('户外招牌')).toContain('不予许可');
    found.push(...(await findBarriers(applicant.page, 'own bundle')));
    await cards.filter({ hasText: '户外招牌' }).getByRole('link').click();
    await applicant.page.getByText('招牌遮挡消防救援窗口').first().waitFor();
    await applicant.page.getByText('行政复议').first().waitFor();
    await settle(applicant.page);
    found.push(...(await findBarriers(applicant.page, 'own part, denied')));
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);
