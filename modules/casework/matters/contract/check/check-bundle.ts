import type { BundleContent } from '../bundle.ts';
import { mergeBundle, type MemberItems } from '../bundles/merge-bundle.ts';
import type { Finding } from '../finding.ts';
import { checkFills } from './check-bundle-fills.ts';
import {
  checkCondition,
  checkFormConditions,
  checkQuestionConditions,
} from './check-conditions.ts';
import { checkFormKeys, repeated } from './check-keys.ts';
import { error } from './findings.ts';

const LONGEST_KEY = 50;

/** What is not right with a bundle, given the items of its members that are in force. */
export function checkBundle(bundle: BundleContent, items: MemberItems): Finding[] {
  const found = [
    ...checkMembers(bundle, items),
    ...checkOrder(bundle),
    ...checkFills(bundle, items),
    ...checkFormKeys('form', bundle.form),
  ];
  if (bundle.kind === 'industry-licence' && bundle.compositeLicence === undefined)
    found.push(
      error(
        'bundle',
        'compositeLicence',
        '一业一证应写明行业综合许可证',
        'A bundle under one licence names the composite licence',
      ),
    );
  // Over parts that are not there, the merged form would say nothing true.
  return found.length > 0 ? found : checkMerged(bundle, items);
}

function checkMembers(bundle: BundleContent, items: MemberItems): Finding[] {
  const questions = new Map(bundle.questions.map((question) => [question.key, question]));
  const keys = bundle.members.map(({ key }) => key);
  return [
    ...repeated('members', keys, '事项', 'member'),
    ...bundle.members.flatMap((member) => [
      ...checkCondition(`members.${member.key}.includeIf`, member.includeIf, {
        questions,
        fields: new Map(),
      }),
      ...(items[member.key] === undefined
        ? [
            error(
              'bundle',
              `members.${member.key}`,
              `办理项 ${member.itemCode} 没有生效的版本`,
              `The item ${member.itemCode} has no edition in force`,
            ),
          ]
        : []),
    ]),
  ];
}

/** Members name members, and do not wait for each other in a circle. */
function checkOrder(bundle: BundleContent): Finding[] {
  const after = new Map(bundle.members.map((member) => [member.key, member.after]));
  const isBeforeItself = (key: string): boolean => {
    const seen = new Set<string>();
    const open = [...(after.get(key) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === key) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(after.get(next) ?? []));
    }
    return false;
  };
  return bundle.members.flatMap((member) => [
    ...member.after
      .filter((key) => !after.has(key))
      .map((key) =>
        error(
          'bundle',
          `members.${member.key}.after`,
          `前置事项「${key}」不在本一件事中`,
          `The member ${key} that comes first is not in the bundle`,
        ),
      ),
    ...(isBeforeItself(member.key)
      ? [
          error(
            'bundle',
            `members.${member.key}.after`,
            '前置关系形成了循环',
            'Members wait for each other in a circle',
          ),
        ]
      : []),
  ]);
}

function checkMerged(bundle: BundleContent, items: MemberItems): Finding[] {
  const { questions, form } = mergeBundle(bundle, items);
  const keys = [
    ...questions.map(({ key }) => key),
    ...form.sections.flatMap((section) => [
      section.key,
      ...section.fields.map((field) => field.key),
    ]),
  ];
  return [
    ...keys
      .filter((key) => key.length > LONGEST_KEY)
      .map((key) =>
        error('key', key, `键「${key}」超过50个字符`, `The key ${key} has more than 50 characters`),
      ),
    ...repeated(
      'questions',
      questions.map(({ key }) => key),
      '问题',
      'question',
    ),
    ...checkFormKeys('merged', form),
    ...checkQuestionConditions('merged.questions', questions),
    ...checkFormConditions('merged', form, questions),
  ];
}
