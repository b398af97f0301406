import { chosen, chosenAny } from './kit/conditions.ts';
import { address, choice, date, money, number, person, prose, table, text } from './kit/fields.ts';
import { faq, fee, item, onTheSpot, workingDays } from './kit/items.ts';
import { law } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, identity, paper } from './kit/papers.ts';
import { agentQuestion, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, section } from './kit/sections.ts';

const statutory = workingDays(30, '《不动产登记暂行条例》第二十条');

const feeBasis = '国家发展改革委、财政部关于不动产登记收费标准的通知';
const feeReduction = '因夫妻间变更登记、小微企业等依法减免的，按规定执行。';

const use = single('use', '属于哪类不动产？ | What kind of property is it?', {
  home: '住宅 | A home',
  other: '非住宅 | Not a home',
});

const fees = [
  fee('home', '不动产登记费（住宅） | Registration fee (home)', 8_000, {
    standard: '每件80元',
    basis: feeBasis,
    when: chosen('use', 'home'),
    reduction: feeReduction,
  }),
  fee('other', '不动产登记费（非住宅） | Registration fee (not a home)', 55_000, {
    standard: '每件550元',
    basis: feeBasis,
    when: chosen('use', 'other'),
    reduction: feeReduction,
  }),
];

const owners = (key: string, label: '转让方 | Sellers' | '受让方 | Buyers') =>
  table(
    key,
    label,
    [
      text('name', '姓名或者名称 | Name', { longest: 100 }),
      text('identifier', '证件号码 | Identity number or credit code', { longest: 30 }),
      text('share', '份额 | Share', { longest: 20, optional: true }),
    ],
    { most: 20 },
  );

const title = paper(
  'title',
  '不动产权证书 | Certificate of ownership',
  ['权利人为转让方', '未被查封、无异议登记'],
  {
    kind: 'certificate',
    exempt: 'licence',
    licence: 'real-estate-title',
    issuedBy: '不动产登记机构 | Real estate registry',
  },
);

const transfer = item({
  key: 'transfer',
  name: '国有建设用地使用权及房屋所有权转移登记 | Transfer of a house with its land use right',
  kind: 'change',
  statutory,
  promised: workingDays(5),
  // A sale of a home with the tax paid is registered while the parties wait; others take their time.
  promisedWhen: [
    { when: chosen('reason', 'sale'), limit: onTheSpot('区级承诺：存量房买卖当场办结') },
  ],
  extensionDays: 0,
  conditions: [
    '不动产已经登记，转让方为登记簿记载的权利人',
    '不存在查封、预告登记未解除等限制转移的情形',
    '当事人共同申请，继承、生效法律文书等法定单方申请的除外',
    '依法缴清税款',
  ],
  questions: [
    single('reason', '为什么转移？ | Why is it transferred?', {
      sale: '买卖 | Sale',
      gift: '赠与 | Gift',
      inheritance: '继承、受遗赠 | Inheritance',
      divorce: '离婚析产 | Divorce',
      judgment: '人民法院、仲裁文书 | Judgment or award',
    }),
    use,
    yesNo('mortgaged', '是否有抵押权？ | Is it mortgaged?'),
    single(
      'will',
      '继承有没有公证？ | Is the inheritance notarised?',
      { notarised: '已公证 | Notarised', plain: '未公证 | Not notarised' },
      { when: chosen('reason', 'inheritance') },
    ),
    agentQuestion,
  ],
  papers: [
    application('不动产登记申请书 | Application for registration'),
    identity('party-identity', '各方当事人 | the parties'),
    title,
    paper('contract', '买卖合同 | Contract of sale', ['已网签备案'], {
      kind: 'contract',
      main: true,
      when: chosen('reason', 'sale'),
      exempt: 'data',
    }),
    paper('gift-deed', '赠与合同 | Deed of gift', ['双方签字'], {
      kind: 'contract',
      main: true,
      when: chosen('reason', 'gift'),
    }),
    paper('notarial-deed', '继承权公证书 | Notarial deed', ['公证机构出具'], {
      kind: 'certificate',
      main: true,
      when: chosen('will', 'notarised'),
      issuedBy: '公证机构 | Notary public',
    }),
    paper(
      'kinship',
      '死亡证明、亲属关系材料和继承协议 | Proof of death, kinship and agreement of the heirs',
      ['继承人到场查验', '签署承诺'],
      {
        kind: 'proof',
        main: true,
        when: chosen('will', 'plain'),
      },
    ),
    paper(
      'divorce-paper',
      '离婚证和离婚协议 | Divorce certificate and agreement',
      ['房屋归属明确'],
      {
        kind: 'certificate',
        main: true,
        when: chosen('reason', 'divorce'),
        exempt: 'licence',
        licence: 'divorce-certificate',
        issuedBy: '民政部门 | Civil affairs authority',
      },
    ),
    paper('judgment', '生效法律文书和协助执行通知书 | Judgment or award', ['已生效'], {
      kind: 'proof',
      main: true,
      when: chosen('reason', 'judgment'),
      issuedBy: '人民法院、仲裁机构 | Court or tribunal',
    }),
    paper('tax', '完税或者减免税凭证 | Proof that the tax is paid', ['税款已缴清'], {
      kind: 'certificate',
      exempt: 'data',
      issuedBy: '税务机关 | Tax authority',
    }),
    paper(
      'mortgagee',
      '抵押权人同意或者带押过户材料 | Consent of the mortgagee',
      ['抵押权人盖章'],
      {
        kind: 'proof',
        when: chosen('mortgaged', 'yes'),
      },
    ),
    ...agentPapers(),
  ],
  form: [
    section('property', '不动产 | The property', [
      text('unit-number', '不动产单元号 | Unit number', {
        longest: 28,
        pattern: ['^[0-9A-Z]{28}$', '28位 | 28 characters'],
      }),
      address('property-address', '坐落 | Where'),
      number('area', '建筑面积 | Floor area', '平方米 | m²', { least: 1, decimals: 2 }),
      text('title-number', '不动产权证号 | Number of the certificate', { longest: 60 }),
      choice('ownership', '共有情况 | Ownership', {
        single: '单独所有 | Sole',
        joint: '共同共有 | Joint',
        shares: '按份共有 | In shares',
      }),
      money('price', '交易价格 | Price', { leastFen: 100, when: chosen('reason', 'sale') }),
      date('contract-date', '合同或者事实发生日期 | Date of the contract or event', 'past'),
    ]),
    section('parties', '当事人 | The parties', [
      owners('sellers', '转让方 | Sellers'),
      owners('buyers', '受让方 | Buyers'),
      person('inquirer', '申请查验的继承人 | Heir who comes', {
        when: chosen('reason', 'inheritance'),
      }),
      prose('heirs', '全部继承人情况 | All the heirs', { when: chosen('will', 'plain') }),
    ]),
    contactSection(),
    closingSection(),
  ],
  fees,
  result: {
    name: '不动产权证书 | Certificate of real estate ownership',
    type: '10',
    licence: 'real-estate-title',
  },
  people: 2,
  faq: [
    faq(
      '登记费多少？ | What does it cost?',
      '住宅每件80元，非住宅每件550元，向受让方收取。 | 80 yuan for a home, 550 yuan otherwise, paid by the buyer.',
    ),
    faq(
      '继承一定要公证吗？ | Must an inheritance be notarised?',
      '不一定，继承人可以到登记机构接受查验。 | No, the heirs can be heard at the registry.',
    ),
    faq(
      '交税和登记要跑两个窗口吗？ | Are tax and registration two windows?',
      '一个综合窗口，登记和缴税一次提交。 | One window takes both.',
    ),
    faq(
      '有贷款能过户吗？ | Can it be transferred with a mortgage?',
      '抵押权人同意的可以带押过户。 | With the consent of the bank, yes.',
    ),
  ],
});

const firstRegistration = item({
  key: 'correct',
  name: '不动产变更登记 | Change of the registered particulars',
  kind: 'change',
  statutory,
  promised: workingDays(3),
  extensionDays: 0,
  conditions: ['权利人姓名、名称、坐落、面积等登记内容发生变化', '权利主体未发生变化'],
  questions: [
    single('what', '变更哪项内容？ | What changes?', {
      name: '权利人姓名或者名称 | Name of the owner',
      address: '坐落、门牌 | Address',
      shares: '夫妻间共有方式 | Ownership between spouses',
    }),
    use,
    agentQuestion,
  ],
  papers: [
    application('不动产登记申请书 | Application for registration'),
    identity('party-identity', '权利人 | the owner'),
    title,
    paper('name-proof', '姓名或者名称变更证明 | Proof of the new name', ['前后一致'], {
      kind: 'proof',
      when: chosen('what', 'name'),
      exempt: 'data',
    }),
    paper('address-proof', '门牌变更证明 | Proof of the new address', ['公安或者民政部门出具'], {
      kind: 'proof',
      when: chosen('what', 'address'),
      exempt: 'data',
      issuedBy: '公安机关 | Public security authority',
    }),
    paper('marriage', '结婚证 | Marriage certificate', ['信息一致'], {
      kind: 'certificate',
      when: chosen('what', 'shares'),
      exempt: 'licence',
      licence: 'marriage-certificate',
      issuedBy: '民政部门 | Civil affairs authority',
    }),
    ...agentPapers(),
  ],
  form: [
    section('property', '不动产 | The property', [
      text('unit-number', '不动产单元号 | Unit number', { longest: 28 }),
      text('title-number', '不动产权证号 | Number of the certificate', { longest: 60 }),
      text('new-name', '变更后姓名或者名称 | New name', { when: chosen('what', 'name') }),
      address('new-address', '变更后坐落 | New address', { when: chosen('what', 'address') }),
      choice(
        'new-ownership',
        '变更后共有方式 | New ownership',
        { joint: '共同共有 | Joint', shares: '按份共有 | In shares', single: '单独所有 | Sole' },
        { when: chosen('what', 'shares') },
      ),
      person('owner', '权利人 | Owner'),
    ]),
    contactSection(),
    closingSection(),
  ],
  fees: fees.map((one) => ({
    ...one,
    // Between spouses no fee is taken.
    when: { all: [chosenAny('what', 'name', 'address'), ...(one.when ? [one.when] : [])] },
  })),
  result: {
    name: '不动产权证书 | Certificate of real estate ownership',
    type: '10',
    licence: 'real-estate-title',
  },
  people: 2,
  faq: [
    faq('夫妻加名字收费吗？ | Is adding a spouse charged?', '夫妻间变更登记免收登记费。 | No.'),
    faq(
      '门牌变了必须改证吗？ | Must I change it when the house number changes?',
      '不强制，登记信息会同步。 | No, the register is kept in step.',
    ),
    faq(
      '旧房产证还有效吗？ | Is the old certificate still valid?',
      '有效，变更时换发不动产权证书。 | Yes; it is exchanged at a change.',
    ),
  ],
});

export const realEstateTransfer = matter({
  name: '不动产转移（变更）登记 | Transfer and change of real estate',
  summary:
    '二手房过户、赠与、继承、离婚分房，办理不动产登记。 | Register a sale, gift, inheritance or division of a property.',
  keywords: ['过户', '房产过户', '二手房', '不动产登记', '房产证', '继承房产', '房产加名'],
  department: 'real-estate-registration',
  coDepartments: ['区税务局'],
  catalog: ['15', 1],
  type: '07',
  laws: [
    law(
      '《不动产登记暂行条例》',
      '第十四条',
      '因买卖、设定抵押权等申请登记的，由当事人双方共同申请；继承、生效法律文书等情形可以单方申请。',
    ),
    law(
      '《不动产登记暂行条例》',
      '第二十条',
      '自受理登记申请之日起三十个工作日内办结，法律另有规定的除外。',
    ),
    law(
      '《中华人民共和国民法典》',
      '第二百零九条',
      '不动产物权的设立、变更、转让和消灭，经依法登记发生效力。',
    ),
  ],
  objects: ['1', '2', '3', '4', '5', '6'],
  themes: ['real-estate'],
  where: '二层不动产登记服务区 | Second floor, Real Estate Registration Area',
  areas: ['city', 'province'],
  payOnline: true,
  visits: { window: 1, online: 1, reason: '需要当面查验当事人身份和意愿。' },
  items: [transfer, firstRegistration],
});
