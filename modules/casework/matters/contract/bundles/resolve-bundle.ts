import { askQuestions } from '../answers.ts';
import type {
  BundleContent,
  BundleMember,
  BundlePaper,
  BundleRequirements,
  MergedPaper,
} from '../bundle.ts';
import type { FormValues } from '../form.ts';
import { holds } from '../holds.ts';
import type { HandlingItem } from '../item.ts';
import type { Answers } from '../question.ts';
import type { RequiredPaper } from '../requirements.ts';
import { resolveRequirements } from '../resolve-requirements.ts';
import { pruneValues } from '../visible-fields.ts';
import {
  findCommonField,
  findCommonQuestion,
  type MemberItems,
  mergeBundle,
  ownKey,
} from './merge-bundle.ts';
import { toStages } from './stages.ts';

type Member = BundleRequirements['members'][number];

/**
 * Which members are applied for, in which order, and what each needs; papers that one paper stands for are one.
 * `given` and `formValues` are those of the merged questions and form. A function of these and of nothing else.
 */
export function resolveBundle(
  bundle: BundleContent,
  items: MemberItems,
  given: Answers,
  formValues: FormValues,
): BundleRequirements {
  const merged = mergeBundle(bundle, items);
  const { asked, answers } = askQuestions(merged.questions, given);
  const values = pruneValues(merged.form, answers, formValues);
  const included = bundle.members.filter(
    ({ key, includeIf }) =>
      items[key] !== undefined && (includeIf === undefined || holds(includeIf, answers, {})),
  );
  const members = toStages(bundle.mode, included).map(({ member, stage, after }): Member => {
    const item = items[member.key] as HandlingItem;
    const own = toMemberInput(bundle, member, item, { answers, values });
    const requirements = resolveRequirements(item, own.answers, own.values);
    return { key: member.key, stage, after, ...own, requirements };
  });
  return {
    questions: asked.map(({ key }) => key),
    unanswered: asked.map(({ key }) => key).filter((key) => answers[key] === undefined),
    members,
    papers: mergePapers(bundle, members),
    totalFen: members.reduce((total, { requirements }) => total + requirements.totalFen, 0),
    ...(bundle.promised === undefined ? {} : { promised: bundle.promised }),
  };
}

interface Input {
  readonly answers: Answers;
  readonly values: FormValues;
}

/** The answers and values of a bundle in the words of one member: what its case is opened with. */
function toMemberInput(
  bundle: BundleContent,
  { key: member }: BundleMember,
  item: HandlingItem,
  { answers, values }: Input,
): Input {
  const own: Answers = {};
  for (const { key } of item.questions) {
    const common = findCommonQuestion(bundle, member, key);
    const chosen =
      common === undefined
        ? answers[ownKey(member, key)]
        : common.options
            .filter(({ from }) => answers[common.question]?.includes(from) === true)
            .map(({ to }) => to);
    if (chosen !== undefined && chosen.length > 0) own[key] = [...new Set(chosen)];
  }
  const filled: FormValues = {};
  for (const { key } of item.form.sections.flatMap((section) => section.fields)) {
    const value = values[findCommonField(bundle, member, key) ?? ownKey(member, key)];
    if (value !== undefined) filled[key] = value;
  }
  return { answers: own, values: pruneValues(item.form, own, filled) };
}

interface Asked {
  readonly member: string;
  readonly required: RequiredPaper;
}

function mergePapers(bundle: BundleContent, members: readonly Member[]): BundlePaper[] {
  const all = members.flatMap(({ key, requirements }) =>
    requirements.papers.map((required): Asked => ({ member: key, required })),
  );
  const merged = bundle.materialMerge.flatMap((paper) => {
    const stoodFor = all.filter((asked) => standsFor(paper, asked));
    const [first] = stoodFor;
    return first === undefined ? [] : [toOne(paper, first, stoodFor)];
  });
  const others = all
    .filter((asked) => !bundle.materialMerge.some((paper) => standsFor(paper, asked)))
    .map(({ member, required }) => ({
      ...required,
      key: ownKey(member, required.paper.key),
      name: required.paper.name,
      fills: [{ member, paper: required.paper.key }],
    }));
  return [...merged, ...others];
}

const standsFor = (paper: MergedPaper, { member, required }: Asked) =>
  paper.fills.some((fill) => fill.member === member && fill.paper === required.paper.key);

/** Required when one member requires it; not asked for only when no member asks. */
function toOne(merged: MergedPaper, first: Asked, asked: readonly Asked[]): BundlePaper {
  const chosen =
    asked.find(({ required }) => required.need === 'required') ??
    asked.find(({ required }) => required.need === 'optional') ??
    first;
  const { paper, need, exemptBy } = chosen.required;
  const { howToFill, blankFileId, sampleFileId } = merged;
  return {
    key: merged.key,
    name: merged.name,
    need,
    ...(exemptBy === undefined ? {} : { exemptBy }),
    paper: {
      ...paper,
      name: merged.name,
      ...(howToFill === undefined ? {} : { howToFill }),
      ...(blankFileId === undefined ? {} : { blankFileId }),
      ...(sampleFileId === undefined ? {} : { sampleFileId }),
    },
    fills: asked.map(({ member, required }) => ({ member, paper: required.paper.key })),
  };
}
