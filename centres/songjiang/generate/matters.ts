import { chosen } from '../matters/kit/conditions.ts';
import { departments, type Department } from '../matters/kit/departments.ts';
import { choice, date, number, prose, text } from '../matters/kit/fields.ts';
import { faq, item, onTheSpot, type UncodedItem, workingDays } from '../matters/kit/items.ts';
import { law } from '../matters/kit/laws.ts';
import { matter } from '../matters/kit/matter.ts';
import { application, businessLicence, identity, paper } from '../matters/kit/papers.ts';
import { single, yesNo } from '../matters/kit/questions.ts';
import { closingSection, personSection, section } from '../matters/kit/sections.ts';
import type { MatterContent } from '../matters/kit/shapes.ts';
import { type Both, enOf, zhOf } from '../matters/kit/words.ts';
import { matterSubjects } from './matter-subjects.ts';
import { type Dice, itemAt, makeDice } from './random.ts';

interface Kind {
  readonly zh: string;
  readonly en: string;
  readonly type: MatterContent['taskType'];
  readonly theme: string;
  readonly isInstant: boolean;
  /** What comes of it, after the subject. */
  readonly result: Both;
  readonly resultType: '10' | '20' | '30';
}

/** What a department does with a subject; with it, the 事项类型 of GB/T 39046. */
const kinds: readonly Kind[] = [
  kind('审批 | approval', '01', 'permits', '许可决定书 | decision', '20'),
  kind('备案 | filing', '10', 'permits', '备案回执 | receipt of filing', '30', true),
  kind('资格确认 | recognition', '07', 'qualification', '确认证书 | certificate', '10'),
  kind('补贴发放 | grant', '05', 'social-security', '补贴核定通知 | notice of the grant', '30'),
  kind('信息查询 | information', '20', 'other', '查询结果 | information', '30', true),
  kind('先进评定 | award', '08', 'other', '评定通知 | notice of the award', '30'),
];

const SUBJECTS = 8;

/** How many different ones there are. */
export const MOST_DEMONSTRATION_MATTERS = departments.length * SUBJECTS * kinds.length;

/**
 * Made-up matters, for scale: the first `count` of one fixed series that goes round the departments, so a
 * larger number only adds to a smaller one. Throws beyond MOST_DEMONSTRATION_MATTERS.
 */
export function makeDemonstrationMatters(count: number): MatterContent[] {
  if (count > MOST_DEMONSTRATION_MATTERS) {
    throw new Error(`There are ${MOST_DEMONSTRATION_MATTERS} made-up matters, not ${count}`);
  }
  return Array.from({ length: count }, (_, index) => makeMatter(index));
}

function makeMatter(index: number): MatterContent {
  const at = index % departments.length;
  const round = Math.floor(index / departments.length);
  const department = itemAt(departments, at);
  const subjectAt = round % SUBJECTS;
  const subject = itemAt(matterSubjects[department.code] ?? [], subjectAt);
  // Another kind for each department and subject, so that every stretch of the series is mixed.
  const what = itemAt(kinds, (Math.floor(round / SUBJECTS) + at + subjectAt) % kinds.length);
  const dice = makeDice(`matter ${index}`);
  const name: Both = `演示${zhOf(subject)}${what.zh} | Demonstration: ${enOf(subject)}, ${what.en}`;
  return matter({
    name,
    summary: `演示事项：办理${zhOf(subject)}的${what.zh}。 | Made up for demonstration: ${what.en} about ${enOf(subject).toLowerCase()}.`,
    keywords: [zhOf(subject), `${zhOf(subject)}${what.zh}`],
    department: department.code,
    region: '31',
    catalog: [String(Number(department.order)).padStart(2, '0'), subjectAt + 1],
    type: what.type,
    laws: [law('《行政许可法》（演示依据）', '第四十二条', '自受理之日起二十日内作出决定。')],
    objects: dice.chance(0.5) ? ['1', '2'] : ['2', '3', '4'],
    themes: [what.theme],
    where: placeOf(department),
    isDemonstration: true,
    items: [makeItem(name, what, dice)],
  });
}

const placeOf = ({ shortZh, nameEn }: Department): Both =>
  `${shortZh}窗口（演示） | Counter of the ${nameEn} (demonstration)`;

function makeItem(name: Both, what: Kind, dice: Dice): UncodedItem {
  const promised = what.isInstant ? onTheSpot() : workingDays(dice.between(3, 15));
  return item({
    key: 'apply',
    name,
    kind: what.type === '10' ? 'record' : 'new',
    statutory: workingDays(20),
    promised,
    conditions: ['申请人具备民事行为能力或者依法登记', '申请内容真实、完整'],
    steps: [
      ['申请 | Apply'],
      ['受理与审查 | Accept and examine'],
      ['决定与送达 | Decide and deliver'],
    ],
    questions: [
      single('applicant-kind', '由谁申请？ | Who applies?', {
        person: '个人 | A person',
        firm: '单位 | A firm',
      }),
      yesNo('again', '是否再次办理？ | Has it been done before?'),
    ],
    papers: [
      application('申请表 | Application'),
      identity('applicant-identity', '申请人 | the applicant', {
        when: chosen('applicant-kind', 'person'),
      }),
      businessLicence({ when: chosen('applicant-kind', 'firm') }),
      paper('earlier-result', '上一次的办理结果 | The earlier result', ['名称一致'], {
        kind: 'proof',
        when: chosen('again', 'yes'),
        exempt: 'data',
      }),
      paper('statement', '情况说明 | Statement', ['内容具体', '签字或者盖章'], {
        kind: 'proof',
        deferrable: !what.isInstant,
      }),
    ],
    form: [
      personSection(),
      section('subject', '申请内容 | The application', [
        text('subject-name', '名称 | Name'),
        number('quantity', '数量 | Quantity', '项 | items', { least: 1 }),
        date('from', '起始日期 | From'),
        choice('occasion', '办理缘由 | Occasion', {
          first: '首次 | For the first time',
          changed: '情况变化 | Something changed',
          expired: '到期 | It expired',
        }),
        prose('description', '说明 | Description', { optional: true }),
      ]),
      closingSection(),
    ],
    result: { name: what.result, type: what.resultType },
    people: what.isInstant ? 1 : 2,
    faq: [
      faq(
        '这是真实事项吗？ | Is this a real matter?',
        '不是，仅用于演示。 | No, it is made up for demonstration.',
      ),
    ],
  });
}

function kind(
  name: Both,
  type: Kind['type'],
  theme: string,
  result: Both,
  ...[resultType, isInstant = false]: [Kind['resultType'], boolean?]
): Kind {
  return { zh: zhOf(name), en: enOf(name), type, theme, isInstant, result, resultType };
}
