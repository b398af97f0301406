import { chosen, chosenAny, not } from './kit/conditions.ts';
import { address, choice, choices, money, number, person, prose, text } from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law, permitExamination } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, identity, paper, premisesRight } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, personSection, section } from './kit/sections.ts';

const kinds = {
  clinic: '诊所 | Clinic',
  outpatient: '门诊部 | Outpatient department',
  hospital: '医院 | Hospital',
  nursing: '护理院（站） | Nursing home or station',
} as const;

// The regulation says thirty days of acceptance; counted as working days by 许可法 art. 82.
const statutory = workingDays(30, '《医疗机构管理条例》第十二条');

const result = {
  name: '设置医疗机构批准书 | Approval to set up a medical institution',
  type: '20',
} as const;

const review = [
  {
    kind: 'expert-review',
    mostDays: 30,
    basis: '《行政许可法》第四十五条：专家评审所需时间不计入期限',
  },
] as const;

const apply = item({
  key: 'set-up',
  name: '设置医疗机构审批 | Approval to set up a medical institution',
  kind: 'new',
  statutory,
  promised: workingDays(20),
  extensionDays: 0,
  conditions: [
    '符合当地医疗机构设置规划和医疗机构基本标准',
    '设置人具备规定的条件',
    '选址符合规划、环境和消防要求',
    '有与规模相适应的投资总额',
  ],
  questions: [
    single('kind', '设置哪类医疗机构？ | What is to be set up?', kinds),
    single('founder', '设置人是哪一类？ | Who sets it up?', {
      person: '个人 | A person',
      firm: '法人或者组织 | An organisation',
      partners: '两人以上合伙 | Partners',
    }),
    yesNo('beds', '是否设床位？ | Will it have beds?', { when: not(chosen('kind', 'clinic')) }),
    agentQuestion,
  ],
  papers: [
    application('设置医疗机构申请书 | Application to set up a medical institution'),
    paper(
      'feasibility',
      '可行性研究报告 | Feasibility study',
      ['含服务半径、诊疗科目、投资估算、人员配置'],
      {
        kind: 'report',
        main: true,
      },
    ),
    paper(
      'site-report',
      '选址报告和建筑设计平面图 | Report on the site and floor plan',
      ['标明与周围单位的距离', '医疗用房布局合理'],
      {
        kind: 'plan',
        main: true,
        sheet: 'A3',
      },
    ),
    identity('founder-identity', '设置人 | the founder', {
      when: chosenAny('founder', 'person', 'partners'),
    }),
    paper(
      'founder-licence',
      '设置单位营业执照或者法人证书 | Licence or certificate of the founder',
      ['在有效期内'],
      {
        kind: 'certificate',
        exempt: 'licence',
        licence: 'business-licence',
        when: chosen('founder', 'firm'),
        issuedBy: '登记机关 | Registration authority',
      },
    ),
    paper('partnership', '合伙协议 | Partnership agreement', ['全体合伙人签字'], {
      kind: 'contract',
      main: true,
      when: chosen('founder', 'partners'),
    }),
    paper('funds', '资信证明 | Proof of funds', ['不少于投资总额', '银行出具'], {
      kind: 'proof',
      deferrable: true,
    }),
    premisesRight({ deferrable: true }),
    ...agentPapers(),
  ],
  form: [
    personSection(),
    section('institution', '拟设机构 | The institution', [
      text('institution-name', '机构名称 | Name', { longest: 100 }),
      address('institution-address', '选址 | Site'),
      choices('subjects', '诊疗科目 | Subjects', {
        general: '全科 | General practice',
        internal: '内科 | Internal medicine',
        surgery: '外科 | Surgery',
        paediatrics: '儿科 | Paediatrics',
        dentistry: '口腔科 | Dentistry',
        chinese: '中医科 | Chinese medicine',
        rehabilitation: '康复医学 | Rehabilitation',
      }),
      choice('ownership', '经营性质 | Nature', {
        'for-profit': '营利性 | For profit',
        'non-profit': '非营利性 | Not for profit',
      }),
      money('investment', '投资总额 | Investment', { leastFen: 100 }),
      number('beds-planned', '床位数 | Beds', '张 | beds', { when: chosen('beds', 'yes') }),
      number('area', '建筑面积 | Floor area', '平方米 | m²', { least: 1, decimals: 2 }),
      person('head', '拟任主要负责人 | Head'),
      prose('neighbours', '周边环境说明 | The surroundings'),
    ]),
    contactSection(),
    closingSection(),
  ],
  result,
  special: [...review],
  people: 2,
  siteCheck: true,
  thirdParties: true,
  faq: [
    faq(
      '开诊所还要设置审批吗？ | Does a clinic still need this approval?',
      '诊所执业已实行备案的类别直接备案；是否适用请先咨询。 | Some clinics only file; ask beforehand.',
    ),
    faq(
      '专家评审要多久？ | How long does the expert review take?',
      '一般不超过三十日，不计入办理期限，会书面告知。 | As a rule up to thirty days, told in writing and not counted.',
    ),
    faq(
      '批准书有效期多久？ | How long is the approval valid?',
      '按机构规模确定，逾期未登记的批准书失效。 | It depends on the size; it lapses without registration.',
    ),
  ],
});

export const medicalInstitutionSetup = matter({
  name: '设置医疗机构审批 | Approval to set up a medical institution',
  summary:
    '办医院、门诊部、护理院等，建设前先取得设置批准书。 | Needed before a hospital, outpatient department or nursing home is built.',
  keywords: ['开诊所', '办医院', '医疗机构设置', '门诊部', '护理院', '设置批准书'],
  department: 'health',
  catalog: ['23', 2],
  type: '01',
  laws: [
    law(
      '《医疗机构管理条例》',
      '第九条',
      '单位或者个人设置医疗机构，按照规定须经县级以上卫生行政部门审查批准，并取得设置医疗机构批准书。',
    ),
    law(
      '《医疗机构管理条例》',
      '第十二条',
      '卫生行政部门自受理设置申请之日起三十日内，作出批准或者不批准的书面答复。',
    ),
    permitExamination,
  ],
  objects: ['1', '2', '3', '4'],
  themes: ['medical', 'permits'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  promiseExcluded: 'health-property',
  visits: { window: 1, online: 1, reason: '选址现场核查时申请人需要到场。' },
  items: [
    apply,
    item({
      key: 'change',
      name: '变更设置批准事项 | Change of the approval',
      kind: 'change',
      statutory,
      promised: workingDays(15),
      extensionDays: 0,
      conditions: ['设置批准书在有效期内', '变更后仍符合设置规划'],
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '机构名称 | Name',
          site: '选址 | Site',
          subjects: '诊疗科目或者规模 | Subjects or size',
        }),
        agentQuestion,
      ],
      papers: [
        application('变更设置医疗机构申请书 | Application to change the approval'),
        paper('approval', '原设置医疗机构批准书 | The approval', ['在有效期内'], {
          kind: 'certificate',
          exempt: 'data',
          issuedBy: '区卫健委 | District Health Commission',
        }),
        paper('site-report', '新的选址报告 | New report on the site', ['标明与周围单位的距离'], {
          kind: 'plan',
          main: true,
          when: chosen('what', 'site'),
        }),
        ...agentPapers(),
      ],
      form: [
        personSection(),
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          address('new-site', '变更后选址 | New site', { when: chosen('what', 'site') }),
          prose('new-subjects', '变更后科目和规模 | New subjects and size', {
            when: chosen('what', 'subjects'),
          }),
        ]),
        contactSection(),
        closingSection(),
      ],
      result,
      special: [...review],
      people: 2,
      siteCheck: true,
      faq: [
        faq(
          '换地址要重新申请吗？ | Does a new site need a new application?',
          '在本区范围内变更选址办理变更。 | Within the district it is a change.',
        ),
        faq(
          '变更影响有效期吗？ | Does it extend the validity?',
          '不影响，有效期不重新计算。 | No.',
        ),
        faq(
          '名称怎样核定？ | How is the name approved?',
          '由审批机关核定，应符合命名规定。 | By the authority, under the rules on names.',
        ),
      ],
    }),
  ],
});
