import type { MatterContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import type { HandlingItem } from '../item.ts';
import { checkCodes } from './check-codes.ts';
import { checkConditions } from './check-conditions.ts';
import { checkContentKeys, checkItemKeys } from './check-keys.ts';
import {
  checkFees,
  checkProjectType,
  checkPromise,
  checkResult,
  checkVisits,
} from './check-limits.ts';
import { checkScenarios } from './check-scenarios.ts';
import { checkCatchAll } from './check-words.ts';
import { error, warning } from './findings.ts';

/**
 * What is not right with an edition: the rules of law and of catalogue checkers, its codes, and whether its
 * scenarios hang together. Errors refuse publication, warnings do not.
 */
export function checkContent(content: MatterContent): Finding[] {
  return [
    ...checkCodes(content),
    ...checkContentKeys(content),
    ...checkVisits(content),
    ...content.items.flatMap((item) => checkItem(`items.${item.key}`, item, content)),
  ];
}

function checkItem(place: string, item: HandlingItem, content: MatterContent): Finding[] {
  const keysAndConditions = [...checkItemKeys(place, item), ...checkConditions(place, item)];
  return [
    ...checkPromise(place, item),
    ...checkProjectType(place, item),
    ...checkResult(place, item),
    ...checkFees(place, item),
    ...checkCatchAll(place, item),
    ...checkCommitment(place, item, content),
    ...checkTolerance(place, item),
    ...keysAndConditions,
    // Over conditions that name nothing, scenarios would say nothing true.
    ...(keysAndConditions.length === 0 ? checkScenarios(place, item) : []),
  ];
}

/** 告知承诺 is not open to what directly concerns public safety, the environment, health or property. */
function checkCommitment(place: string, item: HandlingItem, content: MatterContent): Finding[] {
  if (!item.commitment.allowed) return [];
  if (content.promiseExcluded !== 'none')
    return [
      error(
        'commitment',
        `${place}.commitment`,
        '该事项直接涉及公共安全、生态环境或健康财产安全，不得实行告知承诺',
        'The matter directly concerns safety, the environment, health or property, so it cannot be granted on a promise',
      ),
    ];
  if (item.commitment.promise !== undefined) return [];
  return [
    error(
      'commitment',
      `${place}.commitment.promise`,
      '实行告知承诺的，应写明承诺内容',
      'What is granted on a promise needs the words of the promise',
    ),
  ];
}

/** 容缺受理: 主审要件 are never handed in later, and something must be that can. */
function checkTolerance(place: string, item: HandlingItem): Finding[] {
  const found = item.papers
    .filter((paper) => paper.isMain && paper.isDeferrable)
    .map((paper) =>
      error(
        'tolerance',
        `${place}.papers.${paper.key}`,
        `「${paper.name.zh}」是主审要件，不得容缺`,
        `“${paper.name.en ?? paper.name.zh}” is a main paper; it cannot be handed in later`,
      ),
    );
  if (!item.tolerance.allowed || item.papers.some((paper) => paper.isDeferrable)) return found;
  return [
    ...found,
    warning(
      'tolerance',
      `${place}.tolerance`,
      '允许容缺受理，但没有可容缺的材料',
      'Papers may be handed in later, but none is marked so',
    ),
  ];
}
