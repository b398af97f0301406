import type { Condition } from '../condition.ts';
import type { Finding } from '../finding.ts';
import { holds, listMentioned } from '../holds.ts';
import type { HandlingItem } from '../item.ts';
import type { Paper } from '../paper.ts';
import { resolveRequirements } from '../resolve-requirements.ts';
import { error, warning } from './findings.ts';
import { listScenarios } from './scenarios.ts';

/** Questions that nobody is asked or that decide nothing, papers and fields that nobody needs, ends without papers. */
export function checkScenarios(place: string, item: HandlingItem): Finding[] {
  return [
    ...checkQuestions(place, item),
    ...item.papers.flatMap((paper) => checkPaper(place, item, paper)),
    ...checkFields(place, item),
    ...checkEnds(place, item),
  ];
}

/** Whether some answers make a condition hold; unknown counts as reachable. */
function isReachable(item: HandlingItem, condition: Condition | undefined): boolean {
  if (condition === undefined) return true;
  const scenarios = listScenarios(item, [condition]);
  return (
    scenarios === undefined ||
    scenarios.some(({ answers, values }) => holds(condition, answers, values))
  );
}

function checkQuestions(place: string, item: HandlingItem): Finding[] {
  const deciding = new Set(
    allConditions(item).flatMap((condition) =>
      listMentioned(condition).questions.map((part) => part.question),
    ),
  );
  return item.questions.flatMap((question) => {
    const at = `${place}.questions.${question.key}`;
    if (!isReachable(item, question.showIf))
      return [
        error(
          'orphan-question',
          at,
          `无论如何回答都不会问到「${question.text.zh}」`,
          `No answers lead to the question “${question.text.en ?? question.text.zh}”`,
        ),
      ];
    if (deciding.has(question.key)) return [];
    return [
      warning(
        'orphan-question',
        at,
        `「${question.text.zh}」的回答不影响材料、费用、时限和表单`,
        `The answer to “${question.text.en ?? question.text.zh}” changes no paper, fee, limit or field`,
      ),
    ];
  });
}

/** Every condition of an item, wherever it stands. */
export function allConditions(item: HandlingItem): Condition[] {
  return [
    ...item.questions.map(({ showIf }) => showIf),
    ...item.papers.flatMap(({ includeIf, exempt }) => [includeIf, exempt?.when]),
    ...item.fees.map(({ when }) => when),
    ...item.promisedWhen.map(({ when }) => when),
    ...item.form.sections.flatMap(({ showIf, fields }) => [
      showIf,
      ...fields.map((field) => field.showIf),
    ]),
  ].filter((condition) => condition !== undefined);
}

function checkPaper(place: string, item: HandlingItem, paper: Paper): Finding[] {
  if (isReachable(item, paper.includeIf)) return [];
  return [
    error(
      'unreachable-paper',
      `${place}.papers.${paper.key}`,
      `无论如何回答都不会要求材料「${paper.name.zh}」`,
      `No answers lead to the paper “${paper.name.en ?? paper.name.zh}”`,
    ),
  ];
}

function checkFields(place: string, item: HandlingItem): Finding[] {
  return item.form.sections.flatMap((section) =>
    section.fields
      .filter((field) => !isReachable(item, field.showIf) || !isReachable(item, section.showIf))
      .map((field) =>
        error(
          'unreachable-field',
          `${place}.form.fields.${field.key}`,
          `无论如何填写都不会出现字段「${field.label.zh}」`,
          `Nothing that is filled in leads to the field “${field.label.en ?? field.label.zh}”`,
        ),
      ),
  );
}

/** Each end has a paper that is required, or one that is expressly not asked for; or the item asks for none at all. */
function checkEnds(place: string, item: HandlingItem): Finding[] {
  if (item.papers.length === 0) return [];
  const scenarios = listScenarios(
    item,
    item.papers.map(({ includeIf }) => includeIf),
  );
  if (scenarios === undefined)
    return [
      warning(
        'no-papers',
        `${place}.questions`,
        '情形过多，无法逐一核对材料，请拆分办理项',
        'There are too many scenarios to check the papers of each; split the item',
      ),
    ];
  const bare = scenarios.find(({ answers, values }) =>
    resolveRequirements(item, answers, values).papers.every(({ need }) => need === 'optional'),
  );
  if (bare === undefined) return [];
  const shown = Object.entries(bare.answers)
    .map(([question, chosen]) => `${question}=${chosen.join('+')}`)
    .join(' ');
  return [
    error(
      'no-papers',
      `${place}.papers`,
      `情形（${shown === '' ? '全部' : shown}）没有必要材料，也未注明免于提交`,
      `The scenario (${shown === '' ? 'all' : shown}) has no required paper, and none that is expressly not asked for`,
    ),
  ];
}
