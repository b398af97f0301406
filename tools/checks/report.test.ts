import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { countStep, countTests, describeStep, sumCounts } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(folder, { recursive: true }));

function writeReport(passed: number, failed: number, files: unknown[] = []): string {
  const path = join(folder, `${passed}-${failed}-${files.length}.json`);
  const report = { numPassedTests: passed, numFailedTests: failed, testResults: files };
  writeFileSync(path, JSON.stringify(report));
  return path;
}

describe('the figures of a test run', () => {
  it('are those of its report', () => {
    expect(countTests(writeReport(7, 2), { passed: false })).toEqual({ passed: 7, failed: 2 });
  });

  it('count a file that could not be loaded as one failure', () => {
    const unloadable = { status: 'failed', assertionResults: [] };
    const counted = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    const path = writeReport(3, 1, [unloadable, counted]);
    expect(countTests(path, { passed: false })).toEqual({ passed: 3, failed: 2 });
  });

  it('show a run that failed outside its tests', () => {
    expect(countTests(writeReport(5, 0), { passed: false })).toEqual({ passed: 5, failed: 1 });
  });

  it('show a run that left no report', () => {
    const path = join(folder, 'nothing.json');
    expect(countTests(path, { passed: true })).toEqual({ passed: 0, failed: 1 });
  });
});

it('counts a step that is no test run as one and adds everything up', () => {
  const lint = countStep({ name: 'lint', passed: false, seconds: 1, output: '' });
  expect(sumCounts([lint, { passed: 4, failed: 1 }])).toEqual({ passed: 4, failed: 2 });
});

it('describes a step in one line', () => {
  const result = { name: 'lint', passed: true, seconds: 0.84, output: '' };
  expect(describeStep(result, 'of 200 files')).toBe('ok    lint            0.8 s  of 200 files');
});
