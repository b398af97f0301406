import type { LicenceKind } from './licence-kinds.ts';
import type { Section } from './sections.ts';
import type { Condition, Fee, HandlingItem, Limit, Paper, ScenarioQuestion } from './shapes.ts';
import { type Both, compact, toText } from './words.ts';

export const workingDays = (count: number, basis?: string): Limit =>
  compact({ count, unit: 'working-day' as const, basis });

export const onTheSpot = (basis?: string): Limit => workingDays(0, basis);

type Answer = HandlingItem['faq'][number];

export const faq = (question: Both, answer: Both): Answer => ({
  question: toText(question),
  answer: toText(answer),
});

interface ItemOptions {
  readonly key: string;
  readonly name: Both;
  readonly kind: HandlingItem['kind'];
  readonly statutory: Limit;
  readonly promised: Limit;
  readonly promisedWhen?: HandlingItem['promisedWhen'];
  readonly extensionDays?: number;
  readonly conditions: readonly string[];
  readonly steps?: ReadonlyArray<readonly [Both, Both?]>;
  readonly papers: readonly Paper[];
  readonly questions?: readonly ScenarioQuestion[];
  readonly form: readonly Section[];
  readonly fees?: readonly Fee[];
  readonly result: ResultOptions;
  readonly special?: HandlingItem['specialProcedures'];
  /** Words of the 告知承诺; absent where the law leaves no room for it. */
  readonly promise?: Both;
  readonly inspectWithinDays?: number;
  readonly people?: 1 | 2;
  readonly siteCheck?: boolean;
  readonly thirdParties?: boolean;
  readonly faq: readonly Answer[];
}

interface ResultOptions {
  readonly name: Both;
  readonly type: HandlingItem['result']['type'];
  readonly licence?: LicenceKind;
  readonly validMonths?: number;
  readonly delivery?: HandlingItem['result']['delivery'];
}

/** An item without its code, which the matter gives it by its place. */
export type UncodedItem = Omit<HandlingItem, 'code'>;

// Two months is common practice and no rule of law: a setting.
const INSPECT_WITHIN_DAYS = 60;

export function item(options: ItemOptions): UncodedItem {
  const { statutory, promised } = options;
  return {
    key: options.key,
    name: toText(options.name),
    kind: options.kind,
    projectType: promised.count === 0 ? '1' : '2',
    statutory,
    promised,
    promisedWhen: options.promisedWhen ?? [],
    extensionDays: options.extensionDays ?? usualExtension(statutory),
    conditions: [...options.conditions],
    steps: (options.steps ?? usualSteps(options)).map(([name, description]) =>
      compact({ name: toText(name), description: description && toText(description) }),
    ),
    papers: [...options.papers],
    questions: [...(options.questions ?? [])],
    form: { sections: [...options.form] },
    fees: [...(options.fees ?? [])],
    result: toResult(options.result),
    specialProcedures: options.special ?? [],
    tolerance: toTolerance(options.papers, promised),
    commitment: compact({
      allowed: options.promise !== undefined,
      promise: options.promise && toText(options.promise),
      inspectWithinDays: options.inspectWithinDays ?? INSPECT_WITHIN_DAYS,
    }),
    examination: {
      people: options.people ?? 1,
      siteCheck: options.siteCheck ?? false,
      informThirdParties: options.thirdParties ?? false,
    },
    faq: [...options.faq],
  };
}

// 行政许可法 art. 42: ten days more, where there are twenty to begin with.
const usualExtension = (statutory: Limit): number =>
  statutory.unit === 'working-day' && statutory.count >= 20 ? 10 : 0;

const toResult = (options: ResultOptions): HandlingItem['result'] =>
  compact({
    type: options.type,
    name: toText(options.name),
    licenceKind: options.licence,
    validMonths: options.validMonths,
    delivery: options.delivery ?? ['window', 'courier', 'electronic'],
  });

/** What lacks comes at least two days before the promise is due, and within twenty (a setting). */
function toTolerance(papers: readonly Paper[], promised: Limit): HandlingItem['tolerance'] {
  const days = Math.min(20, promised.count - 2);
  const allowed = days >= 1 && papers.some((paper) => paper.isDeferrable);
  return { allowed, supplementDays: Math.max(1, days) };
}

type Steps = Array<readonly [Both, Both?]>;

function usualSteps(options: ItemOptions): Steps {
  if (options.promised.count === 0) return spotSteps;
  const special = options.special ?? [];
  return [
    [
      '申请与收件 | Apply',
      '窗口或者网上提交，当场出具收件凭证。 | At a window or online; you get a receipt.',
    ],
    [
      '受理 | Accept',
      '五个工作日内决定是否受理；需要补正的一次告知。 | Within five working days; what lacks is told once.',
    ],
    examine(options),
    ...(special.length === 0 ? [] : [specialStep]),
    [
      '决定 | Decide',
      '作出决定，不予许可的说明理由和救济途径。 | A refusal gives its reason and your remedies.',
    ],
    [
      '制证与送达 | Issue and deliver',
      '十个工作日内送达，可免费快递。 | Within ten working days, by free courier if you like.',
    ],
  ];
}

const spotSteps: Steps = [
  ['申请 | Apply', '窗口、网上或者自助终端提交。 | At a window, online or at a kiosk.'],
  [
    '受理与核对 | Accept and check',
    '材料齐全、符合法定形式的当场受理。 | Complete papers are accepted on the spot.',
  ],
  [
    '当场办结 | Done on the spot',
    '当场作出决定并发放结果。 | Decided and handed over on the spot.',
  ],
];

const examine = ({ people, siteCheck }: ItemOptions): readonly [Both, Both] => [
  '审查 | Examine',
  siteCheck === true || people === 2
    ? '两名以上工作人员核查材料或者现场。 | Two officers or more check the papers or the place.'
    : '审查材料是否符合条件。 | The papers are examined.',
];

const specialStep: readonly [Both, Both] = [
  '特别程序 | Special procedure',
  '所需时间书面告知，不计入办理期限。 | Its time is told in writing and is not counted.',
];

export const fee = (
  key: string,
  name: Both,
  amountFen: number,
  more: {
    readonly standard: string;
    readonly basis: string;
    readonly when?: Condition;
    readonly reduction?: string;
  },
): Fee =>
  compact({
    key,
    name: toText(name),
    amountFen,
    ...more,
    when: more.when,
    reduction: more.reduction,
  });
