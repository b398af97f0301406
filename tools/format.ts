import { runStep } from './checks/run-step.ts';

const program = 'node_modules/oxfmt/bin/oxfmt';
const { passed } = await runStep({ name: 'format', program, args: ['.'] }, { show: true });
process.exitCode = passed ? 0 : 1;
