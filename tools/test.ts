import { getChromium } from './browser.ts';
import { type Count, countTests, describeStep, sumCounts } from './checks/report.ts';
import { runCheck } from './checks/run-check.ts';
import { runStep, type StepResult, stopStepsOnSignal } from './checks/run-step.ts';
import { reportOf, testStep } from './checks/steps.ts';

/** Everything: the check, the tests with a database, the journeys in a browser. Ends by one line of figures. */
async function runEverything(): Promise<Count> {
  const browser = findBrowser();
  console.log('Format, lint, types, architecture, unit tests');
  const counts = await runCheck();
  const summaries: string[] = [];
  for (const kind of ['server', 'e2e'] as const) {
    if (kind === 'e2e' && browser !== undefined) {
      counts.push({ passed: 0, failed: 1 });
      summaries.push(describeStep({ name: kind, passed: false, seconds: 0, output: '' }, browser));
      continue;
    }
    console.log(kind === 'server' ? 'Tests with a database' : 'Journeys in a browser');
    const result: StepResult = await runStep(testStep(kind), { show: true });
    const count = countTests(reportOf(kind), result);
    counts.push(count);
    summaries.push(describeStep(result, `${count.passed} passed, ${count.failed} failed`));
  }
  for (const summary of summaries) console.log(summary);
  return sumCounts(counts);
}

/** The sentence to show when there is no browser and none can be installed. */
function findBrowser(): string | undefined {
  try {
    getChromium();
    return undefined;
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    console.log(sentence);
    return sentence;
  }
}

stopStepsOnSignal();
const { passed, failed } = await runEverything();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
