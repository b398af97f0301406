import { expect, test } from 'vitest';

import { routes } from '#modules/casework/cases/contract.ts';
import { findBarriers, openPage, settle } from '#test/support/e2e-axe.ts';
import { openBrowsers } from '#test/support/e2e-browser.ts';
import { doAct, sign } from '#test/support/e2e-casework.ts';
import { typeForm } from '#test/support/e2e-keyboard.ts';
import { openColleague } from '#test/support/e2e-requests.ts';

/** A whole visit; a machine that does other work besides takes this long. */
const PATIENCE_MS = 300_000;

const open = openBrowsers();

const speakers = [
  {
    language: 'zh-CN',
    firm: '91310117MA1T100512',
    name: '上海茸晟生物医药科技有限公司',
    answers: ['企业', '拟购置', '否', '否'],
    papers: ['申请材料接收凭证', '受理通知书', '容缺受理告知承诺书'],
  },
  {
    language: 'en',
    firm: '91310117MA1T10035C',
    name: '上海云晟人力资源服务有限公司',
    answers: ['A firm', 'Planned', 'No', 'No'],
    papers: [
      'Receipt for application papers',
      'Notice of acceptance',
      'Promise to hand in missing papers',
    ],
  },
] as const;

test.each(speakers)(
  'a walk-in is taken in by keyboard alone with a minor paper to follow, decided, and signs for the result ($language)',
  async ({ language, firm, name, answers, papers: expected }) => {
    const t = (zh: string, en: string) => (language === 'en' ? en : zh);
    const found: string[] = [];
    const { page, context } = await openColleague(open, 'SJ2033', { language });
    await openPage(page, '/desk/cases/intake');
    const { keyboard } = page;
    const pick = async (text: string) => {
      await keyboard.type(text);
      await page.getByRole('option').first().waitFor();
      await keyboard.press('Enter');
    };

    // F2 applicant, F3 matter; the arrows answer the questions.
    await keyboard.press('F2');
    await pick(firm);
    await page.getByText(name).first().waitFor();
    await keyboard.press('F3');
    await pick('跑运输');
    await page.getByText('上海市松江区交通委员会').waitFor();
    const items = page.getByRole('group', { name: t('办理项', 'Item') });
    await items.waitFor();
    await keyboard.press('Space');
    const questions = page.locator('.ow-ask-question');
    for (const [index, answer] of answers.entries()) {
      const question = questions.nth(index);
      await question.waitFor();
      // By Tab to the question, by arrows or Space to the answer.
      for (let stops = 0; stops < 6; stops += 1) {
        if (await question.evaluate((place) => place.contains(document.activeElement))) break;
        await keyboard.press('Tab');
      }
      await keyboard.press('Space');
      const chosen = () => question.locator('label[data-chosen="yes"]').innerText();
      while ((await chosen()) !== answer) await keyboard.press('ArrowDown');
    }

    // F4 papers: all are taken in, one may follow later.
    await keyboard.press('Alt+a');
    await keyboard.press('F4');
    const later = page
      .locator('.ow-intake-papers > li')
      .filter({ hasText: t('安全生产管理制度文本', 'Safety rules') });
    for (let stops = 0; stops < 60; stops += 1) {
      if (await later.evaluate((place) => place.contains(document.activeElement))) break;
      await keyboard.press('Tab');
    }
    await keyboard.press('ArrowRight');
    await page.locator('li[data-choice="defer"]').waitFor();
    await keyboard.press('F6');
    await typeForm(page);
    const promise = page.getByLabel(
      t(
        '申请人已书面承诺按期补交容缺材料',
        'The applicant promised in writing to hand the rest in on time',
      ),
    );
    for (let stops = 0; stops < 20; stops += 1) {
      if (await promise.evaluate((box) => box === document.activeElement)) break;
      await keyboard.press('Tab');
    }
    await keyboard.press('Space');
    const summary = page.getByRole('complementary', { name: t('本次收件', 'This visit') });
    await page.getByText(t('暂不能受理', 'Cannot be accepted yet')).waitFor({ state: 'detached' });
    expect(await summary.innerText()).toContain(
      t('容缺：安全生产管理制度文本', 'To follow: Safety rules'),
    );
    found.push(...(await findBarriers(page, 'intake, filled in')));
    await keyboard.press('F9');
    await page.getByText(t('已收件并受理', 'Received and accepted')).waitFor();
    await settle(page);
    found.push(...(await findBarriers(page, 'receipt')));

    // Receipt and 容缺 papers print as PDF.
    const papers = page.locator('.ow-case-documents a');
    await papers.first().waitFor();
    const listed = await page.locator('.ow-case-documents').innerText();
    for (const paper of expected) expect(listed).toContain(paper);
    for (const link of await papers.all()) {
      const answer = await context.request.get((await link.getAttribute('href')) ?? '');
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    }

    // The paper comes in; two examine and a third decides.
    await page.getByRole('button', { name: t('打开办件', 'Open the case') }).click();
    await page
      .getByRole('heading', {
        name: t('道路普通货物运输经营许可', 'Licence for general road freight'),
      })
      .waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await settle(page);
    const supplement = t('补交容缺材料', 'Hand in what was missing');
    await doAct(page, supplement, async (form) => {
      await form.getByText(t('已收', 'Taken in'), { exact: true }).first().click();
    });
    await page.getByRole('button', { name: supplement }).waitFor({ state: 'detached' });
    const versionOf = async () => (await clerk.ask(routes.getCase, { id })).version;
    const [clerk, one, other, decider] = await Promise.all([
      openColleague(open, 'SJ2033', { language }),
      openColleague(open, 'SJ3162'),
      openColleague(open, 'SJ3163'),
      openColleague(open, 'SJ3164'),
    ]);
    for (const examiner of [one, other])
      await examiner.ask(routes.examineCase, {
        id,
        body: { version: await versionOf(), passes: true, opinion: '符合条件' },
      });
    await decider.ask(routes.approveCase, {
      id,
      body: { version: await versionOf(), reason: '符合法定条件' },
    });
    const content = { address: '上海市松江区演示路 8 号', scope: '普通货运' };
    await decider.ask(routes.issueResult, { id, body: { version: await versionOf(), content } });

    // Handed over at the window against a signature.
    await page.getByText(t('待领', 'Ready to collect')).first().waitFor();
    await doAct(page, t('送达', 'Deliver'), async (form) => {
      await form.getByRole('textbox', { name: t('签收人', 'Received by') }).fill('陈永栋');
      await sign(form);
      found.push(...(await findBarriers(page, 'delivery')));
    });
    await openPage(page, `/desk/cases/${id}?tab=result`);
    await page.getByText(t('送达回证', 'Record of delivery')).waitFor();
    expect(await page.locator('main').innerText()).toContain('陈永栋');
    found.push(...(await findBarriers(page, 'case, delivered')));
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);
