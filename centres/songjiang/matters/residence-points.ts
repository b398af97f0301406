import { chosen, chosenAny } from './kit/conditions.ts';
import { choice, date, firm, money, number, person, table, text } from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { law } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, identity, paper } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, personSection, section } from './kit/sections.ts';

const degrees = {
  college: '大专（高职） | College diploma',
  bachelor: '大学本科 | Bachelor',
  master: '硕士研究生 | Master',
  doctor: '博士研究生 | Doctor',
  none: '无 | None',
} as const;

const residencePermit = paper(
  'residence-permit',
  '上海市居住证 | Shanghai residence permit',
  ['在有效期内', '签注未逾期'],
  {
    kind: 'certificate',
    exempt: 'licence',
    licence: 'residence-permit',
    issuedBy: '公安机关 | Public security authority',
  },
);

// Statutory and promised days of this matter are guesses of what districts publish (settings).
const apply = item({
  key: 'apply',
  name: '居住证积分申请 | Application for residence permit points',
  kind: 'new',
  statutory: workingDays(30),
  promised: workingDays(20),
  extensionDays: 0,
  conditions: [
    '持有有效期内的《上海市居住证》',
    '在本市合法稳定居住、合法稳定就业',
    '在本市参加职工社会保险达到规定的期限',
  ],
  questions: [
    single('education', '最高学历（学位）？ | What is your highest degree?', degrees),
    multiple('bonus', '有哪些加分项？ | Which bonus points do you claim?', {
      title: '专业技术职称、技能等级 | Professional title or skill grade',
      invention: '创新创业、专利 | Innovation or patents',
      special: '紧缺急需专业 | A subject in short supply',
      service: '表彰奖励 | Awards',
      none: '没有 | None',
    }),
    single('residence', '居住情况？ | Where do you live?', {
      own: '自购住房 | My own home',
      rented: '租赁住房 | A rented home',
      dormitory: '单位宿舍 | A dormitory',
    }),
    single('marital', '婚姻状况？ | Are you married?', {
      single: '未婚 | Single',
      married: '已婚 | Married',
      divorced: '离异 | Divorced',
    }),
    yesNo('children', '是否有同住子女？ | Do children live with you?'),
    agentQuestion,
  ],
  papers: [
    application('居住证积分申请表 | Application for points'),
    identity('applicant-identity', '申请人 | the applicant'),
    residencePermit,
    paper('degree', '学历（学位）证书 | Degree certificate', ['可在学信网核验'], {
      kind: 'certificate',
      main: true,
      when: chosenAny('education', 'college', 'bachelor', 'master', 'doctor'),
      exempt: 'data',
      issuedBy: '教育部门 | Education authority',
    }),
    paper(
      'labour-contract',
      '劳动（聘用）合同 | Contract of employment',
      ['在有效期内', '单位与社会保险缴纳单位一致'],
      {
        kind: 'contract',
        main: true,
      },
    ),
    paper('insurance', '社会保险缴纳信息 | Social insurance record', ['缴费月数符合要求'], {
      kind: 'proof',
      exempt: 'data',
      issuedBy: '社会保险经办机构 | Social insurance agency',
    }),
    paper(
      'title-certificate',
      '职称或者职业技能等级证书 | Title or skill certificate',
      ['与工作岗位一致'],
      {
        kind: 'certificate',
        main: true,
        when: chosen('bonus', 'title'),
        issuedBy: '人力资源社会保障部门 | Human resources authority',
      },
    ),
    paper('bonus-proof', '加分项材料 | Papers on the other bonus points', ['逐项对应'], {
      kind: 'certificate',
      deferrable: true,
      when: chosenAny('bonus', 'invention', 'special', 'service'),
    }),
    paper('rent', '租赁备案信息 | Record of the lease', ['在有效期内'], {
      kind: 'proof',
      when: chosen('residence', 'rented'),
      exempt: 'data',
      issuedBy: '房屋管理部门 | Housing authority',
    }),
    paper('dormitory', '单位住宿证明 | Letter on the dormitory', ['单位盖章'], {
      kind: 'proof',
      deferrable: true,
      when: chosen('residence', 'dormitory'),
    }),
    paper('marriage', '结婚证 | Marriage certificate', ['信息一致'], {
      kind: 'certificate',
      when: chosen('marital', 'married'),
      exempt: 'licence',
      licence: 'marriage-certificate',
      issuedBy: '民政部门 | Civil affairs authority',
    }),
    paper('divorce', '离婚证或者生效法律文书 | Divorce certificate or judgment', ['子女抚养明确'], {
      kind: 'certificate',
      when: chosen('marital', 'divorced'),
      exempt: 'licence',
      licence: 'divorce-certificate',
      issuedBy: '民政部门 | Civil affairs authority',
    }),
    paper(
      'birth',
      '子女出生医学证明和户口簿 | Birth certificates and household register',
      ['监护关系明确'],
      {
        kind: 'certificate',
        main: true,
        when: chosen('children', 'yes'),
        issuedBy: '医疗机构、公安机关 | Hospital and police',
      },
    ),
    ...agentPapers({ deferrable: true }),
  ],
  form: [
    personSection(),
    section('work', '学历与就业 | Education and work', [
      choice('degree', '最高学历 | Highest degree', degrees),
      text('school', '毕业院校和专业 | School and subject', { optional: true }),
      date('graduated-on', '毕业日期 | Graduated on', 'past', { optional: true }),
      firm('employer', '工作单位 | Employer'),
      text('post', '工作岗位 | Post'),
      number('insured-months', '社会保险缴费月数 | Months insured', '月 | months'),
      money('wage-base', '缴费基数 | Base of the contribution', { yuan: true }),
    ]),
    section('family', '家庭 | Family', [
      person('spouse', '配偶 | Spouse', { when: chosen('marital', 'married') }),
      table(
        'children-list',
        '同住子女 | Children',
        [
          text('name', '姓名 | Name', { longest: 40 }),
          date('born-on', '出生日期 | Born on', 'past'),
          text('school', '就读学校 | School', { longest: 60, optional: true }),
        ],
        { when: chosen('children', 'yes'), most: 10 },
      ),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '居住证积分通知书 | Notice of points', type: '30', validMonths: 12 },
  people: 2,
  faq: [
    faq(
      '多少分达标？ | How many points are enough?',
      '标准分值为120分，以当年公布为准。 | 120 points, as published for the year.',
    ),
    faq(
      '个人能自己申请吗？ | Can I apply by myself?',
      '由用人单位统一网上申报，个人到窗口提交材料。 | The employer files online; you bring the papers.',
    ),
    faq(
      '积分有效期多久？ | How long do the points last?',
      '一年，期满前续办。 | A year; renew before it ends.',
    ),
  ],
});

const renew = item({
  key: 'renew',
  name: '居住证积分续办 | Renewal of the points',
  kind: 'renew',
  statutory: workingDays(30),
  promised: onTheSpot(),
  extensionDays: 0,
  conditions: ['已取得积分通知书', '居住证和社会保险连续有效'],
  questions: [
    yesNo(
      'changed',
      '单位、学历或者家庭是否有变化？ | Has your employer, degree or family changed?',
    ),
    agentQuestion,
  ],
  papers: [
    application('居住证积分续办申请表 | Application to renew the points'),
    residencePermit,
    paper('change-proof', '变化情况材料 | Papers on what changed', ['与变化内容一致'], {
      kind: 'proof',
      main: true,
      when: chosen('changed', 'yes'),
    }),
    ...agentPapers(),
  ],
  form: [
    personSection(),
    section('renewal', '续办 | Renewal', [
      text('notice-number', '积分通知书编号 | Number of the notice', { longest: 40 }),
      firm('employer', '工作单位 | Employer'),
      number('points', '现有积分 | Points now', '分 | points', { most: 500 }),
      text('change-note', '变化说明 | What changed', { when: chosen('changed', 'yes') }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '居住证积分通知书 | Notice of points', type: '30', validMonths: 12 },
  faq: [
    faq(
      '没续办会怎样？ | What if I do not renew?',
      '积分失效，影响子女入学等待遇。 | The points lapse, and with them the benefits.',
    ),
    faq(
      '换单位后怎么办？ | What if I change my employer?',
      '由新单位续办。 | The new employer renews.',
    ),
    faq(
      '能网上续办吗？ | Can it be done online?',
      '没有变化的可以全程网办。 | Yes, if nothing changed.',
    ),
  ],
});

export const residencePoints = matter({
  name: '《上海市居住证》积分 | Shanghai residence permit points',
  summary:
    '持居住证的来沪人员申请积分，达标后享受相应公共服务。 | Points that open public services to holders of a residence permit.',
  keywords: ['居住证积分', '积分', '120分', '积分续签', '随迁子女入学'],
  department: 'human-resources',
  coDepartments: ['公安松江分局'],
  catalog: ['14', 3],
  type: '20',
  laws: [
    law(
      '《上海市居住证积分管理办法》',
      '关于积分申请、核定和续办的规定',
      '持证人通过用人单位申请积分，受理机构在规定时限内核定并发给通知书。',
    ),
    law(
      '《居住证暂行条例》',
      '第二条',
      '公民离开常住户口所在地，到其他城市居住半年以上，符合条件的可以申领居住证。',
    ),
  ],
  objects: ['1'],
  themes: ['household', 'talent'],
  where: '二层社会事务服务区 | Second floor, Social Affairs Area',
  alsoAt: ['yueyang', 'fangsong', 'jiuting', 'sijing', 'chedun', 'xinqiao'],
  visits: { window: 1, online: 1, reason: '首次申请需要核对原件。' },
  items: [apply, renew],
});
