import type { FileChooser, Page } from 'playwright-core';

import { PICTURE, waitForStored } from './e2e-casework.ts';

interface Focus {
  /** What has the keyboard, as far as somebody filling in a form is concerned. */
  readonly kind: 'line' | 'day' | 'list' | 'choice' | 'scan' | 'add-row' | 'other' | 'outside';
  readonly isDone: boolean;
  readonly label: string;
}

/** Runs in the page: what has the keyboard, and whether something is said there already. */
function lookAtFocus(): Focus {
  const at = document.activeElement;
  const field = at?.closest('.ow-fill-field');
  if (!(at instanceof HTMLElement) || at.closest('.ow-fill') === null)
    return { kind: 'outside', isDone: true, label: '' };
  const isOptional = field?.querySelector(':scope > :is(label, legend) > small') !== null;
  const say = (kind: Focus['kind'], isDone: boolean, label = ''): Focus => ({
    kind,
    isDone: isOptional || isDone,
    label,
  });
  const lookAtInput = (input: HTMLInputElement | HTMLTextAreaElement): Focus => {
    const label = input.labels?.[0]?.textContent ?? '';
    const isChosen = field?.querySelector('input:checked') !== null;
    switch (input.type) {
      case 'file':
        return say('scan', false);
      case 'radio':
      case 'checkbox':
        return say('choice', isChosen);
      case 'date':
        return say('day', input.value !== '');
      default:
        return say('line', input.value !== '', label);
    }
  };
  if (at instanceof HTMLSelectElement) return say('list', at.value !== '');
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) return lookAtInput(at);
  const table = at.closest('.ow-fill-table');
  const isAdd = table !== null && at.parentElement?.className === 'ow-fill-row-acts';
  return say(isAdd ? 'add-row' : 'other', table?.querySelector('.ow-fill-table-row') !== null);
}

const WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/身份号码|ID number/iu, '310199196407161613'],
  [/电话|手机|phone|mobile/iu, '13800138000'],
  [/信用代码|credit code/iu, '91310117MA1T1006XR'],
  [/车牌|plate/iu, '沪A12345'],
  [/数|质量|面积|number of|mass/iu, '4500'],
  [/姓名|name/iu, '陈永栋'],
];

/** Fills in a form from where the keyboard is to its end by Tab, arrows, Space and typing alone. */
export async function typeForm(page: Page): Promise<void> {
  for (let stops = 0; stops < 400; stops += 1) {
    const { kind, isDone, label } = await page.evaluate(lookAtFocus);
    if (kind === 'outside' && stops > 0) return;
    if (!isDone) await fillers[kind](page, label);
    if (kind !== 'add-row' || isDone) await page.keyboard.press('Tab');
  }
  throw new Error('The form has no end');
}

/** Two years ahead, whatever the order of year, month and day in this browser. */
async function typeDay({ keyboard }: Page): Promise<void> {
  for (let part = 0; part < 3; part += 1) {
    for (let step = 0; step < 3; step += 1) await keyboard.press('ArrowUp');
    await keyboard.press('ArrowRight');
  }
}

const fillers: Readonly<Record<Focus['kind'], (page: Page, label: string) => Promise<void>>> = {
  line: (page, label) =>
    page.keyboard.type(WORDS.find(([about]) => about.test(label))?.[1] ?? '演示内容'),
  day: typeDay,
  list: (page) => page.keyboard.press('ArrowDown'),
  choice: (page) => page.keyboard.press('Space'),
  scan: chooseScan,
  'add-row': async (page) => {
    await page.keyboard.press('Enter');
    const isInRow = () => document.activeElement?.closest('.ow-fill-table-row') !== null;
    await page.waitForFunction(isInRow);
  },
  other: () => Promise.resolve(),
  outside: () => Promise.resolve(),
};

async function chooseScan(page: Page): Promise<void> {
  const chooser = await openChooser(page);
  await waitForStored(page, () => chooser.setFiles(PICTURE));
}

/** Space on a field for files. A busy browser may swallow it: whoever sees nothing open presses once more. */
async function openChooser(page: Page, attempts = 5): Promise<FileChooser> {
  const opened = page.waitForEvent('filechooser', { timeout: 10_000 }).catch(() => undefined);
  await page.keyboard.press('Space');
  const chooser = await opened;
  if (chooser !== undefined) return chooser;
  if (attempts === 1) throw new Error('The field for files opens nothing');
  return openChooser(page, attempts - 1);
}
