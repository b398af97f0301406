import { chosen, chosenAny } from './kit/conditions.ts';
import { address, choice, date, firm, money, person, prose, table, text } from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, businessLicence, identity, paper } from './kit/papers.ts';
import { agentQuestion, multiple, single } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

// Limits are guesses of what districts publish (settings).
const apply = item({
  key: 'apply',
  name: '国内优秀人才引进落户 | Household registration for talent from elsewhere in China',
  kind: 'new',
  statutory: workingDays(60),
  promised: workingDays(30),
  extensionDays: 0,
  conditions: [
    '用人单位注册在本区，信用良好',
    '引进人员与用人单位签订劳动（聘用）合同并依法缴纳社会保险和个人所得税',
    '引进人员符合引进类别规定的学历、职称、技能或者业绩条件',
    '无刑事犯罪记录',
  ],
  questions: [
    single('category', '属于哪类人才？ | Which category?', {
      degree: '高学历人才 | High degree',
      title: '高级职称人才 | Senior title',
      skill: '高技能人才 | High skill',
      founder: '创新创业人才 | Founder or innovator',
      key: '重点机构紧缺急需人才 | In short supply at a key institution',
    }),
    single('hukou', '落户在哪里？ | Where will you be registered?', {
      own: '自有住房 | My own home',
      relative: '亲属处 | With relatives',
      collective: '单位或者社区集体户 | A collective register',
    }),
    multiple('family', '哪些家属随迁？ | Who moves with you?', {
      spouse: '配偶 | Spouse',
      children: '未成年子女 | Minor children',
      none: '没有 | Nobody',
    }),
    agentQuestion,
  ],
  papers: [
    application('国内优秀人才引进申请表 | Application for talent introduction'),
    businessLicence(),
    identity('talent-identity', '引进人员 | the talent'),
    paper(
      'labour-contract',
      '劳动（聘用）合同 | Contract of employment',
      ['剩余期限符合要求', '单位盖章'],
      {
        kind: 'contract',
        main: true,
      },
    ),
    paper('degree', '学历、学位证书 | Degree certificates', ['可在学信网核验，境外学历经认证'], {
      kind: 'certificate',
      main: true,
      when: chosen('category', 'degree'),
      exempt: 'data',
      issuedBy: '教育部门 | Education authority',
    }),
    paper(
      'title-certificate',
      '职称、职业技能等级证书 | Title or skill certificate',
      ['与岗位一致'],
      {
        kind: 'certificate',
        main: true,
        when: chosenAny('category', 'title', 'skill'),
        issuedBy: '人力资源社会保障部门 | Human resources authority',
      },
    ),
    paper(
      'achievement',
      '创业投资、经营业绩证明 | Proof of investment and achievement',
      ['审计报告、股权证明齐全'],
      {
        kind: 'report',
        main: true,
        when: chosen('category', 'founder'),
      },
    ),
    paper('recommendation', '重点机构推荐函 | Letter of the key institution', ['机构在名单内'], {
      kind: 'proof',
      main: true,
      when: chosen('category', 'key'),
    }),
    paper(
      'tax-insurance',
      '社会保险和个人所得税缴纳记录 | Social insurance and income tax record',
      ['基数与工资一致'],
      {
        kind: 'proof',
        exempt: 'data',
        issuedBy: '社会保险经办机构、税务机关 | Social insurance and tax authorities',
      },
    ),
    paper('personnel-file', '人事档案核实情况 | Check of the personnel file', ['档案完整'], {
      kind: 'proof',
      main: true,
      issuedBy: '档案保管机构 | Keeper of the file',
    }),
    paper('home-title', '落户地址不动产权证 | Title of the home', ['权利人同意落户'], {
      kind: 'certificate',
      when: chosenAny('hukou', 'own', 'relative'),
      exempt: 'licence',
      licence: 'real-estate-title',
      issuedBy: '不动产登记机构 | Real estate registry',
    }),
    paper(
      'collective-consent',
      '集体户同意落户证明 | Consent of the collective register',
      ['单位或者社区盖章'],
      {
        kind: 'proof',
        deferrable: true,
        when: chosen('hukou', 'collective'),
      },
    ),
    paper('marriage', '结婚证 | Marriage certificate', ['信息一致'], {
      kind: 'certificate',
      when: chosen('family', 'spouse'),
      exempt: 'licence',
      licence: 'marriage-certificate',
      issuedBy: '民政部门 | Civil affairs authority',
    }),
    paper(
      'household-register',
      '原户籍地户口簿 | Household register of origin',
      ['首页、本人页、随迁人员页'],
      {
        kind: 'certificate',
        exempt: 'licence',
        licence: 'household-register',
        issuedBy: '公安机关 | Public security authority',
      },
    ),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('talent', '引进人员 | The talent', [
      person('talent', '引进人员 | Talent'),
      choice('degree', '最高学历 | Highest degree', {
        bachelor: '本科 | Bachelor',
        master: '硕士 | Master',
        doctor: '博士 | Doctor',
      }),
      text('school', '毕业院校和专业 | School and subject'),
      text('post', '岗位 | Post'),
      money('salary', '月工资 | Monthly pay', { yuan: true }),
      date('contract-until', '合同期限至 | Contract until', 'future'),
      firm('previous-employer', '原工作单位 | Previous employer', { optional: true }),
      prose('record', '主要业绩 | Achievements', { longest: 2000 }),
    ]),
    section('move', '落户与随迁 | The move', [
      address('hukou-address', '落户地址 | Address of the register'),
      text('origin', '原户籍地 | Where registered now'),
      person('spouse', '随迁配偶 | Spouse', { when: chosen('family', 'spouse') }),
      table(
        'children',
        '随迁子女 | Children',
        [
          text('name', '姓名 | Name', { longest: 40 }),
          date('born-on', '出生日期 | Born on', 'past'),
        ],
        { when: chosen('family', 'children'), most: 10 },
      ),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '引进人才落户审核意见 | Opinion on the registration of talent', type: '30' },
  special: [
    { kind: 'expert-review', mostDays: 20, basis: '重点人才业绩由专家评审，所需时间书面告知' },
  ],
  people: 2,
  thirdParties: true,
  faq: [
    faq(
      '个人能直接申请吗？ | Can I apply by myself?',
      '由用人单位申请。 | No, the employer applies.',
    ),
    faq(
      '审核通过后怎么落户？ | What comes after the approval?',
      '持审核意见到公安机关办理户口迁移。 | Take it to the police to move your registration.',
    ),
    faq(
      '结果会公示吗？ | Is the result published?',
      '拟引进人员名单向社会公示。 | Yes, the names are published first.',
    ),
  ],
});

export const talentIntroduction = matter({
  name: '国内人才引进 | Introduction of talent from elsewhere in China',
  summary:
    '用人单位为符合条件的人才申请落户上海。 | An employer applies for the Shanghai registration of qualified staff.',
  keywords: ['人才引进', '落户', '上海户口', '人才落户', '引进人才'],
  department: 'talent',
  coDepartments: ['区人社局', '公安松江分局'],
  catalog: ['14', 4],
  type: '20',
  laws: [
    law(
      '《上海市引进人才申办本市常住户口办法》',
      '关于申请条件和办理程序的规定',
      '用人单位为符合条件的引进人才申办常住户口，受理机构在规定时限内审核。',
    ),
  ],
  objects: ['2', '3', '4'],
  themes: ['talent', 'household'],
  where: '二层社会事务服务区 | Second floor, Social Affairs Area',
  items: [apply],
});
