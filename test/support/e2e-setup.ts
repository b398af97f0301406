import type { TestProject } from 'vitest/node';

import { getChromium } from '#tools/browser.ts';

import { type DemonstrationAccount, startCentre } from './e2e-centre.ts';
import { stopInEveryCase } from './stop-in-every-case.ts';

/** The demonstration centre, once for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = getChromium();
  const { url, accounts, dataDir, stop } = await startCentre();
  project.provide('centre', { url, accounts, chromium, dataDir });
  return stopInEveryCase({ stop });
}

declare module 'vitest' {
  interface ProvidedContext {
    centre: {
      readonly url: string;
      readonly accounts: readonly DemonstrationAccount[];
      readonly chromium: string;
      /** For a further process of the same centre. */
      readonly dataDir: string;
    };
  }
}
