import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { findBarriers, findOverflow, openPage, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { answerQuestions, doAct, fillForm, PICTURE, sendScan } from '#test/support/e2e-casework.ts';
import { signInCitizen } from '#test/support/e2e-citizen.ts';
import { signInStaff } from '#test/support/e2e-staff.ts';

/** Two journeys through one file of a case; a machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

const open = openBrowsers();

const speakers = [
  { language: 'zh-CN', firm: 8, head: '陶海红', staff: ['SJ3132', 'SJ3133', 'SJ3134'] },
  { language: 'en', firm: 9, head: '马丽雯', staff: ['SJ3135', 'SJ3136', 'SJ3137'] },
] as const;

test.each(speakers)(
  'a firm applies online, corrects once, is examined with experts, and a stranger’s phone verifies its licence ($language)',
  async ({ language, firm, head, staff }) => {
    const t = (zh: string, en: string) => (language === 'en' ? en : zh);
    const found: string[] = [];
    const look = async (page: Page, name: string) => {
      await settle(page);
      found.push(...(await findBarriers(page, name)));
    };
    const atDesk = async (employeeNo: string) => {
      const { state } = await signInStaff(open, employeeNo, language);
      const { page } = await open({ state, language });
      return page;
    };
    const applicant = await open({ language });
    const { page } = applicant;
    await signInCitizen(page, firm);

    // The guide leads to the application; what is known of the firm is filled in already.
    await openPage(page, `/matters?search=${encodeURIComponent('医疗机构执业登记')}`);
    await page
      .getByRole('link', { name: t('医疗机构执业登记', 'Registration'), exact: false })
      .first()
      .click();
    await page.getByRole('link', { name: t('在线办理', 'Apply online') }).click();
    await page.getByRole('heading', { name: t('申请：', 'Apply: ') }).waitFor();
    await page.locator('.ow-plain-option').first().locator('input').check();
    await answerQuestions(page.locator('main'), [t('诊所、卫生室', 'Clinic')]);
    await look(page, 'apply: questions');
    const next = page.getByRole('button', { name: t('保存并继续', 'Save and go on') });
    await next.click();
    await page.locator('.ow-fill').waitFor();
    await next.click();
    await page.getByText(t('处需要填写或修改', 'of the form to fill in or mend')).waitFor();
    await look(page, 'apply: form with faults');
    await fillForm(page.locator('.ow-fill'));
    await next.click();
    await page.locator('.ow-apply-papers').waitFor();
    for (const paper of await page.locator('.ow-apply-papers > li').all())
      if ((await paper.locator('input[type="file"]').count()) > 0) await sendScan(paper);
    // Two pages at once both stay.
    const first = page.locator('.ow-apply-papers > li').first();
    await first.locator('input[type="file"]').setInputFiles([PICTURE, PICTURE]);
    await first.locator('.ow-case-files li').nth(2).waitFor();
    await look(page, 'apply: papers');
    await next.click();
    await page.getByLabel(t('我确认以上内容真实', 'I confirm that all this is true')).check();
    await page.getByLabel(t('电子送达', 'Electronically')).check();
    await look(page, 'apply: check');
    await page.getByRole('button', { name: t('提交申请', 'Submit the application') }).click();
    await page.getByRole('heading', { name: t('申请已提交', 'Application submitted') }).waitFor();
    await look(page, 'apply: receipt');
    const [caseNo = '', queryCode = ''] = await page
      .locator('.ow-apply-numbers dd')
      .allInnerTexts();
    await page.getByRole('link', { name: t('查看办理进度', 'Follow my case') }).click();
    await page
      .getByText(t('工作人员正在核对您的申请', 'Your application is being checked'))
      .waitFor();
    const ownCase = new URL(page.url()).pathname;
    const caseId = ownCase.split('/').at(-1) ?? '';

    // The department tells once all that is to be corrected.
    const clerk = await atDesk(staff[0]);
    await openPage(clerk, `/desk/cases?list=group`);
    await clerk.getByText(caseNo.slice(-8)).first().waitFor();
    await look(clerk, 'desk: queue');
    await openPage(clerk, `/desk/cases/${caseId}`);
    await doAct(clerk, t('一次告知补正', 'Tell all that is to be corrected'), async (form) => {
      await form.getByRole('combobox').first().click();
      await clerk.locator('.ant-select-item-option').nth(3).click();
      await form.getByLabel(t('存在的问题', 'What is wrong')).fill('平面图缺少消毒供应室的位置');
      await form
        .getByLabel(t('怎样补正', 'How to put it right'))
        .fill('请补画消毒供应室并标注面积');
      found.push(...(await findBarriers(clerk, 'desk: correction')));
    });
    await clerk.locator('header, main').getByText(t('补正', 'correct')).first().waitFor();

    // In place: what was told, the paper sent anew.
    await page.reload();
    await page.getByText('平面图缺少消毒供应室的位置').first().waitFor();
    await look(page, 'own case: to be corrected');
    await sendScan(page.locator('.ow-own-papers li').first());
    await page.getByRole('button', { name: t('提交补正', 'Send the corrections') }).click();
    await page.locator('.ow-own-defects').waitFor({ state: 'detached' });

    // Accepted; a place is checked by two; experts stop the clock and start it again.
    await doAct(clerk, t('受理', 'Accept'));
    await doAct(clerk, t('启动特别程序', 'Begin a special procedure'), async (form) => {
      // The only kind that the law of this matter knows is chosen already.
      await form.getByText(t('专家评审', 'Expert review'), { exact: true }).waitFor();
      await form.getByLabel(t('所需天数', 'Days needed')).fill('10');
      await form.getByLabel(t('理由', 'Reason')).fill('诊疗科目需组织专家评审');
    });
    await clerk.getByText(t('计时暂停', 'Clock stopped')).first().waitFor();
    await page.reload();
    await page.getByText(t('这段时间不计入办理期限', 'that time does not count')).waitFor();
    await doAct(clerk, t('结束特别程序', 'End a special procedure'), (form) =>
      form.getByLabel(t('结果', 'Result')).fill('专家组同意'),
    );
    await clerk.getByText(t('计时暂停', 'Clock stopped')).first().waitFor({ state: 'detached' });
    await openPage(clerk, `/desk/cases/${caseId}?tab=progress`);
    await clerk.locator('.ow-case-days li').nth(5).waitFor();
    await look(clerk, 'desk: proof of the clock');
    const examine = async (at: Page) =>
      doAct(at, t('审查', 'Examine'), (form) =>
        form.getByLabel(t('审查意见', 'Opinion')).fill('材料齐全，现场符合要求'),
      );
    await examine(clerk);
    const second = await atDesk(staff[1]);
    await openPage(second, `/desk/cases/${caseId}?tab=handling`);
    await examine(second);
    await look(second, 'desk: handling');

    // Whoever examined does not decide: a third person does, and issues the licence.
    const blocked = clerk.locator('.ow-acts-panel details');
    await clerk.reload();
    await blocked.locator('summary').click();
    expect(await blocked.innerText()).toContain(t('准予许可', 'Approve'));
    const decider = await atDesk(staff[2]);
    await openPage(decider, `/desk/cases/${caseId}?tab=result`);
    await doAct(decider, t('准予许可', 'Approve'), (form) =>
      form.getByLabel(t('决定理由', 'Reasons of the decision')).fill('符合法定条件'),
    );
    // The business licence filled in the form, and the form the licence; what it does not say is typed.
    await doAct(decider, t('制证完成', 'Issue'), async (form) => {
      const lines = form.locator('.ow-acts-content input');
      await lines.first().waitFor();
      expect(await lines.first().inputValue()).toBe(head);
      for (const line of await lines.all())
        if ((await line.inputValue()) === '') await line.fill('上海市松江区演示路 8 号');
    });
    await look(decider, 'desk: result');

    // Collected electronically, the licence lies in the wallet.
    await page.reload();
    await page
      .getByRole('button', { name: t('领取电子结果', 'Collect the electronic result') })
      .click();
    await page.getByText(t('本件已办结', 'This case is closed')).waitFor();
    await look(page, 'own case: closed');
    await openPage(page, '/me/licences');
    const card = page
      .locator('.ow-lic-card')
      .filter({ hasText: t('医疗机构执业许可证', 'Medical') });
    await card.getByRole('link').first().click();
    const verify = page.getByRole('link', { name: t('公开核验页', 'Public page') }).last();
    const address = (await verify.getAttribute('href')) ?? '';

    // A stranger, on a phone, without a session.
    const phone = await open({ language, width: 390 });
    await openPage(phone.page, address);
    const verdict = phone.page.locator('.ow-lic-verdict');
    await verdict.waitFor();
    expect(await verdict.innerText()).toContain(t('证照有效', 'valid'));
    found.push(...(await findBarriers(phone.page, 'verification')));
    expect(await findOverflow(phone.page)).toBe(0);
    await openPage(phone.page, '/query');
    await phone.page.getByLabel(t('办件编号', 'Case number')).fill(caseNo);
    await phone.page.getByLabel(t('查询码', 'Query code')).fill(queryCode);
    await phone.page.getByRole('button', { name: t('查询', 'Find'), exact: true }).click();
    await phone.page.getByText(t('已送达', 'Delivered')).first().waitFor();
    found.push(...(await findBarriers(phone.page, 'query')));
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);
