import { existsSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import type { StepResult } from './run-step.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const TestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/**
 * Counts the report that a vitest run left. A file that could not be loaded has no failed test and
 * counts as one; a run that left no report, or failed outside its tests, counts as one too.
 */
export function countTests(path: string, run: Pick<StepResult, 'passed'>): Count {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = TestReport.parse(JSON.parse(readFileSync(path, 'utf8')));
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloadable;
  const outside = failed === 0 && !run.passed ? 1 : 0;
  return { passed: report.numPassedTests, failed: failed + outside };
}

/** A step that is no test run counts as one. */
export function countStep(result: StepResult): Count {
  return result.passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function sumCounts(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** `ok    lint            0.8 s  more` */
export function describeStep(result: StepResult, more = ''): string {
  const word = result.passed ? 'ok  ' : 'FAIL';
  const time = `${result.seconds.toFixed(1)} s`.padStart(7);
  return `${word}  ${result.name.padEnd(14)}${time}  ${more}`.trimEnd();
}
