import { all, any, chosen, chosenAny, fieldIs } from './kit/conditions.ts';
import {
  address,
  check,
  choice,
  date,
  email,
  money,
  number,
  person,
  phone,
  premises,
  prose,
  table,
  text,
} from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { marketDeadline, marketPapers, registrationDuty, shanghaiSpeed } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, identity, paper, premisesRight } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, section } from './kit/sections.ts';

const questions = [
  multiple('shareholders', '股东是哪些类型？ | Who are the shareholders?', {
    'natural-person': '自然人 | Natural persons',
    'domestic-firm': '境内企业 | Firms in mainland China',
    institution: '事业单位、社会组织 | Public institutions or social organisations',
  }),
  single(
    'premises',
    '住所怎样证明？ | How do you prove the registered address?',
    {
      cloud: '使用住所云中已备案的住所 | An address already filed in the premises register',
      own: '自有房屋 | Own premises',
      rented: '租赁或者无偿使用的房屋 | Rented or lent premises',
      cluster: '集中登记地 | A cluster registration address',
    },
    {
      help: '住所云已备案的，免于提交住所证明。 | An address in the register needs no further proof.',
    },
  ),
  yesNo('prior-permit', '经营范围是否有前置许可项目？ | Does the business need a permit first?', {
    help: '例如烟花爆竹批发、证券、保险等。 | For example fireworks wholesale, securities or insurance.',
  }),
  single('governance', '公司治理结构怎样设置？ | How is the company governed?', {
    simple: '一名董事，不设监事或者设一名监事 | One director, no supervisor or one',
    board: '设董事会 | A board of directors',
  }),
  single('articles', '章程采用哪种文本？ | Which text do the articles use?', {
    model: '登记机关提供的示范文本 | The model text of the registry',
    own: '自行起草 | A text of our own',
  }),
  yesNo('free-seals', '是否申领免费刻章一套（4枚）？ | Do you want the free set of four seals?'),
  agentQuestion,
];

const papers = [
  application(
    '公司登记（备案）申请书 | Application for company registration',
    '《市场主体登记管理条例》第十六条',
  ),
  paper(
    'articles',
    '公司章程 | Articles of association',
    ['全体股东签字或者盖章', '记载法定事项齐全'],
    {
      kind: 'contract',
      main: true,
      exempt: 'data',
      exemptWhen: chosen('articles', 'model'),
      fill: '采用示范文本的由系统生成，在线签署。 | The model text is made by the system and signed online.',
    },
  ),
  identity('shareholder-identity', '自然人股东 | the natural shareholders', {
    when: chosen('shareholders', 'natural-person'),
  }),
  paper(
    'shareholder-licence',
    '企业股东的营业执照 | Business licences of the corporate shareholders',
    ['登记状态为存续', '名称与申请书一致'],
    {
      kind: 'certificate',
      when: chosen('shareholders', 'domestic-firm'),
      exempt: 'licence',
      licence: 'business-licence',
      issuedBy: '市场监督管理部门 | Market regulation authority',
    },
  ),
  paper(
    'shareholder-certificate',
    '事业单位、社会组织法人登记证书 | Certificates of institutions or social organisations',
    ['在有效期内', '加盖公章'],
    {
      kind: 'certificate',
      when: chosen('shareholders', 'institution'),
      form: '2',
      issuedBy: '登记管理机关 | Registration authority',
    },
  ),
  identity(
    'officer-identity',
    '法定代表人、董事、监事和高级管理人员 | the legal representative and the officers',
  ),
  paper(
    'appointment',
    '任职文件 | Documents of appointment',
    ['符合章程规定的产生程序', '签字或者盖章齐全'],
    { kind: 'proof', main: true },
  ),
  premisesRight({ when: chosenAny('premises', 'own', 'rented') }),
  paper(
    'cluster-letter',
    '集中登记地证明 | Letter of the cluster address',
    ['集中登记地已备案', '托管期限明确'],
    {
      kind: 'proof',
      when: chosen('premises', 'cluster'),
    },
  ),
  paper(
    'premises-record',
    '住所云备案信息 | Record in the premises register',
    ['备案有效', '未被其他企业占用'],
    {
      kind: 'proof',
      when: chosen('premises', 'cloud'),
      exempt: 'data',
      issuedBy: '住所云 | Premises register',
    },
  ),
  paper(
    'prior-permit-document',
    '前置许可批准文件 | Approval that has to come first',
    ['在有效期内', '批准事项与申请的经营范围一致'],
    {
      kind: 'certificate',
      main: true,
      when: chosen('prior-permit', 'yes'),
      issuedBy: '有关主管部门 | Competent authority',
    },
  ),
  ...agentPapers(),
];

const companySection = section('company', '公司信息 | The company', [
  text('company-name', '公司名称 | Name of the company', {
    longest: 100,
    help: '应当符合企业名称登记管理规定，可先在线自主申报。 | Can be reserved online beforehand.',
  }),
  premises('company-premises', '住所（住所云备案单元） | Registered address (filed premises)', {
    nameField: 'company-name',
    scopeField: 'business-scope',
    when: chosen('premises', 'cloud'),
    help: '按地址查找、看楼层图选房，或者扫门上的二维码；不再提交住所证明。 | Search, choose on the plan, or scan the code on the door; no proof is asked.',
  }),
  address('company-address', '住所 | Registered address', {
    when: chosenAny('premises', 'own', 'rented', 'cluster'),
  }),
  money('registered-capital', '注册资本 | Registered capital', { leastFen: 100 }),
  date('paid-by', '出资期限 | Capital paid in by', 'future', {
    help: '自公司成立之日起五年内缴足（公司法第四十七条）。 | Within five years of establishment.',
  }),
  choice('term', '经营期限 | Term', {
    long: '长期 | Without end',
    fixed: '固定年限 | Fixed years',
  }),
  number('term-years', '经营年限 | Years', '年 | years', {
    least: 1,
    most: 100,
    when: fieldIs('term', 'fixed'),
  }),
  prose('business-scope', '经营范围 | Scope of business', {
    longest: 2000,
    help: '请从规范条目中选择。 | Choose from the standard entries.',
  }),
  number('employees', '从业人数 | Employees', '人 | people'),
  choice(
    'seal-collection',
    '免费印章怎样领取 | How you want the free seals',
    {
      window: '与执照一并在窗口领取 | At the window with the licence',
      courier: '快递 | By courier',
    },
    { when: chosen('free-seals', 'yes') },
  ),
]);

const shareholderSection = section(
  'shareholders',
  '股东（发起人）出资 | Shareholders and capital',
  [
    table(
      'shareholder-list',
      '股东名录 | Shareholders',
      [
        text('name', '姓名或者名称 | Name', { longest: 100 }),
        text('identifier', '证件号码或者统一社会信用代码 | Identity number or credit code', {
          longest: 30,
        }),
        money('capital', '认缴出资额 | Subscribed capital'),
        choice('contribution', '出资方式 | Form', {
          cash: '货币 | Cash',
          property: '实物 | Property in kind',
          'intellectual-property': '知识产权 | Intellectual property',
          'land-use': '土地使用权 | Land use right',
          equity: '股权、债权 | Equity or claims',
        }),
        date('contributed-by', '出资日期 | Paid by'),
      ],
      { fewest: 1, most: 50 },
    ),
  ],
);

const officerSection = section('officers', '任职人员 | Officers', [
  person('legal-person', '法定代表人 | Legal representative'),
  table(
    'directors',
    '董事 | Directors',
    [person('director', '董事 | Director'), check('chairs', '是否董事长 | Chairs the board')],
    { fewest: 1, most: 20 },
  ),
  person('manager', '经理 | Manager', { when: chosen('governance', 'board') }),
  person('supervisor', '监事 | Supervisor', { optional: true }),
  person('finance-officer', '财务负责人 | Finance officer'),
  phone('company-phone', '公司联系电话 | Telephone of the company'),
  email('company-email', '公司电子邮箱 | E-mail of the company', { optional: true }),
]);

const establish = item({
  key: 'establish',
  name: '内资有限责任公司设立登记 | Registration of a domestic limited company',
  kind: 'new',
  statutory: workingDays(3, '《市场主体登记管理条例》第十九条'),
  promised: onTheSpot('《上海市优化营商环境条例》第三十一条'),
  // What has to be looked at by another authority first is not done on the spot.
  promisedWhen: [
    {
      when: any(
        chosen('prior-permit', 'yes'),
        all(chosen('articles', 'own'), chosen('governance', 'board')),
      ),
      limit: workingDays(1, '《上海市优化营商环境条例》第三十一条'),
    },
  ],
  extensionDays: 3,
  conditions: [
    '股东符合法定人数，有符合公司章程规定的全体股东认缴的出资额',
    '股东共同制定公司章程',
    '有公司名称，建立符合有限责任公司要求的组织机构',
    '有公司住所',
    '经营范围中依法须经前置许可的，已经取得批准文件',
  ],
  papers,
  questions,
  form: [companySection, shareholderSection, officerSection, contactSection(), closingSection()],
  result: {
    name: '营业执照 | Business licence',
    type: '10',
    licence: 'business-licence',
  },
  faq: [
    faq(
      '最快多久能拿到执照？ | How fast can I have the licence?',
      '材料齐全、符合法定形式的当场发照，不能当场登记的一个工作日内办结。 | On the spot when the papers are complete, else within one working day.',
    ),
    faq(
      '没有租到房子能注册吗？ | Can I register without having rented premises?',
      '可以使用集中登记地或者住所云中已备案的住所。 | Yes, with a cluster address or one that is in the premises register.',
    ),
    faq(
      '注册资本要马上缴足吗？ | Must the capital be paid in at once?',
      '不用，但应当自公司成立之日起五年内缴足。 | No, but within five years of the establishment.',
    ),
    faq(
      '刻章要收费吗？ | What do the seals cost?',
      '在本区新设立的企业可以免费领取一套四枚印章。 | A new firm of this district gets one set of four seals free of charge.',
    ),
  ],
});

export const companyRegistration = matter({
  name: '内资有限责任公司设立登记 | Registration of a domestic limited company',
  summary:
    '开办一家有限责任公司，领取营业执照。 | Start a limited company and get its business licence.',
  keywords: ['开公司', '注册公司', '公司设立', '营业执照', '企业开办', '工商注册', '办执照'],
  department: 'market-regulation',
  catalog: ['31', 1],
  type: '07',
  laws: [
    marketPapers,
    marketDeadline,
    shanghaiSpeed,
    registrationDuty(
      '第三条',
      '市场主体应当依照条例办理登记；未经登记，不得以市场主体名义从事经营活动。',
    ),
  ],
  objects: ['1', '2', '3', '4'],
  themes: ['setting-up'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  alsoAt: ['industrial-zone', 'sheshan-resort', 'export-zone'],
  areas: ['city', 'province'],
  kiosk: true,
  items: [establish],
});
