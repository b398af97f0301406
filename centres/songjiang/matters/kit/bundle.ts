import { getDepartment } from './departments.ts';
import type { UncodedItem } from './items.ts';
import { type LicenceKind, licenceKinds } from './licence-kinds.ts';
import type { Section } from './sections.ts';
import type { BundleContent, Condition, MatterContent, ScenarioQuestion } from './shapes.ts';
import { type Both, compact, toText } from './words.ts';

interface Member {
  readonly matter: MatterContent;
  /** Key of its item. */
  readonly item: UncodedItem['key'];
  readonly when?: Condition;
  readonly after?: readonly string[];
}

/** A part of the bundle and the parts of members that it fills, as `member.part`. */
type Fills = Readonly<Record<string, readonly string[]>>;

interface BundleOptions {
  readonly code: string;
  readonly kind: BundleContent['kind'];
  readonly name: Both;
  readonly summary: Both;
  readonly keywords: readonly string[];
  readonly lead: string;
  readonly basis?: string;
  readonly objects: BundleContent['serviceObjects'];
  readonly themes: readonly string[];
  readonly mode: BundleContent['mode'];
  readonly members: Readonly<Record<string, Member>>;
  readonly questions: readonly ScenarioQuestion[];
  readonly form: readonly Section[];
  readonly fields: Fills;
  /** Questions with the same options in the bundle and in the member. */
  readonly sameQuestions: Fills;
  /** Questions whose options are called differently in the member: `member.question`, option by option. */
  readonly otherQuestions?: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
  >;
  readonly papers: ReadonlyArray<
    readonly [key: string, name: Both, fills: readonly string[], fill?: Both]
  >;
  readonly steps: ReadonlyArray<readonly [Both, Both]>;
  readonly promised?: BundleContent['promised'];
  readonly where: Both;
  readonly alsoAt?: readonly string[];
  readonly composite?: LicenceKind;
  readonly faq: BundleContent['faq'];
}

/** A bundle whose members are named by their matters, so that their codes are always those in force. */
export function bundle(options: BundleOptions): BundleContent {
  const lead = getDepartment(options.lead);
  return compact({
    code: options.code,
    kind: options.kind,
    name: toText(options.name),
    summary: toText(options.summary),
    keywords: [...options.keywords],
    leadDepartmentCode: lead.code,
    leadDepartmentName: lead.nameZh,
    basis: options.basis,
    serviceObjects: options.objects,
    themes: [...options.themes],
    mode: options.mode,
    members: Object.entries(options.members).map(toMember),
    questions: [...options.questions],
    form: { sections: [...options.form] },
    commonFields: Object.entries(options.fields).map(([field, fills]) => ({
      field,
      fills: fills.map((fill) => ({ member: memberOf(fill), field: partOf(fill) })),
    })),
    commonQuestions: toCommonQuestions(options),
    materialMerge: options.papers.map(([key, name, fills, fill]) =>
      compact({
        key,
        name: toText(name),
        fills: fills.map((one) => ({ member: memberOf(one), paper: partOf(one) })),
        howToFill: fill && toText(fill),
      }),
    ),
    steps: options.steps.map(([name, description]) => ({
      name: toText(name),
      description: toText(description),
    })),
    promised: options.promised,
    visits: 1,
    places: [
      { siteCode: 'district-hall', where: toText(options.where) },
      ...(options.alsoAt ?? []).map((siteCode) => ({ siteCode })),
    ],
    consultPhone: lead.phone,
    compositeLicence: options.composite && {
      licenceKind: options.composite,
      name: toText(licenceKinds[options.composite]),
    },
    faq: options.faq,
    isDemonstration: false,
  });
}

function toMember([key, { matter, item, when, after = [] }]: [string, Member]) {
  const found = matter.items.find((one) => one.key === item);
  if (found === undefined) throw new Error(`${matter.name.zh} has no item ${item}`);
  return compact({ key, itemCode: found.code, includeIf: when, after: [...after] });
}

function toCommonQuestions(options: BundleOptions): BundleContent['commonQuestions'] {
  const same = Object.entries(options.sameQuestions).map(([question, fills]) => {
    const asked = options.questions.find(({ key }) => key === question);
    const keys = asked?.options.map(({ key }) => key) ?? [];
    return {
      question,
      fills: fills.map((fill) => ({
        member: memberOf(fill),
        question: partOf(fill),
        options: keys.map((key) => ({ from: key, to: key })),
      })),
    };
  });
  const other = Object.entries(options.otherQuestions ?? {}).map(([question, fills]) => ({
    question,
    fills: Object.entries(fills).map(([fill, map]) => ({
      member: memberOf(fill),
      question: partOf(fill),
      options: Object.entries(map).map(([from, to]) => ({ from, to })),
    })),
  }));
  return [...same, ...other];
}

const memberOf = (fill: string): string => fill.slice(0, fill.indexOf('.'));
const partOf = (fill: string): string => fill.slice(fill.indexOf('.') + 1);

/** The same part of several members, as `member.part`. */
export const of = (part: string, ...members: readonly string[]): string[] =>
  members.map((member) => `${member}.${part}`);

/** The fields of the sections that nearly every matter has, filled once for these members. */
export const usualFields = (...members: readonly string[]): Fills =>
  Object.fromEntries(
    [
      'firm',
      'legal-representative',
      'registered-address',
      'firm-phone',
      'firm-email',
      'contact',
      'agent-person',
      'truth',
      'signature',
      'signed-on',
    ].map((field) => [field, of(field, ...members)]),
  );
