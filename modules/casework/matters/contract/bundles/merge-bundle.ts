import type { BundleContent, BundleMember } from '../bundle.ts';
import type { Condition } from '../condition.ts';
import type { Form } from '../form.ts';
import type { HandlingItem } from '../item.ts';
import type { ScenarioQuestion } from '../question.ts';
import { both, renameCondition, type Renaming } from './rename-condition.ts';

/** The items of the members by the key of the member. */
export type MemberItems = Readonly<Record<string, HandlingItem>>;

/** The questions and the form of all members in one: what is common is asked once. */
export interface MergedBundle {
  readonly questions: ScenarioQuestion[];
  readonly form: Form;
}

/** What a part of a member is called in the bundle when the bundle has no common one for it. */
export const ownKey = (member: string, key: string): string => `${member}-${key}`;

/** The common question that fills a member's question, with its options. */
export function findCommonQuestion(bundle: BundleContent, member: string, question: string) {
  for (const common of bundle.commonQuestions) {
    const fill = common.fills.find((one) => one.member === member && one.question === question);
    if (fill !== undefined) return { question: common.question, options: fill.options };
  }
  return undefined;
}

/** The common field that fills a member's field. */
export function findCommonField(
  bundle: BundleContent,
  member: string,
  field: string,
): string | undefined {
  return bundle.commonFields.find(({ fills }) =>
    fills.some((fill) => fill.member === member && fill.field === field),
  )?.field;
}

/**
 * One list of questions and one form for a bundle: its own first, then what each member asks beyond them,
 * shown where the member is applied for.
 */
export function mergeBundle(bundle: BundleContent, items: MemberItems): MergedBundle {
  const questions = [...bundle.questions];
  const sections = [...bundle.form.sections];
  for (const member of bundle.members) {
    const item = items[member.key];
    if (item === undefined) continue;
    const names = namesOf(bundle, member);
    questions.push(...ownQuestions(bundle, member, item, names));
    sections.push(...ownSections(bundle, member, item, names));
  }
  return { questions, form: { sections } };
}

function namesOf(bundle: BundleContent, { key: member }: BundleMember): Renaming {
  return {
    field: (field) => findCommonField(bundle, member, field) ?? ownKey(member, field),
    question: (atom) => {
      const common = findCommonQuestion(bundle, member, atom.question);
      if (common === undefined) return { ...atom, question: ownKey(member, atom.question) };
      const { question } = common;
      const from = common.options.filter(({ to }) => to === atom.chosen);
      const [first, ...more] = from.map((one): Condition => ({ question, chosen: one.from }));
      if (first === undefined) return never(bundle, question);
      return more.length === 0 ? first : { any: [first, ...more] };
    },
  };
}

/** No option of the common question stands for this one: a condition that nothing meets. */
function never(bundle: BundleContent, question: string): Condition {
  const chosen = bundle.questions.find(({ key }) => key === question)?.options[0]?.key ?? question;
  const atom = { question, chosen };
  return { all: [atom, { not: atom }] };
}

function ownQuestions(
  bundle: BundleContent,
  member: BundleMember,
  item: HandlingItem,
  names: Renaming,
): ScenarioQuestion[] {
  return item.questions
    .filter(({ key }) => findCommonQuestion(bundle, member.key, key) === undefined)
    .map((question) => ({
      ...question,
      key: ownKey(member.key, question.key),
      showIf: both(member.includeIf, rename(question.showIf, names)),
    }));
}

function ownSections(
  bundle: BundleContent,
  member: BundleMember,
  item: HandlingItem,
  names: Renaming,
): Form['sections'] {
  return item.form.sections.flatMap((section) => {
    const fields = section.fields
      .filter(({ key }) => findCommonField(bundle, member.key, key) === undefined)
      .map((field) => ({
        ...field,
        key: ownKey(member.key, field.key),
        showIf: rename(field.showIf, names),
      }));
    if (fields.length === 0) return [];
    const showIf = both(member.includeIf, rename(section.showIf, names));
    return [{ ...section, key: ownKey(member.key, section.key), showIf, fields }];
  });
}

const rename = (condition: Condition | undefined, names: Renaming) =>
  condition === undefined ? undefined : renameCondition(condition, names);
