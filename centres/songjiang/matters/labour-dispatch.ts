import { chosen, fieldIs } from './kit/conditions.ts';
import { address, check, choice, money, number, person, prose, table, text } from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law, permitDeadline, permitExamination, permitRenewal } from './kit/laws.ts';
import { cancelItem, changeItem, renewItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import {
  agentPapers,
  application,
  businessLicence,
  identity,
  paper,
  premisesRight,
} from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const held = { licence: 'labour-dispatch', validMonths: 36 } as const;

const statutory = workingDays(20, '《行政许可法》第四十二条');

const annualReport = paper(
  'dispatch-report',
  '三年以来的经营情况报告 | Report on the last three years',
  ['含派遣人数、用工单位、社会保险缴纳情况', '加盖公章'],
  { kind: 'report', main: true },
);

const apply = item({
  key: 'new',
  name: '劳务派遣经营许可新办 | New labour dispatch licence',
  kind: 'new',
  statutory,
  promised: workingDays(12),
  conditions: [
    '注册资本不少于人民币二百万元',
    '有与开展业务相适应的固定经营场所和设施',
    '有符合法律、行政法规规定的劳务派遣管理制度',
  ],
  questions: [
    single('capital-proof', '注册资本怎样证明？ | How is the capital proved?', {
      audit: '验资报告 | Report of capital verification',
      statement: '财务审计报告 | Audited accounts',
    }),
    single('premises', '经营场所属于哪种？ | What are the premises?', {
      own: '自有 | Own',
      rented: '租赁 | Rented',
    }),
    yesNo('branches', '是否同时设立分公司经营派遣业务？ | Will branches dispatch labour as well?'),
    agentQuestion,
  ],
  papers: [
    application('劳务派遣经营许可申请书 | Application for a labour dispatch licence'),
    businessLicence({ main: true }),
    paper('articles', '公司章程 | Articles of association', ['登记机关备案的现行章程'], {
      kind: 'contract',
      exempt: 'data',
      issuedBy: '市场监督管理部门 | Market regulation authority',
    }),
    paper(
      'capital-report',
      '验资报告 | Capital verification',
      ['实缴不少于二百万元', '会计师事务所出具'],
      {
        kind: 'report',
        main: true,
        when: chosen('capital-proof', 'audit'),
      },
    ),
    paper('accounts', '财务审计报告 | Audited accounts', ['实收资本不少于二百万元', '一年内出具'], {
      kind: 'report',
      main: true,
      when: chosen('capital-proof', 'statement'),
    }),
    premisesRight({ exempt: 'data', exemptWhen: chosen('premises', 'own') }),
    paper(
      'equipment',
      '办公设施设备、信息管理系统清单 | List of equipment and information system',
      ['与业务规模相适应'],
      {
        kind: 'proof',
        deferrable: true,
      },
    ),
    identity('representative-identity', '法定代表人 | the legal representative'),
    paper(
      'rules',
      '劳务派遣管理制度 | Rules of dispatch',
      ['含劳动合同、报酬、社会保险、工作时间、休息休假、劳动纪律'],
      {
        kind: 'proof',
        main: true,
      },
    ),
    paper(
      'agreement',
      '拟与用工单位签订的劳务派遣协议样本 | Sample of the dispatch agreement',
      ['载明岗位、人数、期限、报酬和社会保险'],
      {
        kind: 'contract',
        deferrable: true,
      },
    ),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('dispatch', '经营信息 | The business', [
      money('paid-capital', '实缴注册资本 | Capital paid in', { leastFen: 200_000_000 }),
      address('office-address', '经营场所 | Premises'),
      number('area', '面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
      text('system', '信息管理系统名称 | Information system'),
      prose('sectors', '拟派遣的行业和岗位 | Trades and posts'),
      number('planned', '计划派遣人数 | People to be dispatched', '人 | people', { least: 1 }),
    ]),
    section('staff', '专职管理人员 | Managers', [
      table('managers', '专职管理人员 | Managers', [
        person('manager', '姓名 | Name', { noPhone: true }),
        text('post', '岗位 | Post', { longest: 40 }),
        check('insured', '是否缴纳社会保险 | Insured by the firm'),
      ]),
      table(
        'branches',
        '分公司 | Branches',
        [text('name', '名称 | Name'), address('address', '地址 | Address', { anywhere: true })],
        { when: chosen('branches', 'yes') },
      ),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '劳务派遣经营许可证 | Labour dispatch licence', type: '10', ...held },
  people: 2,
  siteCheck: true,
  faq: [
    faq(
      '注册资本可以认缴吗？ | May the capital be subscribed only?',
      '不可以，应当实缴二百万元以上。 | No, two million yuan have to be paid in.',
    ),
    faq('许可证有效期多久？ | How long is it valid?', '三年。 | Three years.'),
    faq(
      '每年要报告吗？ | Is there a yearly report?',
      '要，每年三月三十一日前提交上一年度经营情况报告。 | Yes, by 31 March for the year before.',
    ),
  ],
});

export const labourDispatch = matter({
  name: '劳务派遣经营许可 | Labour dispatch licence',
  summary: '经营劳务派遣业务，先取得许可证。 | Needed before a firm dispatches labour to others.',
  keywords: ['劳务派遣', '派遣许可证', '外包', '派遣公司', '用工'],
  department: 'human-resources',
  catalog: ['14', 2],
  type: '01',
  laws: [
    law(
      '《中华人民共和国劳动合同法》',
      '第五十七条',
      '经营劳务派遣业务，注册资本不少于二百万元，有固定场所设施和管理制度，并依法申请行政许可。',
    ),
    permitExamination,
    permitDeadline,
    permitRenewal,
  ],
  objects: ['2'],
  themes: ['labour', 'permits'],
  where: '二层社会事务服务区 | Second floor, Social Affairs Area',
  // Concerns the pay and insurance of those dispatched, so the ordinary way only (a setting).
  promiseExcluded: 'health-property',
  items: [
    apply,
    changeItem(held, {
      promised: workingDays(10),
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '公司名称 | Name',
          address: '住所 | Address',
          representative: '法定代表人 | Legal representative',
          capital: '注册资本 | Capital',
        }),
      ],
      papers: [
        businessLicence(),
        premisesRight({ when: chosen('what', 'address') }),
        paper('capital-report', '验资报告 | Capital verification', ['实缴不少于二百万元'], {
          kind: 'report',
          when: chosen('what', 'capital'),
        }),
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          address('new-address', '变更后住所 | New address', { when: chosen('what', 'address') }),
          person('new-representative', '变更后法定代表人 | New legal representative', {
            when: chosen('what', 'representative'),
          }),
          money('new-capital', '变更后注册资本 | New capital', {
            leastFen: 200_000_000,
            when: chosen('what', 'capital'),
          }),
        ]),
      ],
    }),
    renewItem(held, {
      promised: workingDays(12),
      people: 2,
      conditions: [
        '许可证在有效期内',
        // Sixty days before it expires: the measures on dispatch, from memory (a setting).
        '有效期届满六十日前提出',
        '三年内未因违反劳动保障法律被处以较重处罚',
      ],
      papers: [annualReport, businessLicence()],
      sections: [
        section('operation', '经营情况 | Operation', [
          number('dispatched', '现派遣人数 | People dispatched now', '人 | people'),
          number('clients', '用工单位数 | Clients', '家 | firms'),
          choice('disputes', '三年内有无群体性争议 | Collective disputes in three years', {
            none: '无 | None',
            some: '有 | Some',
          }),
          prose('disputes-note', '争议说明 | About the disputes', {
            optional: true,
            when: fieldIs('disputes', 'some'),
          }),
        ]),
      ],
    }),
    cancelItem(held, {
      papers: [
        paper(
          'settlement',
          '被派遣劳动者安置情况说明 | Settlement of the dispatched',
          ['劳动合同、社会保险处理完毕'],
          {
            kind: 'proof',
            main: true,
          },
        ),
      ],
    }),
  ],
});
