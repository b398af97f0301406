import { rmSync } from 'node:fs';

import type { Step } from './run-step.ts';

const vitest = 'node_modules/vitest/vitest.mjs';

export const reportFolder = '.cache/test';

/** Which vitest project; see vitest.config.ts. */
export type TestKind = 'unit' | 'server' | 'e2e';

export function reportOf(kind: TestKind): string {
  return `${reportFolder}/${kind}.json`;
}

/** Tests of one kind; the figures are read from the report afterwards, so an old one is removed first. */
export function testStep(kind: TestKind): Step {
  rmSync(reportOf(kind), { force: true });
  // Unit tests are shown only when one fails; the slower kinds tell file by file how far they are.
  const reporter = kind === 'unit' ? 'dot' : 'default';
  const report = ['--reporter=json', `--outputFile.json=${reportOf(kind)}`];
  const shown = [`--reporter=${reporter}`, '--silent=passed-only'];
  return { name: kind, program: vitest, args: ['run', `--project=${kind}`, ...shown, ...report] };
}

/**
 * What was found right is remembered, so that a second check looks only at what changed. One checker:
 * several would each work out the types that all share, half as much again for two cores.
 */
const types = [
  '-p',
  '.',
  '--checkers',
  '1',
  '--incremental',
  '--tsBuildInfoFile',
  '.cache/types.tsbuildinfo',
];

/** What `npm run check` runs, the slowest first so that two cores end together. */
export function checkSteps(): Step[] {
  return [
    testStep('unit'),
    { name: 'types', program: 'node_modules/typescript/bin/tsc', args: types },
    { name: 'lint', program: 'node_modules/oxlint/bin/oxlint', args: ['--format=unix', '.'] },
    { name: 'architecture', program: 'tools/architecture/main.ts', args: [] },
    { name: 'reference', program: 'tools/reference.ts', args: ['--check'] },
    { name: 'format', program: 'node_modules/oxfmt/bin/oxfmt', args: ['--check', '.'] },
  ];
}
