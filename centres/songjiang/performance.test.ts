import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { readCentreFile } from './checks/support.ts';

const rows: Array<Record<string, string>> = parse(readCentreFile('performance/indicators.csv'), {
  columns: true,
  bom: true,
});
const byProject = Map.groupBy(rows, (row) => row['projectCode'] ?? '');

describe('the proposed targets of the centre', () => {
  test('are there for each of the seventeen projects', () => {
    expect(byProject.size).toBe(17);
  });

  test.each([...byProject])(
    '%s: weights add up to ninety, with output and no name twice',
    (_, own) => {
      expect(own.reduce((sum, row) => sum + Number(row['weight']), 0)).toBe(90);
      expect(own.some((row) => row['level1'] === '产出指标')).toBe(true);
      expect(new Set(own.map((row) => row['level3'])).size).toBe(own.length);
      expect(new Set(own.map((row) => row['annualGoal'])).size).toBe(1);
    },
  );
});
