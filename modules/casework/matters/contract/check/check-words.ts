import type { Finding } from '../finding.ts';
import type { HandlingItem } from '../item.ts';
import { error } from './findings.ts';

/** 兜底条款: words that would let a window ask for anything (上海市优化营商环境条例 art. 24). */
const CATCH_ALL =
  /其他(?:相关|有关|必要|应当提交|需要提交|需提交)?的?(?:证明)?(?:材料|条件|资料)|(?:规定|要求)的?其他|等(?:相关|有关|其他)的?(?:材料|证明|资料|文件)/u;

/** Rule 6: conditions and papers say all that is asked for, with no 「其他」 left open. */
export function checkCatchAll(place: string, item: HandlingItem): Finding[] {
  const texts = [
    ...item.conditions.map((text, index) => ({ at: `conditions.${index}`, text })),
    ...item.papers.flatMap((paper) => [
      { at: `papers.${paper.key}.name`, text: paper.name.zh },
      { at: `papers.${paper.key}.howToFill`, text: paper.howToFill?.zh ?? '' },
      ...paper.acceptStandards.map((text, index) => ({
        at: `papers.${paper.key}.acceptStandards.${index}`,
        text,
      })),
    ]),
  ];
  return texts.flatMap(({ at, text }) => {
    const found = CATCH_ALL.exec(text)?.[0];
    if (found === undefined) return [];
    return [
      error(
        'catch-all',
        `${place}.${at}`,
        `含有兜底条款「${found}」，请逐项写明`,
        `“${found}” leaves open what is asked for; name each thing`,
      ),
    ];
  });
}
