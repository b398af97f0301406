import { expect, it } from 'vitest';

import { shareWithheld, toProcessorTime } from './machine.ts';
import { type BenchReport, mergeReports, toPage } from './report.ts';

const machine = {
  processors: '2 × sample',
  memoryGib: 8,
  node: 'v24',
  postgres: '18',
  syncMs: 0.2,
};
const measured = (name: string, value: number, load = 0.1) => ({
  name,
  title: `Workload ${name}`,
  measuredAt: '2026-11-22T20:00:00.000Z',
  scale: 1,
  seed: 7,
  load,
  round: 1,
  figures: [{ what: 'times', value, unit: 'ms' }],
});
const report = (...workloads: BenchReport['workloads']): BenchReport => ({ machine, workloads });
const ORDER = ['live', 'jobs', 'growth'];

it('puts what was measured again in its place, and leaves what was not as it stood', () => {
  const earlier = report(measured('live', 1), measured('growth', 2));
  const merged = mergeReports(
    earlier,
    report(measured('growth', 3, 6.5), measured('jobs', 4)),
    ORDER,
  );
  expect(
    merged.workloads.map(({ name, figures, load }) => [name, figures[0]?.value, load]),
  ).toEqual([
    ['live', 1, 0.1],
    ['jobs', 4, 0.1],
    ['growth', 3, 6.5],
  ]);
});

it('drops a workload that there is no more, and begins with what was measured first', () => {
  expect(mergeReports(report(measured('gone', 1)), report(measured('live', 2)), ORDER)).toEqual(
    report(measured('live', 2)),
  );
  expect(mergeReports(undefined, report(measured('live', 2)), ORDER).workloads).toHaveLength(1);
});

it('says beside each workload how busy the machine was', () => {
  const page = toPage(report(measured('live', 1), measured('growth', 3, 6.5)));
  expect(page).toContain('at a load of 0.1, seed 7');
  expect(page).toContain('at a load of 6.5, seed 7');
});

it('says what the host withheld, where the system tells', () => {
  const [from, until] = [
    'cpu  100 0 50 800 10 0 5 35 0 0',
    'cpu  150 0 60 820 10 0 5 55 0 0\ncpu0 1',
  ].map(toProcessorTime);
  expect(from).toEqual({ total: 1_000, withheld: 35 });
  expect(shareWithheld(from, until)).toBe(0.2);
  expect(shareWithheld(undefined, until)).toBeUndefined();
  const page = toPage(report({ ...measured('live', 1), withheld: 0.2 }, measured('jobs', 1)));
  expect(page).toContain('at a load of 0.1, 20 % withheld, seed 7');
  expect(page).toContain('at a load of 0.1, seed 7');
});
