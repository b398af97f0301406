import type { Words } from '#kernel/problems/contract.ts';

import { readDecimal, toHundredths, toHundredthsText } from './decimal.ts';
import { type Indicator, MANUAL } from './indicator.ts';
import { type Level1, levelsUnder } from './levels.ts';
import { INDICATOR_WEIGHTS, sumPoints } from './scoring.ts';

/** What keeps a set of indicators from being declared, and which one it is about; -1 is about all of them. */
export interface IndicatorFault {
  readonly index: number;
  readonly reason: Words;
}

const fault = (index: number, zh: string, en: string): IndicatorFault => ({
  index,
  reason: { 'zh-CN': zh, en },
});

/**
 * Everything that keeps a target from being declared. `knownMeasures` are the names that modules declare; leave it out
 * where only the form of the set is looked at.
 */
export function checkIndicators(
  indicators: readonly Indicator[],
  knownMeasures?: ReadonlySet<string>,
): IndicatorFault[] {
  const faults = indicators.flatMap((indicator, index) =>
    checkOne(indicator, index, indicators, knownMeasures),
  );
  const total = sumPoints(indicators.map(({ weight }) => weight));
  if (toHundredths(total) !== toHundredths(INDICATOR_WEIGHTS))
    faults.push(
      fault(
        -1,
        `指标权重合计${total}，应为${INDICATOR_WEIGHTS}.00（预算执行率另占10分）。`,
        `Weights add up to ${total}; they have to be ${INDICATOR_WEIGHTS}.00 (execution of the budget takes the other ten).`,
      ),
    );
  if (!indicators.some(({ level1 }) => level1 === 'output'))
    faults.push(fault(-1, '缺少产出指标。', 'There is no indicator of output.'));
  return faults;
}

function checkOne(
  indicator: Indicator,
  index: number,
  all: readonly Indicator[],
  known: ReadonlySet<string> | undefined,
): IndicatorFault[] {
  const { level1, level2, level3, sign, target, weight, measure } = indicator;
  const faults: IndicatorFault[] = [];
  if (!levelsUnder[level1].includes(level2))
    faults.push(
      fault(
        index,
        `“${level3}”的二级指标不属于其一级指标。`,
        `The second level of “${level3}” does not stand under its first.`,
      ),
    );
  if (sign !== 'qualitative' && readDecimal(target) === undefined)
    faults.push(
      fault(
        index,
        `“${level3}”的目标值“${target}”不是数字（至多四位小数）。`,
        `The target “${target}” of “${level3}” is no number of at most four decimals.`,
      ),
    );
  if (toHundredths(weight) === 0n)
    faults.push(fault(index, `“${level3}”没有权重。`, `“${level3}” has no weight.`));
  if (all.findIndex((other) => other.level3 === level3) < index)
    faults.push(fault(index, `“${level3}”重复。`, `“${level3}” is there twice.`));
  if (sign === 'qualitative' && measure !== MANUAL)
    faults.push(
      fault(
        index,
        `“${level3}”为定性指标，只能人工评定。`,
        `“${level3}” is judged in words, so people judge it.`,
      ),
    );
  if (known !== undefined && measure !== MANUAL && !known.has(measure))
    faults.push(
      fault(
        index,
        `“${level3}”引用的数据口径 ${measure} 没有模块提供，请改为人工填报或换一个口径。`,
        `No module offers the measure ${measure} of “${level3}”; record it by hand or choose another.`,
      ),
    );
  return faults;
}

/** Points of each first level, as usual: with cost 20/40/20/10, without it 50/30/10. */
const USUAL: ReadonlyArray<Readonly<Partial<Record<Level1, string>>>> = [
  { output: '50', benefit: '30', satisfaction: '10' },
  { cost: '20', output: '40', benefit: '20', satisfaction: '10' },
];

/** Points by first level, and whether they are one of the two usual sharings. */
export function shareWeights(indicators: readonly Indicator[]) {
  const sums = new Map<Level1, string>();
  for (const { level1, weight } of indicators)
    sums.set(level1, sumPoints([sums.get(level1) ?? '0', weight]));
  const isUsual = USUAL.some(
    (usual) =>
      Object.keys(usual).length === sums.size &&
      Object.entries(usual).every(
        ([level, points]) => sums.get(level as Level1) === toHundredthsText(toHundredths(points)),
      ),
  );
  return { shares: [...sums].map(([level1, points]) => ({ level1, points })), isUsual };
}
