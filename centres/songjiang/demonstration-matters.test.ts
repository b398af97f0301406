import { describe, expect, it } from 'vitest';

import { checkContent, MatterContent } from '#modules/casework/matters/contract.ts';

import { column, dangling, readRows, repeated } from './checks/support.ts';
import { makeDemonstrationMatters, MOST_DEMONSTRATION_MATTERS } from './generate/matters.ts';
import { matters } from './matters/index.ts';

const made = makeDemonstrationMatters(1_900);

describe('the matters that are made up for scale', () => {
  it('say of themselves that they are made up', () => {
    for (const { name, isDemonstration } of made) {
      expect(name.zh).toMatch(/^演示/);
      expect(isDemonstration).toBe(true);
    }
  });

  it('keep every rule that real ones keep', () => {
    // Each kind stands in the first stretch, and the parts are the same further on.
    for (const content of made.slice(0, 300)) {
      expect(MatterContent.safeParse(content).error).toBeUndefined();
      expect(checkContent(content)).toEqual([]);
    }
  });

  it('have names and codes of their own, also beside the real ones', () => {
    const all = [...matters, ...made];
    const codes = new Set(all.map(({ taskCode }) => taskCode));
    const catalogue = new Set(all.map(({ catalogCode }) => catalogCode));
    const names = new Set(all.map(({ name }) => name.zh));
    expect([codes.size, catalogue.size, names.size]).toEqual([all.length, all.length, all.length]);
    expect(repeated(makeDemonstrationMatters(100).map(({ name }) => name.en ?? ''))).toEqual([]);
  });

  it('go round all departments', () => {
    const codes = column(readRows('organisation/departments.csv'), 'code');
    const used = made.map(({ authority }) => authority.departmentCode);
    expect(dangling(codes, used)).toEqual([]);
    expect(new Set(made.map(({ taskType }) => taskType)).size).toBe(6);
  });

  it('only grow when more are asked for, up to what there is', () => {
    expect(makeDemonstrationMatters(50)).toEqual(made.slice(0, 50));
    expect(() => makeDemonstrationMatters(MOST_DEMONSTRATION_MATTERS + 1)).toThrow('2112');
  });
});
