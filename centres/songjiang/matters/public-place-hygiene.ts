import { any, chosen, chosenAny } from './kit/conditions.ts';
import {
  address,
  check,
  choice,
  choices,
  date,
  number,
  person,
  table,
  text,
} from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { law, permitDeadline, permitExamination, shanghaiPromise } from './kit/laws.ts';
import { cancelItem, changeItem, renewItem, replaceItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import {
  agentPapers,
  application,
  businessLicence,
  identity,
  paper,
  premisesRight,
} from './kit/papers.ts';
import { agentQuestion, byPromise, multiple, single, wayQuestion, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const held = { licence: 'public-place-hygiene', validMonths: 48 } as const;

const statutory = workingDays(20, '《行政许可法》第四十二条');

const promise =
  '本单位已知晓公共场所卫生许可的条件，承诺场所布局、设施、人员健康证明和卫生检测符合国家卫生标准，接受决定后的现场核查；承诺不实的，愿接受撤销许可。 | We know the conditions, promise that layout, equipment, health certificates and measurements meet the national standards, accept the inspection after the decision, and know that a false promise has the licence revoked.';

const venues = {
  hotel: '宾馆、旅店 | Hotel or guest house',
  bath: '公共浴室、足浴 | Public bath or foot bath',
  beauty: '理发、美容 | Hairdresser or beauty salon',
  pool: '游泳场（馆） | Swimming pool',
  cinema: '影剧院、歌舞厅 | Cinema, theatre or dance hall',
  shop: '商场、书店 | Department store or bookshop',
  waiting: '候车、候诊室 | Waiting rooms',
} as const;

const apply = item({
  key: 'new',
  name: '公共场所卫生许可新办 | New hygiene licence',
  kind: 'new',
  statutory,
  promised: workingDays(10),
  promisedWhen: [{ when: byPromise, limit: onTheSpot() }],
  conditions: [
    '场所的空气、微小气候、水质、采光、照明、噪声、用品用具符合国家卫生标准',
    '有与经营项目相适应的卫生设施和布局',
    '有卫生管理制度和专职或者兼职卫生管理人员',
    '直接为顾客服务的人员取得健康合格证明',
  ],
  questions: [
    single('venue', '属于哪类公共场所？ | What kind of place is it?', venues),
    yesNo('air-conditioning', '是否使用集中空调通风系统？ | Is there central air conditioning?'),
    { ...wayQuestion, showIf: chosenAny('venue', 'hotel', 'beauty', 'cinema', 'shop') },
    agentQuestion,
  ],
  papers: [
    application('公共场所卫生许可申请表 | Application for a hygiene licence'),
    businessLicence(),
    identity('representative-identity', '法定代表人（负责人） | the legal representative'),
    paper(
      'plan',
      '场所方位图、平面图和卫生设施布局图 | Location, floor plan and sanitary equipment',
      ['标明各功能间面积', '标明消毒、通风、储藏设施'],
      {
        kind: 'plan',
        main: true,
        sheet: 'A3',
      },
    ),
    paper(
      'test-report',
      '公共场所卫生检测或者评价报告 | Report of measurements or evaluation',
      ['检测机构具备资质', '一年内出具', '结论合格'],
      {
        kind: 'report',
        main: true,
        exempt: 'promise',
        exemptWhen: byPromise,
      },
    ),
    paper(
      'air-report',
      '集中空调通风系统卫生检测或者评价报告 | Report on the central air conditioning',
      ['检测机构具备资质', '结论合格'],
      {
        kind: 'report',
        main: true,
        when: chosen('air-conditioning', 'yes'),
      },
    ),
    paper('water-report', '水质检测报告 | Report on the water', ['池水或者沐浴用水指标合格'], {
      kind: 'report',
      main: true,
      when: chosenAny('venue', 'pool', 'bath'),
    }),
    paper(
      'rules',
      '公共场所卫生管理制度 | Hygiene rules of the place',
      ['含清洗消毒、用品索证、应急处置'],
      {
        kind: 'proof',
        deferrable: true,
        exempt: 'promise',
        exemptWhen: byPromise,
      },
    ),
    premisesRight({ deferrable: true }),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('venue', '场所信息 | The place', [
      text('venue-name', '场所名称 | Name of the place'),
      address('venue-address', '经营地址 | Address'),
      number('area', '营业面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
      number('rooms', '客房或者包间数 | Rooms', '间 | rooms', {
        when: chosenAny('venue', 'hotel', 'bath', 'cinema'),
      }),
      number('pool-area', '水面面积 | Water surface', '平方米 | m²', {
        decimals: 2,
        when: chosen('venue', 'pool'),
      }),
      choice('water', '供水方式 | Water supply', {
        mains: '市政供水 | Mains',
        secondary: '二次供水 | Secondary',
      }),
      choices('disinfection', '消毒设施 | Disinfection', {
        heat: '热力 | Heat',
        chemical: '化学 | Chemicals',
        uv: '紫外线 | Ultraviolet',
        service: '外送清洗 | Service',
      }),
      check('mechanical-ventilation', '有无机械通风 | Mechanical ventilation'),
    ]),
    section('staff', '人员 | Staff', [
      person('hygiene-manager', '卫生管理员 | Hygiene manager'),
      table(
        'attendants',
        '直接为顾客服务的人员 | Staff who serve customers',
        [
          person('attendant', '姓名 | Name', { noPhone: true }),
          text('health-certificate', '健康合格证明编号 | Health certificate number', {
            longest: 40,
          }),
          date('valid-until', '有效期至 | Valid until', 'future'),
        ],
        { most: 200 },
      ),
    ]),
    contactSection(),
    closingSection(promise),
  ],
  result: { name: '公共场所卫生许可证 | Hygiene licence for public places', type: '10', ...held },
  special: [
    { kind: 'testing', mostDays: 15, basis: '《行政许可法》第四十五条：检测所需时间不计入期限' },
  ],
  promise,
  people: 2,
  siteCheck: true,
  faq: [
    faq(
      '许可证有效期多久？ | How long is it valid?',
      '四年，每两年复核一次。 | Four years, reviewed every two.',
    ),
    faq(
      '检测找谁做？ | Who measures?',
      '有资质的检测机构，由申请人自行选择。 | Any qualified body; you choose.',
    ),
    faq(
      '开咖啡馆、饭店要办吗？ | Do cafés and restaurants need it?',
      '餐饮服务场所办理食品经营许可，不另办公共场所卫生许可。 | No, they need the food operation licence only.',
    ),
  ],
});

const review = renewItem(held, {
  key: 'review',
  name: '公共场所卫生许可证复核 | Two-yearly review',
  kind: 'other',
  promised: workingDays(7),
  people: 2,
  siteCheck: true,
  conditions: ['许可证在有效期内', '自发证之日起每满两年复核一次'],
  papers: [
    paper('test-report', '一年内的卫生检测报告 | Measurements of the last year', ['结论合格'], {
      kind: 'report',
      main: true,
    }),
  ],
  sections: [
    section('operation', '经营情况 | Operation', [
      person('hygiene-manager', '卫生管理员 | Hygiene manager'),
      number('staff', '从业人数 | Staff', '人 | people', { least: 1 }),
      date('tested-on', '最近检测日期 | Last measured on', 'past'),
    ]),
  ],
});

export const publicPlaceHygiene = matter({
  name: '公共场所卫生许可 | Hygiene licence for public places',
  summary:
    '开宾馆、浴室、理发美容店、游泳馆、影剧院等，先取得卫生许可证。 | For hotels, baths, salons, pools, cinemas and the like.',
  keywords: ['卫生许可证', '公共场所', '宾馆', '旅馆', '理发店', '美容院', '浴室', '游泳馆'],
  department: 'disease-control',
  coDepartments: ['区卫健委'],
  catalog: ['23', 1],
  type: '01',
  laws: [
    law(
      '《公共场所卫生管理条例》',
      '第四条',
      '国家对公共场所的选址、设计和卫生状况实行卫生许可证制度。',
    ),
    law(
      '《公共场所卫生管理条例》',
      '第八条',
      '经营单位应当及时办理卫生许可证，许可证两年复核一次。',
    ),
    permitExamination,
    permitDeadline,
    shanghaiPromise,
  ],
  objects: ['1', '2', '3', '4', '6'],
  themes: ['medical', 'permits'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  intermediaries: '卫生检测、评价由申请人自行委托有资质的机构。',
  items: [
    apply,
    changeItem(held, {
      promised: workingDays(5),
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '单位名称 | Name',
          representative: '法定代表人（负责人） | Legal representative',
          project: '经营项目 | Activities',
        }),
      ],
      papers: [
        businessLicence({ when: any(chosen('what', 'name'), chosen('what', 'representative')) }),
        paper('plan', '变更后的平面图 | New floor plan', ['标明变化部分'], {
          kind: 'plan',
          main: true,
          when: chosen('what', 'project'),
        }),
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          person('new-representative', '变更后负责人 | New representative', {
            when: chosen('what', 'representative'),
          }),
          choices('new-venues', '变更后经营项目 | Activities after the change', venues, {
            when: chosen('what', 'project'),
          }),
        ]),
      ],
    }),
    renewItem(held, {
      promised: workingDays(10),
      people: 2,
      siteCheck: true,
      papers: [
        paper('test-report', '一年内的卫生检测报告 | Measurements of the last year', ['结论合格'], {
          kind: 'report',
          main: true,
        }),
      ],
    }),
    review,
    cancelItem(held),
    replaceItem(held),
  ],
});
