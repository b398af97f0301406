import { all, any, chosen, chosenAny, not } from './kit/conditions.ts';
import {
  address,
  check,
  choice,
  choices,
  file,
  number,
  person,
  prose,
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

// Five years is how it is handled everywhere; the text of the rule was not at hand.
const held = { licence: 'food-operation', validMonths: 60 } as const;

// 许可法 gives twenty days; the measures of 2023 are remembered as ten and five more (a setting).
const statutory = workingDays(20, '《行政许可法》第四十二条');

const promise =
  '本单位已知晓食品经营许可的条件和要求，承诺经营场所、设施设备、人员和制度符合食品安全法律法规和标准，开业前达到承诺的条件，接受事后核查；承诺不实的，愿接受撤销许可和信用惩戒。 | We know what a food business has to meet, promise that premises, equipment, staff and rules meet it before opening, accept the later inspection, and know that a false promise has the licence revoked.';

const kinds = {
  catering: '餐饮服务 | Catering',
  retail: '食品销售 | Selling food',
  canteen: '单位食堂 | Canteen',
  'central-kitchen': '中央厨房、集体用餐配送 | Central kitchen or meal delivery',
} as const;

const questions = [
  single('business', '属于哪种经营业态？ | What kind of food business is it?', kinds),
  multiple(
    'items',
    '经营哪些项目？ | What will be sold?',
    {
      hot: '热食类 | Hot food',
      cold: '冷食类 | Cold dishes',
      raw: '生食类 | Raw food',
      pastry: '糕点类 | Pastry',
      drinks: '自制饮品 | Drinks made on site',
      bulk: '散装食品 | Loose food',
    },
    { when: not(chosen('business', 'canteen')) },
  ),
  yesNo('made-on-site', '食品销售是否含现制现售？ | Is food made on site for sale?', {
    when: chosen('business', 'retail'),
  }),
  yesNo('chain', '是否连锁企业门店？ | Is it a branch of a chain?', {
    when: chosenAny('business', 'catering', 'retail'),
    help: '连锁企业总部已通过审查的内容，门店不再重复提交。 | What was examined at the head office is not asked for again.',
  }),
  { ...wayQuestion, showIf: chosenAny('business', 'catering', 'retail') },
  agentQuestion,
];

/** Cooking of any kind: wants a plan of the rooms, and the kitchen is looked at. */
const cooks = any(
  chosenAny('business', 'catering', 'canteen', 'central-kitchen'),
  chosen('made-on-site', 'yes'),
);

const papers = [
  application('食品经营许可申请书 | Application for a food operation licence'),
  businessLicence(),
  premisesRight({ deferrable: true, exempt: 'promise', exemptWhen: byPromise }),
  paper(
    'layout',
    '经营场所平面图、设施布局图 | Plan of the premises and the equipment',
    ['标明功能分区和面积', '食品处理区按生进熟出布局', '标明清洗、消毒、冷藏设施位置'],
    { kind: 'plan', main: true, when: cooks, sheet: 'A3' },
  ),
  paper(
    'flow',
    '食品经营操作流程 | Flow of operations',
    ['流程与申请的经营项目一致', '说明原料、加工、成品各环节'],
    { kind: 'plan', when: cooks, exempt: 'promise', exemptWhen: chosen('chain', 'yes') },
  ),
  paper(
    'rules',
    '保证食品安全的规章制度目录清单 | List of the food safety rules',
    ['含从业人员健康管理、进货查验、场所清洁、食品留样等制度', '与业态相适应'],
    {
      kind: 'proof',
      deferrable: true,
      exempt: 'promise',
      exemptWhen: any(byPromise, chosen('chain', 'yes')),
    },
  ),
  paper(
    'manager',
    '食品安全管理人员信息 | The food safety manager',
    ['具备食品安全知识考核合格信息', '与申请书一致'],
    {
      kind: 'proof',
      exempt: 'data',
      issuedBy: '市场监督管理部门 | Market regulation authority',
    },
  ),
  identity('representative-identity', '法定代表人（负责人） | the legal representative'),
  paper(
    'cold-room',
    '专间或者专用操作区说明 | Description of the separate room',
    ['生食、冷食、裱花糕点设置专间或者专用操作区'],
    {
      kind: 'plan',
      main: true,
      when: any(chosenAny('items', 'raw', 'cold'), all(chosen('items', 'pastry'), cooks)),
    },
  ),
  paper(
    'delivery-plan',
    '配送与冷链设施说明 | Delivery and cold chain',
    ['车辆、保温冷藏设施与配送量相适应'],
    {
      kind: 'plan',
      when: chosen('business', 'central-kitchen'),
    },
  ),
  ...agentPapers(),
];

const businessSection = section('business', '经营信息 | The business', [
  text('shop-name', '门店名称（招牌） | Name over the door', { longest: 60 }),
  address('shop-address', '经营场所 | Premises'),
  number('area', '经营面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
  number('kitchen-area', '食品处理区面积 | Area of the kitchen', '平方米 | m²', {
    decimals: 2,
    when: cooks,
  }),
  number('staff', '从业人数 | Staff', '人 | people', { least: 1 }),
  number('seats', '就餐座位数 | Seats', '座 | seats', {
    optional: true,
    when: chosenAny('business', 'catering', 'canteen'),
  }),
  choices('online-platforms', '网络经营 | Sold over the Internet', {
    own: '自建网站 | Own site',
    platform: '外卖平台 | Delivery platform',
    none: '不在网上经营 | Not',
  }),
]);

const safetySection = section('safety', '食品安全管理 | Food safety', [
  person('safety-manager', '食品安全管理员 | Food safety manager'),
  table(
    'equipment',
    '主要设施设备 | Main equipment',
    [
      text('name', '名称 | Name', { longest: 60 }),
      number('quantity', '数量 | Quantity', '台 | pieces', { least: 1 }),
      text('place', '位置 | Where', { longest: 60 }),
    ],
    { fewest: 1, most: 60 },
  ),
  choice(
    'disinfection',
    '餐饮具消毒方式 | How dishes are disinfected',
    {
      heat: '热力消毒 | By heat',
      chemical: '化学消毒 | By chemicals',
      outsourced: '集中消毒单位提供 | By a service',
      disposable: '一次性餐具 | Disposable dishes',
    },
    { when: cooks },
  ),
  check('open-kitchen', '是否明厨亮灶 | Open kitchen', { when: cooks }),
  file('photos', '经营场所照片 | Photographs of the premises', { optional: true, most: 10 }),
]);

const apply = item({
  key: 'new',
  name: '食品经营许可新办 | New food operation licence',
  kind: 'new',
  statutory,
  promised: workingDays(12),
  promisedWhen: [{ when: byPromise, limit: workingDays(5) }],
  conditions: [
    '取得营业执照等合法主体资格',
    '有与经营的食品品种、数量相适应的经营场所，与有毒、有害场所保持规定的距离',
    '有与经营相适应的设备或者设施，以及消毒、更衣、盥洗、防尘、防蝇、防鼠等设施',
    '有食品安全管理人员和保证食品安全的规章制度',
    '有合理的设备布局和工艺流程，防止待加工食品与直接入口食品交叉污染',
  ],
  papers,
  questions,
  form: [firmSection(), businessSection, safetySection, contactSection(), closingSection(promise)],
  result: { name: '食品经营许可证 | Food operation licence', type: '10', ...held },
  promise,
  people: 2,
  siteCheck: true,
  faq: [
    faq(
      '先办营业执照还是先办许可证？ | Which comes first, the business licence?',
      '先取得营业执照，再申请食品经营许可；开办餐饮店可以走「一件事」一次办。 | The business licence first; for a restaurant the bundle does all in one go.',
    ),
    faq(
      '只卖预包装食品要许可吗？ | Do I need it for packaged food only?',
      '仅销售预包装食品的不需要许可，办理备案即可。 | No, selling packaged food only is filed, not licensed.',
    ),
    faq(
      '多久会来现场核查？ | When is the kitchen inspected?',
      '受理后两名以上核查人员到场，提前电话预约。 | After acceptance two officers come, by appointment.',
    ),
    faq(
      '选择告知承诺有什么风险？ | What is the risk of promising?',
      '承诺不实会被撤销许可并记入信用记录。 | A false promise has the licence revoked and goes on record.',
    ),
  ],
});

const change = changeItem(held, {
  statutory,
  promised: workingDays(10),
  people: 2,
  siteCheck: true,
  conditions: [
    '许可证在有效期内',
    '变更经营项目、布局流程的，变更后仍符合许可条件',
    '经营场所变化的，重新申请许可',
  ],
  questions: [
    multiple('what', '变更哪些内容？ | What changes?', {
      name: '经营者名称 | Name',
      representative: '法定代表人（负责人） | Legal representative',
      items: '经营项目 | What is sold',
      layout: '布局流程、主要设施 | Layout or equipment',
    }),
  ],
  papers: [
    businessLicence({ when: chosenAny('what', 'name', 'representative') }),
    paper('layout', '变更后的布局图和操作流程 | New plan and flow', ['与变更内容一致'], {
      kind: 'plan',
      main: true,
      when: chosenAny('what', 'items', 'layout'),
    }),
  ],
  promisedWhen: [{ when: not(chosenAny('what', 'items', 'layout')), limit: workingDays(2) }],
  sections: [
    section('change', '变更内容 | What changes', [
      text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
      person('new-representative', '变更后负责人 | New representative', {
        when: chosen('what', 'representative'),
      }),
      choices(
        'new-items',
        '变更后经营项目 | Sold after the change',
        {
          hot: '热食类 | Hot food',
          cold: '冷食类 | Cold dishes',
          raw: '生食类 | Raw food',
          pastry: '糕点类 | Pastry',
          drinks: '自制饮品 | Drinks',
        },
        { when: chosen('what', 'items') },
      ),
      prose('layout-changes', '布局变化说明 | What changes in the layout', {
        when: chosen('what', 'layout'),
      }),
    ]),
  ],
});

const renew = renewItem(held, {
  statutory,
  promised: workingDays(10),
  promisedWhen: [
    { when: byPromise, limit: onTheSpot() },
    { when: chosen('changed', 'no'), limit: workingDays(5) },
  ],
  people: 2,
  siteCheck: true,
  promise,
  // Ninety to fifteen working days is remembered of the measures of 2023 (a setting).
  conditions: [
    '许可证在有效期内',
    '在有效期届满前九十个工作日至十五个工作日期间提出申请',
    '经营条件符合要求',
  ],
  questions: [
    yesNo('changed', '经营条件是否有变化？ | Has anything changed since it was issued?'),
    { ...wayQuestion, showIf: chosen('changed', 'no') },
  ],
  papers: [
    paper('layout', '变化后的布局图和操作流程 | New plan and flow', ['与现场一致'], {
      kind: 'plan',
      main: true,
      when: chosen('changed', 'yes'),
    }),
    paper(
      'unchanged',
      '经营条件未发生变化的声明 | Statement that nothing changed',
      ['负责人签字'],
      {
        kind: 'proof',
        when: chosen('changed', 'no'),
      },
    ),
  ],
  sections: [
    section('operation', '经营情况 | Operation', [
      number('staff', '从业人数 | Staff', '人 | people', { least: 1 }),
      person('safety-manager', '食品安全管理员 | Food safety manager'),
      prose('changes', '变化说明 | What changed', { when: chosen('changed', 'yes') }),
    ]),
  ],
});

export const foodLicence = matter({
  name: '食品经营许可 | Food operation licence',
  summary:
    '开餐馆、奶茶店、食堂或者卖散装食品，先取得食品经营许可证。 | For restaurants, tea shops, canteens and selling loose food.',
  keywords: [
    '食品经营许可证',
    '餐饮许可',
    '开饭店',
    '开餐馆',
    '奶茶店',
    '卫生许可',
    '食堂',
    '外卖',
  ],
  department: 'market-regulation',
  catalog: ['31', 5],
  type: '01',
  laws: [
    law(
      '《中华人民共和国食品安全法》',
      '第三十五条',
      '国家对食品生产经营实行许可制度；从事食品销售和餐饮服务应当依法取得许可，仅销售预包装食品的报备案。',
    ),
    law(
      '《中华人民共和国食品安全法》',
      '第三十三条',
      '食品经营应当具有相适应的场所、设备设施、人员和制度，布局流程合理。',
    ),
    permitExamination,
    permitDeadline,
    shanghaiPromise,
  ],
  objects: ['1', '2', '3', '4', '6'],
  themes: ['food', 'permits'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  alsoAt: ['industrial-zone', 'sheshan-resort', 'export-zone'],
  areas: ['city'],
  kiosk: true,
  items: [
    apply,
    change,
    renew,
    cancelItem(held),
    replaceItem(held, {
      sections: [
        section('loss', '补证原因 | Why', [
          choice('why', '补证原因 | Why', { lost: '遗失 | Lost', damaged: '损坏 | Damaged' }),
        ]),
      ],
    }),
  ],
});
