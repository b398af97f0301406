import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface VisitorOptions {
  readonly language?: 'zh-CN' | 'en';
  readonly width?: number;
  /** Cookies of somebody who is signed in already. */
  readonly state?: Kept;
  /** Statuses that the journey provokes on purpose; any other refusal fails the test. */
  readonly refusals?: readonly number[];
  /** The journey takes the server away on purpose: requests that reach nobody are no fault. */
  readonly losesServer?: boolean;
  /** Another process of the centre than the common one, or another centre. */
  readonly url?: string;
}

/** Somebody with a browser window of their own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser's console complained of, and the address it was at. */
  readonly faults: string[];
}

const ARGUMENTS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * One browser for a file of journeys, with further arguments where one needs a camera; gives a function that opens a window with cookies of its own. A test
 * fails when a page of its windows throws or writes an error to the console.
 */
export function openBrowsers(
  more: () => readonly string[] = () => [],
): (options?: VisitorOptions) => Promise<Visitor> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject('centre').chromium,
      args: [...ARGUMENTS, ...more()],
    });
  });
  afterAll(() => browser?.close());
  return async (options = {}) => {
    if (!browser) throw new Error('The browser is not open yet');
    const visitor = await openVisitor(browser, options);
    onTestFinished(async () => {
      await visitor.context.close();
      expect(visitor.faults).toEqual([]);
    });
    return visitor;
  };
}

async function openVisitor(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const { language = 'zh-CN', width = 1440, state, refusals = [], losesServer = false } = options;
  const context = await browser.newContext({
    baseURL: options.url ?? inject('centre').url,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    ...(state ? { storageState: state } : {}),
  });
  context.setDefaultTimeout(60_000);
  const faults: string[] = [];
  const note = (page: Page, text: string) => void faults.push(`${page.url()}: ${text}`);
  const expected = [
    ...refusals.map((status) => `status of ${status}`),
    ...(losesServer ? ['net::ERR_'] : []),
  ];
  context.on('page', (page) => {
    page.on('pageerror', (error) => note(page, error.stack ?? error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !expected.some((part) => text.includes(part)))
        note(page, `${text} ${message.location().url}`);
    });
  });
  const page = await context.newPage();
  return { page, context, faults };
}
