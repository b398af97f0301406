import { chosen, chosenAny } from './kit/conditions.ts';
import { choice, date, money, number, person, table, text } from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { law } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, businessLicence, identity, paper } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const accounts = table(
  'employees',
  '职工 | Employees',
  [
    person('employee', '姓名 | Name'),
    money('base', '缴存基数 | Base', { yuan: true }),
    number('share', '缴存比例 | Share', '% | %', { least: 5, most: 7 }),
    date('from', '起缴月份 | From', 'any'),
  ],
  { most: 500 },
);

const register = item({
  key: 'register',
  name: '住房公积金单位缴存登记 | Registration of an employer with the housing fund',
  kind: 'new',
  statutory: workingDays(20, '《住房公积金管理条例》第十四条'),
  promised: onTheSpot(),
  extensionDays: 0,
  conditions: ['自设立之日起三十日内办理缴存登记', '自登记之日起二十日内为职工办理账户设立手续'],
  questions: [
    single('employer', '单位是哪一类？ | What is the employer?', {
      firm: '企业、个体工商户 | Firm or sole trader',
      institution: '机关、事业单位 | Authority or public institution',
      organisation: '社会组织 | Social organisation',
    }),
    yesNo('authorised-pay', '是否委托银行扣款？ | Shall the bank collect it?'),
    agentQuestion,
  ],
  papers: [
    application('住房公积金单位缴存登记表 | Registration of the employer'),
    businessLicence({ when: chosen('employer', 'firm') }),
    paper(
      'founding',
      '设立批准文件或者法人证书 | Founding document or certificate',
      ['在有效期内'],
      {
        kind: 'certificate',
        when: chosenAny('employer', 'institution', 'organisation'),
        issuedBy: '批准机关 | Founding authority',
      },
    ),
    identity('representative-identity', '法定代表人（负责人） | the legal representative'),
    paper(
      'bank-letter',
      '委托银行扣款协议 | Collection agreement with the bank',
      ['账户户名与单位一致'],
      {
        kind: 'contract',
        when: chosen('authorised-pay', 'yes'),
      },
    ),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('deposit', '缴存信息 | Deposits', [
      date('founded-on', '单位设立日期 | Founded on', 'past'),
      number('headcount', '职工人数 | Employees', '人 | people', { least: 1 }),
      number('share', '单位缴存比例 | Share of the employer', '% | %', { least: 5, most: 7 }),
      choice('payday', '汇缴日 | Day of payment', {
        early: '每月上旬 | First ten days',
        middle: '每月中旬 | Middle',
        late: '每月下旬 | Last ten days',
      }),
      text('bank', '缴存账户开户银行 | Bank'),
      text('account', '银行账号 | Account number', {
        longest: 32,
        pattern: ['^[0-9 -]{8,32}$', '8至32位数字 | 8 to 32 digits'],
      }),
      person('handler', '公积金经办人 | Person in charge of the fund'),
      accounts,
    ]),
    contactSection(),
    closingSection(),
  ],
  result: {
    name: '住房公积金单位登记号通知 | Notice of the registration number',
    type: '30',
    delivery: ['electronic', 'window'],
  },
  faq: [
    faq(
      '新公司多久内要开户？ | By when must a new firm register?',
      '设立之日起三十日内登记，登记后二十日内为职工开户。 | Within thirty days; accounts within twenty days after.',
    ),
    faq(
      '试用期要缴吗？ | Is it due in the probation period?',
      '要，建立劳动关系就应当缴存。 | Yes, from the start of the employment.',
    ),
    faq(
      '缴存比例是多少？ | What are the shares?',
      '单位和个人各百分之五至百分之七，由单位确定。 | Five to seven per cent each.',
    ),
  ],
});

const change = item({
  key: 'change',
  name: '单位缴存登记变更 | Change of the registration',
  kind: 'change',
  statutory: workingDays(20),
  promised: onTheSpot(),
  extensionDays: 0,
  conditions: ['单位已经办理缴存登记', '自变更之日起三十日内办理'],
  questions: [
    multiple('what', '变更哪些内容？ | What changes?', {
      name: '单位名称、法定代表人 | Name or representative',
      account: '缴存银行账户 | Bank account',
      share: '缴存比例 | Share',
    }),
    agentQuestion,
  ],
  papers: [
    application('单位缴存登记变更表 | Change of the registration'),
    businessLicence({ when: chosen('what', 'name') }),
    paper(
      'resolution',
      '调整缴存比例的决议 | Resolution on the share',
      ['经职工代表大会或者工会讨论通过'],
      {
        kind: 'proof',
        main: true,
        when: chosen('what', 'share'),
      },
    ),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('change', '变更内容 | What changes', [
      text('registration-number', '单位登记号 | Registration number', { longest: 20 }),
      text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
      text('new-account', '变更后账号 | New account', {
        longest: 32,
        when: chosen('what', 'account'),
      }),
      number('new-share', '变更后比例 | New share', '% | %', {
        least: 5,
        most: 7,
        when: chosen('what', 'share'),
      }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '变更登记回执 | Receipt of the change', type: '30' },
  faq: [
    faq(
      '比例多久能改一次？ | How often may the share change?',
      '每个缴存年度一次。 | Once a year of deposit.',
    ),
    faq(
      '职工增减在哪里办？ | Where do joiners and leavers go?',
      '网上办理汇缴清册变更。 | Change the monthly list online.',
    ),
    faq(
      '更名要先改执照吗？ | Is the licence changed first?',
      '是的，以登记机关的信息为准。 | Yes, the register counts.',
    ),
  ],
});

const cancel = item({
  key: 'cancel',
  name: '单位缴存登记注销 | Cancellation of the registration',
  kind: 'cancel',
  statutory: workingDays(20),
  promised: onTheSpot(),
  extensionDays: 0,
  conditions: [
    '单位合并、分立、撤销、解散或者破产',
    '自发生之日起三十日内办理',
    '职工账户已经转移或者封存',
  ],
  questions: [yesNo('arrears', '是否有欠缴？ | Is anything still owed?'), agentQuestion],
  papers: [
    application('单位缴存登记注销表 | Cancellation of the registration'),
    paper(
      'end-proof',
      '终止的证明文件 | Proof of the end',
      ['登记机关、人民法院或者主管机关出具'],
      {
        kind: 'certificate',
        exempt: 'data',
        issuedBy: '登记机关 | Registration authority',
      },
    ),
    paper('arrears-plan', '补缴方案 | Plan to pay what is owed', ['明确补缴日期和金额'], {
      kind: 'proof',
      main: true,
      when: chosen('arrears', 'yes'),
    }),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('end', '注销信息 | The end', [
      text('registration-number', '单位登记号 | Registration number', { longest: 20 }),
      date('ended-on', '终止日期 | Ended on', 'past'),
      number('accounts-left', '在册职工账户数 | Accounts left', '个 | accounts'),
      money('arrears-amount', '欠缴金额 | Owed', { yuan: true, when: chosen('arrears', 'yes') }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '注销登记回执 | Receipt of the cancellation', type: '30' },
  faq: [
    faq(
      '职工账户怎么办？ | What becomes of the accounts?',
      '转入新单位或者集中封存户。 | They move to the new employer or are sealed.',
    ),
    faq(
      '破产单位欠缴怎么办？ | What if a bankrupt firm owes?',
      '作为职工债权参加清偿。 | It ranks as a claim of the employees.',
    ),
    faq(
      '封存后能提取吗？ | Can sealed accounts be withdrawn?',
      '符合提取条件的可以。 | Where the conditions of withdrawal are met.',
    ),
  ],
});

export const housingFundDeposit = matter({
  name: '住房公积金单位缴存登记 | Registration of employers with the housing fund',
  summary:
    '新单位给职工缴公积金，先办理缴存登记。 | A new employer registers before paying into the fund.',
  keywords: ['公积金开户', '公积金登记', '单位公积金', '五险一金', '缴存'],
  department: 'housing-fund',
  catalog: ['50', 1],
  type: '20',
  laws: [
    law(
      '《住房公积金管理条例》',
      '第十四条',
      '新设立的单位自设立之日起三十日内办理缴存登记，并自登记之日起二十日内为职工办理账户设立手续。',
    ),
    law(
      '《住房公积金管理条例》',
      '第十三条',
      '每个职工只能有一个住房公积金账户，由管理中心建立明细账。',
    ),
  ],
  objects: ['2', '3', '4', '5'],
  themes: ['labour', 'setting-up'],
  where: '二层公积金服务区 | Second floor, Housing Provident Fund Area',
  areas: ['city', 'province', 'national'],
  items: [register, change, cancel],
});
