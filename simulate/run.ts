import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startOfLocalDay } from '#kernel/clock/local-day.ts';

import { readOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { toActs } from './report/acts.ts';
import { toPage } from './report/page.ts';
import { summarise } from './report/summary.ts';
import { type Outcome, simulate } from './simulate.ts';

const options = readOptions(process.argv.slice(2));
const home = mkdtempSync(join(tmpdir(), 'onewindow-simulate-'));
const progress = createProgress(startOfLocalDay(options.day).getTime());
process.once('exit', () => {
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});
await simulate(options, home, progress, report);

/** Writes the report of a day, and says how it went. */
function report(outcome: Outcome): void {
  progress.done();
  mkdirSync(options.out, { recursive: true });
  const summary = summarise(options, outcome);
  const { lines: acts } = toActs(outcome.centres, outcome.midnight);
  writeFileSync(join(options.out, 'acts.txt'), `${acts.join('\n')}\n`);
  writeFileSync(join(options.out, 'report.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
  writeFileSync(join(options.out, 'report.html'), toPage(summary));
  for (const line of summary.lines) console.log(line);
  console.log(`  ${join(options.out, 'report.html')}`);
  if (!summary.isRight) process.exitCode = 1;
}
