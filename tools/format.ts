import { runStep } from './checks/run-step.ts';

/** Writes what lint can correct by itself, then the formatting. What lint cannot correct, the check says. */
await runStep({ name: 'lint', program: 'node_modules/oxlint/bin/oxlint', args: ['--fix', '.'] });
const program = 'node_modules/oxfmt/bin/oxfmt';
const { passed } = await runStep({ name: 'format', program, args: ['.'] }, { show: true });
process.exitCode = passed ? 0 : 1;
