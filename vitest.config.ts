import { defineConfig } from 'vitest/config';

import { E2eOrder } from './test/support/e2e-order.ts';

/**
 * Three kinds of test, told apart by the file's name:
 *  - `*.test.ts`      unit: no database, no browser, no network; beside the code.
 *  - `*.db.test.ts`   server: needs PostgreSQL; the global setup starts one for all files.
 *  - `*.e2e.ts`       journeys through a running centre in a real browser; in test/e2e.
 */
const globalSetup = ['test/support/global-setup.ts'];

const folders = '{bench,centres,kernel,modules,server,simulate,standins,test,tools,web}';

export default defineConfig({
  test: {
    // Starting a clean module graph for each of hundreds of small files costs more than the tests;
    // a test that leaves something behind is a bug that this setting shows.
    isolate: false,
    sequence: { sequencer: E2eOrder },
    pool: 'threads',
    // Wrong results must not depend on the machine's place or language.
    env: { TZ: 'Asia/Shanghai', LANG: 'C.UTF-8', NODE_ENV: 'test' },
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
          // Generous: a test that is slow on a busy machine is not wrong.
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: [`${folders}/**/*.db.test.ts`],
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/support/e2e-setup.ts'],
          // A journey owns the machine: a browser, a server and a database share two cores.
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
