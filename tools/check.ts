import { sumCounts } from './checks/report.ts';
import { runCheck } from './checks/run-check.ts';
import { stopStepsOnSignal } from './checks/run-step.ts';

stopStepsOnSignal();
const started = performance.now();
const { failed } = sumCounts(await runCheck());
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(failed === 0 ? `everything holds, ${seconds} s` : `${failed} failed, ${seconds} s`);
process.exitCode = failed === 0 ? 0 : 1;
