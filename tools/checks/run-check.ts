import { availableParallelism } from 'node:os';

import { type Count, countStep, countTests, describeStep } from './report.ts';
import { runSteps, type StepResult } from './run-step.ts';
import { checkSteps, reportOf } from './steps.ts';

/** Runs the whole check, prints a line for each step, and what a failed one said. */
export async function runCheck(): Promise<Count[]> {
  const counts: Count[] = [];
  await runSteps(checkSteps(), Math.min(2, availableParallelism()), (result) => {
    const count = result.name === 'unit' ? countTests(reportOf('unit'), result) : countStep(result);
    counts.push(count);
    console.log(describeStep(result, remark(result, count)));
    if (!result.passed) console.log(indent(result.output));
  });
  return counts;
}

function remark(result: StepResult, count: Count): string {
  if (result.name === 'unit') return `${count.passed} passed, ${count.failed} failed`;
  // Checkers of our own sum up in their last line how much they have read.
  return ['architecture', 'reference'].includes(result.name)
    ? (result.output.trimEnd().split('\n').at(-1) ?? '')
    : '';
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '      ');
}
