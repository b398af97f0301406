import { chosen } from './kit/conditions.ts';
import { address, choice, money, number, person, prose, text } from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { marketDeadline, marketPapers, registrationDuty } from './kit/laws.ts';
import { cancelItem, changeItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, identity, paper, premisesRight } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, personSection, section } from './kit/sections.ts';

const held = { licence: 'business-licence', holder: 'person' } as const;

const family = {
  family: '家庭经营 | By a family',
  person: '个人经营 | By one person',
} as const;

const premises = single('premises', '经营场所怎样证明？ | How do you prove the premises?', {
  cloud: '住所云已备案 | Already in the premises register',
  paper: '提交房屋使用证明 | By a proof of use',
  online: '只有网络经营场所 | Only an address on the Internet',
});

const premisesPapers = [
  premisesRight({ when: chosen('premises', 'paper') }),
  paper(
    'online-premises',
    '网络经营场所证明 | Proof of the address on the Internet',
    ['平台名称、网址完整', '平台出具'],
    {
      kind: 'proof',
      when: chosen('premises', 'online'),
    },
  ),
];

const establish = item({
  key: 'establish',
  name: '个体工商户设立登记 | Registration of a sole trader',
  kind: 'new',
  statutory: workingDays(3, '《市场主体登记管理条例》第十九条'),
  promised: onTheSpot(),
  extensionDays: 3,
  conditions: ['经营者是有经营能力的自然人', '有经营场所', '经营范围不属于禁止经营的项目'],
  questions: [
    single('operation', '怎样经营？ | How is it run?', family),
    premises,
    yesNo('named', '是否使用名称（字号）？ | Will it have a name?'),
    agentQuestion,
  ],
  papers: [
    application('个体工商户登记申请书 | Application of a sole trader'),
    identity('operator-identity', '经营者 | the operator', { main: true }),
    identity('family-identity', '参加经营的家庭成员 | the family members who take part', {
      when: chosen('operation', 'family'),
    }),
    ...premisesPapers,
    ...agentPapers(),
  ],
  form: [
    personSection(),
    section('business', '经营信息 | The business', [
      text('business-name', '名称（字号） | Name', { longest: 100, when: chosen('named', 'yes') }),
      address('business-address', '经营场所 | Premises'),
      prose('business-scope', '经营范围 | Scope of business', { longest: 2000 }),
      money('capital', '资金数额 | Capital'),
      number('employees', '从业人数 | People at work', '人 | people', { least: 1 }),
      choice('industry', '行业 | Trade', {
        retail: '零售 | Retail',
        catering: '餐饮 | Catering',
        services: '居民服务 | Services to residents',
        repair: '修理 | Repair',
        manufacturing: '加工制造 | Making',
      }),
      person('family-member', '参加经营的家庭成员 | Family member who takes part', {
        when: chosen('operation', 'family'),
      }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '营业执照 | Business licence', type: '10', licence: 'business-licence' },
  faq: [
    faq(
      '个体户要注册资本吗？ | Is capital needed?',
      '没有最低要求，如实填写资金数额。 | There is no least amount; state what there is.',
    ),
    faq(
      '只在网上卖货要登记吗？ | Must I register to sell online only?',
      '需要的，可以用网络经营场所登记；依法不需要登记的零星小额交易除外。 | Yes, with the address on the Internet; small occasional sales are excepted by law.',
    ),
    faq(
      '以后能转为企业吗？ | Can it become a company later?',
      '可以，登记机关提供“个转企”一次办理。 | Yes, in one go at the registry.',
    ),
  ],
});

export const soleTrader = matter({
  name: '个体工商户登记 | Registration of sole traders',
  summary:
    '个人或者家庭开店做生意，领取营业执照。 | Open a shop or trade as a person or family and get a business licence.',
  keywords: ['个体户', '个体工商户', '开店', '摆摊', '小店执照', '个转企', '网店'],
  department: 'market-regulation',
  catalog: ['31', 4],
  type: '07',
  laws: [
    marketPapers,
    marketDeadline,
    registrationDuty('第二十四条', '变更登记事项的，在三十日内申请变更登记。'),
    registrationDuty(
      '第三十三条',
      '个体工商户按简易程序注销的无需公示，由登记机关推送有关部门，十日内无异议的直接办理。',
    ),
  ],
  objects: ['1'],
  themes: ['setting-up', 'closing'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  alsoAt: ['industrial-zone', 'sheshan-resort', 'export-zone'],
  areas: ['city', 'province'],
  kiosk: true,
  items: [
    establish,
    changeItem(held, {
      name: '个体工商户变更登记 | Change of a sole trader',
      statutory: workingDays(3),
      promised: onTheSpot(),
      extensionDays: 3,
      conditions: ['个体工商户处于存续状态', '自变更事项发生之日起三十日内申请'],
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          operator: '经营者 | Operator',
          address: '经营场所 | Premises',
          scope: '经营范围 | Scope of business',
          name: '名称 | Name',
        }),
        { ...premises, showIf: chosen('what', 'address') },
      ],
      papers: [
        identity('new-operator', '新的经营者 | the new operator', {
          when: chosen('what', 'operator'),
        }),
        ...premisesPapers,
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          person('new-operator', '新的经营者 | New operator', { when: chosen('what', 'operator') }),
          address('new-address', '新的经营场所 | New premises', {
            when: chosen('what', 'address'),
          }),
          prose('new-scope', '新的经营范围 | New scope', { when: chosen('what', 'scope') }),
          text('new-name', '新的名称 | New name', { when: chosen('what', 'name') }),
        ]),
      ],
    }),
    cancelItem(held, {
      name: '个体工商户注销登记 | Cancellation of a sole trader',
      // Ten days in which other departments may object: 条例 art. 33.
      statutory: workingDays(10, '《市场主体登记管理条例》第三十三条'),
      promised: workingDays(10),
      result: { name: '准予注销登记通知书 | Notice of cancellation', type: '30' },
      conditions: ['债权债务已经清偿完结', '有关部门在十日内未提出异议'],
    }),
  ],
});
