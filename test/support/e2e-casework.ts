import type { Locator, Page, Response } from 'playwright-core';

/** A picture of one point, as whoever has no scanner would send. */
export const PICTURE = {
  name: 'scan.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

const PERSON = { name: '陈永栋', identifier: '310199196407161613', phone: '13800138000' };
const FIRM = { name: '上海演示餐饮有限公司（演示）', creditCode: '91310117MA1T1006XR' };
const LATER = '2027-03-01';

/** Sends a scan for a paper or a field, and waits until the server has it. */
export async function sendScan(place: Locator): Promise<void> {
  await waitForStored(place.page(), () =>
    place.locator('input[type="file"]').first().setInputFiles(PICTURE),
  );
}

/** Does what sends a file, and waits until the server has it. */
export async function waitForStored(page: Page, act: () => Promise<void>): Promise<void> {
  const isStored = (answer: Response) =>
    answer.request().method() === 'POST' && answer.url().includes('/api/v1/files');
  await Promise.all([page.waitForResponse(isStored), act()]);
}

/** Signs on a pad with the mouse. */
export async function sign(place: Locator): Promise<void> {
  const page = place.page();
  const canvas = place.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('There is no pad to sign on');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.7));
  await page.mouse.down();
  for (const [x, y] of [
    [0.35, 0.25],
    [0.5, 0.7],
    [0.65, 0.3],
    [0.8, 0.6],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 4 });
  await page.mouse.up();
  await waitForStored(page, () => place.locator('.ow-fill-pad [data-look="strong"]').click());
  await place.locator('img').first().waitFor();
}

/** Fills in what an application form demands and does not know yet, field by field as a person would. */
export async function fillForm(form: Locator): Promise<void> {
  for (const field of await form.locator('.ow-fill-one > .ow-fill-field').all()) {
    const isOptional = (await field.locator(':scope > :is(label, legend) > small').count()) > 0;
    if (!isOptional) await fillField(field);
  }
}

async function fillField(field: Locator): Promise<void> {
  const kind = await field.getAttribute('data-kind');
  const fill = fillers[kind ?? ''];
  if (fill === undefined) throw new Error(`Nobody here fills in a field of the kind ${kind}`);
  await fill(field);
}

/** Into a line that is still empty. */
async function type(line: Locator, text: string): Promise<void> {
  if ((await line.inputValue()) === '') await line.fill(text);
}

/** Into lines that are still empty, one after the other. */
async function typeEach(field: Locator, texts: readonly string[]): Promise<void> {
  const lines = await field.locator('input').all();
  for (const [index, line] of lines.entries()) await type(line, texts[index] ?? '');
}

const checkFirst = (field: Locator) => field.locator('input').first().check();

const fillers: Readonly<Record<string, (field: Locator) => Promise<void>>> = {
  text: (field) => type(field.locator('input, textarea').first(), '演示内容'),
  phone: (field) => type(field.locator('input'), PERSON.phone),
  email: (field) => type(field.locator('input'), 'name@example.com'),
  number: (field) => type(field.locator('input'), '20'),
  money: (field) => type(field.locator('input'), '100000'),
  date: async (field) => {
    // Where only the past will do, until today.
    const most = await field.locator('input').getAttribute('max');
    await type(field.locator('input'), most !== null && most < LATER ? most : LATER);
  },
  person: (field) => typeEach(field, Object.values(PERSON)),
  firm: (field) => typeEach(field, Object.values(FIRM)),
  'yes-no': checkFirst,
  statement: checkFirst,
  file: sendScan,
  signature: sendScan,
  choice: async (field) => {
    const list = field.locator('select');
    if ((await list.count()) > 0) await list.selectOption({ index: 1 });
    else await checkFirst(field);
  },
  address: async (field) => {
    const town = field.locator('select');
    if ((await town.inputValue()) === '') await town.selectOption({ index: 1 });
    await type(field.locator('input').last(), '演示路 8 号');
  },
  // A unit was picked before: there are too many to take any.
  premises: (field) => field.locator('.ow-picked').first().waitFor(),
  table: async (field) => {
    await field.locator('.ow-fill-row-acts > button').last().click();
    for (const cell of await field.locator('.ow-fill-cells > .ow-fill-field').all())
      await fillField(cell);
  },
};

/** Answers each question that is asked with the option that is named for it, else with its last. */
export async function answerQuestions(
  place: Locator,
  wanted: ReadonlyArray<string | RegExp> = [],
): Promise<void> {
  const questions = place.locator('.ow-ask fieldset');
  await questions.first().waitFor();
  for (let index = 0; index < (await questions.count()); index += 1) {
    const question = questions.nth(index);
    let chosen = question.locator('label').last();
    for (const text of wanted) {
      const named = question.locator('label').filter({ hasText: text });
      if ((await named.count()) > 0) chosen = named.first();
    }
    await chosen.locator('input').check();
    // The next question comes with the answer.
    await question.locator('label[data-chosen="yes"]').first().waitFor();
  }
}

/** One act of a case at the desk: its button, its form, and until the form has gone. */
export async function doAct(
  page: Page,
  title: string,
  fill: (form: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.locator('.ow-acts-panel').getByRole('button', { name: title, exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.waitFor();
  await fill(drawer);
  await drawer.getByRole('button', { name: title, exact: true }).click();
  await drawer.waitFor({ state: 'detached' });
}
