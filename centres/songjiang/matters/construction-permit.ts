import { all, chosen, not } from './kit/conditions.ts';
import { address, choice, date, firm, money, number, person, table, text } from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law, permitExamination } from './kit/laws.ts';
import { changeItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, paper } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const held = { licence: 'construction-permit' } as const;

const building = '《中华人民共和国建筑法》';

// Promised in five: districts say three to five (a setting).
const statutory = workingDays(7, '《建筑法》第八条');

const apply = item({
  key: 'new',
  name: '建筑工程施工许可证核发 | Issue of a construction permit',
  kind: 'new',
  statutory,
  promised: workingDays(5),
  extensionDays: 0,
  conditions: [
    '已经办理该建筑工程用地批准手续',
    '依法应当办理建设工程规划许可证的，已经取得',
    '需要拆迁的，其拆迁进度符合施工要求',
    '已经确定建筑施工企业',
    '有满足施工需要的资金安排、施工图纸及技术资料',
    '有保证工程质量和安全的具体措施',
  ],
  questions: [
    single('project', '属于哪类工程？ | What kind of project is it?', {
      building: '房屋建筑 | Building',
      municipal: '市政基础设施 | Municipal works',
      fitting: '装饰装修 | Fitting out',
    }),
    single('contractor', '施工企业怎样确定？ | How was the contractor chosen?', {
      tender: '招标 | By tender',
      direct: '直接发包 | Directly',
    }),
    yesNo('supervised', '是否必须实行监理？ | Does it need a supervising engineer?'),
    yesNo('demolition', '是否涉及拆迁？ | Does anything have to be demolished first?', {
      when: not(chosen('project', 'fitting')),
    }),
    agentQuestion,
  ],
  papers: [
    application('建筑工程施工许可申请表 | Application for a construction permit'),
    paper('land', '建设工程用地批准手续 | Approval of the land use', ['用地单位与建设单位一致'], {
      kind: 'certificate',
      when: not(chosen('project', 'fitting')),
      exempt: 'data',
      issuedBy: '规划资源部门 | Planning and natural resources authority',
    }),
    paper('planning-permit', '建设工程规划许可证 | Planning permit', ['建设内容与申请一致'], {
      kind: 'certificate',
      when: not(chosen('project', 'fitting')),
      exempt: 'licence',
      licence: 'planning-permit',
      issuedBy: '规划资源部门 | Planning and natural resources authority',
    }),
    paper('tender-notice', '中标通知书 | Notice of award', ['已备案', '中标单位与合同一致'], {
      kind: 'proof',
      main: true,
      when: chosen('contractor', 'tender'),
      exempt: 'data',
    }),
    paper('contract', '施工合同 | Construction contract', ['双方签章齐全', '工期、价款明确'], {
      kind: 'contract',
      main: true,
    }),
    paper(
      'supervision-contract',
      '监理合同 | Contract with the supervising engineer',
      ['双方签章齐全'],
      {
        kind: 'contract',
        when: chosen('supervised', 'yes'),
      },
    ),
    paper(
      'drawings',
      '施工图设计文件审查合格书 | Certificate that the drawings passed',
      ['审查机构盖章', '与规划许可一致'],
      {
        kind: 'report',
        main: true,
        exempt: 'data',
      },
    ),
    paper(
      'demolition-progress',
      '拆迁进度符合施工要求的说明 | Statement on the demolition',
      ['建设单位盖章'],
      {
        kind: 'proof',
        when: all(chosen('demolition', 'yes'), not(chosen('project', 'fitting'))),
      },
    ),
    paper(
      'funds',
      '建设资金已落实的承诺书 | Promise that the funds are there',
      ['法定代表人签字', '加盖公章'],
      {
        kind: 'proof',
        main: true,
      },
    ),
    paper(
      'safety',
      '保证工程质量和安全的具体措施 | Measures for quality and safety',
      ['含施工组织设计、危险性较大工程清单'],
      {
        kind: 'plan',
        main: true,
      },
    ),
    paper(
      'wage-account',
      '农民工工资专用账户开户证明 | Account for the wages of migrant workers',
      ['账户专用'],
      {
        kind: 'proof',
        deferrable: true,
      },
    ),
    ...agentPapers({ deferrable: true }),
  ],
  form: [
    firmSection(),
    section('project', '工程信息 | The project', [
      text('project-name', '工程名称 | Name of the project'),
      text('project-code', '项目代码 | Project code', {
        pattern: ['^[0-9-]{10,30}$', '投资项目统一代码 | The code of the investment project'],
      }),
      address('project-address', '建设地址 | Site'),
      number('area', '建筑面积 | Floor area', '平方米 | m²', {
        decimals: 2,
        when: not(chosen('project', 'municipal')),
      }),
      number('length', '长度 | Length', '米 | m', {
        decimals: 2,
        when: chosen('project', 'municipal'),
      }),
      number('storeys', '层数 | Storeys', '层 | storeys', { when: chosen('project', 'building') }),
      money('price', '合同价格 | Contract price', { leastFen: 100 }),
      date('starts-on', '计划开工日期 | Planned start', 'future'),
      date('ends-on', '计划竣工日期 | Planned completion', 'future'),
    ]),
    section('parties', '参建单位 | Who builds', [
      table('builders', '参建单位 | Firms', [
        firm('builder', '单位 | Firm'),
        choice('role', '类别 | Role', {
          survey: '勘察 | Survey',
          design: '设计 | Design',
          construction: '施工 | Construction',
          supervision: '监理 | Supervision',
        }),
        person('lead', '项目负责人 | Project lead'),
      ]),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: {
    name: '建筑工程施工许可证 | Construction permit',
    type: '10',
    ...held,
    delivery: ['electronic', 'window'],
  },
  people: 2,
  faq: [
    faq(
      '领证后多久要开工？ | By when must we start?',
      '三个月内；不能按期开工的申请延期，以两次为限，每次不超过三个月。 | Within three months; it can be put off twice, by three months each.',
    ),
    faq(
      '装修工程要办吗？ | Does fitting out need one?',
      '达到限额的装饰装修工程需要。 | Yes, above the size limit.',
    ),
    faq(
      '施工许可证还发纸质的吗？ | Is it still on paper?',
      '发电子证照，与纸质具有同等效力。 | It is electronic, with the same force.',
    ),
  ],
});

const postpone = changeItem(held, {
  key: 'postpone',
  name: '建筑工程延期开工 | Postponement of the start',
  kind: 'renew',
  statutory,
  promised: workingDays(2),
  conditions: ['自领取施工许可证之日起三个月内不能开工', '延期未超过两次'],
  questions: [
    single('times', '第几次延期？ | Which postponement is it?', {
      first: '第一次 | The first',
      second: '第二次 | The second',
    }),
  ],
  papers: [
    paper('reason', '延期开工的说明 | Reason for the postponement', ['理由具体', '加盖公章'], {
      kind: 'proof',
      main: true,
    }),
    paper(
      'first-postponement',
      '第一次延期的决定 | Decision on the first postponement',
      ['延期未满三个月'],
      {
        kind: 'certificate',
        when: chosen('times', 'second'),
        exempt: 'data',
        issuedBy: '区建管委 | District Construction and Management Commission',
      },
    ),
  ],
  sections: [
    section('postponement', '延期 | Postponement', [
      date('new-start', '延期后开工日期 | New start', 'future'),
      text('why', '延期原因 | Reason', { longest: 500, lines: 3 }),
    ]),
  ],
});

export const constructionPermit = matter({
  name: '建筑工程施工许可 | Construction permit',
  summary: '工程开工前，建设单位取得施工许可证。 | The client needs it before works begin.',
  keywords: ['施工许可证', '开工', '工程', '建设项目', '装修许可', '报建'],
  department: 'construction',
  catalog: ['17', 1],
  type: '01',
  coDepartments: ['区规划资源局'],
  laws: [
    law(
      building,
      '第七条',
      '建筑工程开工前，建设单位应当依法向县级以上建设行政主管部门申请领取施工许可证。',
    ),
    law(
      building,
      '第八条',
      '具备规定条件的，建设行政主管部门自收到申请之日起七日内颁发施工许可证。',
    ),
    law(
      building,
      '第九条',
      '自领取之日起三个月内开工；因故不能按期开工的申请延期，以两次为限，每次不超过三个月，逾期自行废止。',
    ),
    permitExamination,
  ],
  objects: ['2', '3', '5'],
  themes: ['construction'],
  where: '三层投资建设服务区 | Third floor, Investment and Construction Area',
  alsoAt: ['industrial-zone', 'export-zone'],
  promiseExcluded: 'public-safety',
  items: [
    apply,
    changeItem(held, {
      statutory,
      promised: workingDays(3),
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          client: '建设单位名称 | Name of the client',
          builder: '参建单位 | A firm that builds',
          lead: '项目负责人 | A project lead',
        }),
      ],
      papers: [
        paper(
          'change-proof',
          '变更依据材料 | Papers on the change',
          ['与变更内容一致', '各方盖章'],
          {
            kind: 'proof',
            main: true,
          },
        ),
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-client', '变更后建设单位 | New client', { when: chosen('what', 'client') }),
          firm('new-builder', '变更后参建单位 | New firm', { when: chosen('what', 'builder') }),
          person('new-lead', '变更后项目负责人 | New lead', { when: chosen('what', 'lead') }),
        ]),
      ],
    }),
    postpone,
  ],
});
