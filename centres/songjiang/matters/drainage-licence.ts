import { any, chosen, chosenAny } from './kit/conditions.ts';
import { address, check, choice, date, number, person, table, text } from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law, permitDeadline, permitExamination, permitRenewal } from './kit/laws.ts';
import { cancelItem, changeItem, renewItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, businessLicence, paper } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const held = { licence: 'drainage', validMonths: 60 } as const;

const statutory = workingDays(20, '《行政许可法》第四十二条');

const testing = [
  {
    kind: 'testing',
    mostDays: 15,
    basis: '《行政许可法》第四十五条：水质检测所需时间不计入期限',
  },
] as const;

const outlets = table(
  'outlets',
  '排放口 | Outlets',
  [
    text('number', '编号 | Number', { longest: 20 }),
    choice('kind', '类别 | Kind', { foul: '污水 | Foul water', rain: '雨水 | Rain water' }),
    text('road', '接入管网的道路 | Street of the sewer', { longest: 60 }),
    number('diameter', '管径 | Diameter', '毫米 | mm', { least: 1 }),
    number('volume', '日排水量 | Discharge a day', '立方米 | m³', { decimals: 2 }),
  ],
  { most: 50 },
);

const waterReport = paper(
  'water-report',
  '排水水质检测报告 | Report on the waste water',
  ['检测机构具备资质', '六个月内出具', '指标符合纳管标准'],
  { kind: 'report', main: true },
);

const apply = item({
  key: 'new',
  name: '城镇污水排入排水管网许可新办 | New licence to discharge into the sewers',
  kind: 'new',
  statutory,
  promised: workingDays(12),
  conditions: [
    '污水排放口的设置符合城镇排水与污水处理规划的要求',
    '排放污水的水质符合国家或者地方规定的排放标准',
    '按照国家有关规定建设相应的预处理设施和水质、水量检测设施',
    '排水户内部实行雨水、污水分流',
  ],
  questions: [
    single('discharger', '属于哪类排水户？ | Who discharges?', {
      industry: '工业 | Industry',
      building: '建筑施工 | Building site',
      catering: '餐饮 | Catering',
      medical: '医疗 | Medical',
      vehicles: '洗车、修车 | Car wash or repair',
    }),
    single('stage', '目前是否已经排水？ | Is anything discharged yet?', {
      existing: '已接管排水 | Yes',
      planned: '尚未排水 | Not yet',
    }),
    yesNo('key-discharger', '是否列入重点排污单位？ | Is it on the list of major polluters?', {
      when: chosenAny('discharger', 'industry', 'medical'),
    }),
    agentQuestion,
  ],
  papers: [
    application('排水许可申请表 | Application for a drainage licence'),
    businessLicence(),
    paper(
      'drain-plan',
      '排水户内部排水管网、专用检测井、污水排放口位置图 | Plan of drains, inspection chamber and outlets',
      ['雨水、污水分流', '标明管径、标高、流向'],
      {
        kind: 'plan',
        main: true,
        sheet: 'A3',
      },
    ),
    { ...waterReport, includeIf: chosen('stage', 'existing') },
    paper('forecast', '排水水量、水质预测说明 | Forecast of volume and quality', ['依据充分'], {
      kind: 'report',
      main: true,
      when: chosen('stage', 'planned'),
    }),
    paper(
      'pretreatment',
      '预处理设施说明 | The pretreatment',
      ['隔油、沉淀、中和、消毒等设施与污水性质相适应'],
      {
        kind: 'plan',
        deferrable: true,
        when: any(chosenAny('discharger', 'industry', 'catering', 'medical', 'vehicles')),
      },
    ),
    paper(
      'site-plan',
      '施工临时排水方案 | Temporary drainage of the site',
      ['含沉淀设施和排水期限'],
      {
        kind: 'plan',
        main: true,
        when: chosen('discharger', 'building'),
      },
    ),
    paper('monitor', '主要水污染物自动监测设备材料 | Automatic monitoring', ['已联网'], {
      kind: 'proof',
      main: true,
      when: chosen('key-discharger', 'yes'),
    }),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('discharge', '排水信息 | The discharge', [
      address('discharge-address', '排水地址 | Where'),
      number('water-used', '日用水量 | Water used a day', '立方米 | m³', { decimals: 2 }),
      outlets,
      check('separated', '是否雨污分流 | Rain and foul water are separated'),
      choice('treatment', '预处理方式 | Pretreatment', {
        grease: '隔油 | Grease trap',
        sediment: '沉淀 | Settling',
        disinfection: '消毒 | Disinfection',
        chemical: '物化、生化 | Chemical or biological',
        none: '无 | None',
      }),
      text('sewage-works', '污水最终去向（污水处理厂） | Sewage works', { optional: true }),
      person('water-officer', '排水管理人员 | Person in charge of drainage'),
      date('from', '计划排水日期 | Discharge from', 'any'),
      date('until', '施工排水截止日期 | Discharge of the site until', 'future', {
        when: chosen('discharger', 'building'),
      }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: {
    name: '城镇污水排入排水管网许可证 | Licence to discharge into the sewers',
    type: '10',
    ...held,
  },
  special: [...testing],
  people: 2,
  siteCheck: true,
  faq: [
    faq('居民家里要办吗？ | Do homes need it?', '居民生活排水不需要。 | No.'),
    faq(
      '工地临时排水有效期多久？ | How long for a building site?',
      '由主管部门根据排水情况确定，不超过施工期限。 | As decided, no longer than the works.',
    ),
    faq(
      '小餐饮也要办吗？ | Do small restaurants need it?',
      '从事餐饮向管网排水的要办，应有隔油设施。 | Yes, with a grease trap.',
    ),
  ],
});

export const drainageLicence = matter({
  name: '城镇污水排入排水管网许可 | Licence to discharge into the sewers',
  summary:
    '工厂、工地、餐饮、医疗、洗车等向市政管网排污水，先取得排水许可证。 | For firms that discharge waste water into the public sewers.',
  keywords: ['排水许可证', '排污', '污水', '纳管', '隔油池', '洗车排水'],
  department: 'water',
  coDepartments: ['区生态环境局'],
  catalog: ['19', 1],
  type: '01',
  laws: [
    law(
      '《城镇排水与污水处理条例》',
      '第二十一条',
      '从事工业、建筑、餐饮、医疗等活动向城镇排水设施排放污水的，应当申请领取污水排入排水管网许可证。',
    ),
    permitExamination,
    permitDeadline,
    permitRenewal,
  ],
  objects: ['1', '2', '3', '4', '5'],
  themes: ['environment', 'permits'],
  where: '三层投资建设服务区 | Third floor, Investment and Construction Area',
  promiseExcluded: 'environment',
  items: [
    apply,
    changeItem(held, {
      promised: workingDays(8),
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '名称、负责人 | Name or person in charge',
          outlets: '排放口 | Outlets',
          volume: '水量、水质 | Volume or quality',
        }),
      ],
      papers: [
        businessLicence({ when: chosen('what', 'name') }),
        { ...waterReport, includeIf: chosenAny('what', 'outlets', 'volume') },
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          { ...outlets, showIf: chosenAny('what', 'outlets', 'volume') },
        ]),
      ],
      special: [...testing],
      people: 2,
    }),
    renewItem(held, {
      promised: workingDays(8),
      people: 2,
      siteCheck: true,
      special: [...testing],
      papers: [waterReport],
      sections: [section('discharge', '排水信息 | The discharge', [outlets])],
    }),
    cancelItem(held),
  ],
});
