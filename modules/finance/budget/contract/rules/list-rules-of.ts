import { RULES, type RuleText } from './rule-list.ts';

/** The rules that hold a table, `table.T3`: those that name it. */
export function listRulesOf(paragraph: string | undefined): readonly RuleText[] {
  const number = /^table\.T([1-9])$/.exec(paragraph ?? '')?.[1];
  if (number === undefined) return [];
  return RULES.filter(
    ({ zh, formula }) => zh.includes(`表${number}`) || formula.includes(`T${number}`),
  );
}
