import { chosen, chosenAny } from './kit/conditions.ts';
import { address, choice, date, money, number, text } from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { law } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, identity, paper } from './kit/papers.ts';
import { agentQuestion, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, personSection, section } from './kit/sections.ts';

const withdraw = item({
  key: 'withdraw',
  name: '住房公积金提取 | Withdrawal from the housing fund',
  kind: 'other',
  statutory: workingDays(3, '《住房公积金管理条例》第二十五条'),
  promised: onTheSpot(),
  // Papers from other cities have to be asked for there.
  promisedWhen: [{ when: chosen('elsewhere', 'yes'), limit: workingDays(3) }],
  conditions: [
    '符合购买、建造、翻建、大修自住住房，偿还购房贷款本息，支付房租，离休退休，完全丧失劳动能力并终止劳动关系，出境定居等提取情形之一',
    '本人账户有余额',
  ],
  questions: [
    single('reason', '因为什么提取？ | Why do you withdraw?', {
      purchase: '购买住房 | Buying a home',
      loan: '偿还购房贷款 | Paying back a home loan',
      rent: '租赁住房 | Renting',
      retirement: '离休、退休 | Retirement',
      settlement: '出境定居 | Settling abroad',
      disability: '完全丧失劳动能力 | Unable to work',
    }),
    single(
      'rent-kind',
      '租住的是哪类住房？ | What do you rent?',
      {
        market: '市场租赁住房 | On the market',
        public: '公共租赁住房 | Public rental housing',
      },
      { when: chosen('reason', 'rent') },
    ),
    yesNo('elsewhere', '房屋是否在本市以外？ | Is the home outside Shanghai?', {
      when: chosenAny('reason', 'purchase', 'loan'),
    }),
    single(
      'family',
      '是否与配偶一并提取？ | Does your spouse withdraw as well?',
      { alone: '仅本人 | Only me', spouse: '与配偶一并 | Together with my spouse' },
      { when: chosenAny('reason', 'purchase', 'loan', 'rent') },
    ),
    agentQuestion,
  ],
  papers: [
    application('住房公积金提取申请表 | Application to withdraw'),
    identity('applicant-identity', '申请人 | the applicant'),
    paper(
      'purchase-contract',
      '购房合同和付款凭证 | Contract and proof of payment',
      ['已网签备案', '买受人为本人或者配偶'],
      {
        kind: 'contract',
        main: true,
        when: chosen('reason', 'purchase'),
      },
    ),
    paper(
      'loan-contract',
      '购房贷款合同和还款明细 | Loan contract and repayments',
      ['贷款用途为购房'],
      {
        kind: 'contract',
        when: chosen('reason', 'loan'),
        exempt: 'data',
        exemptWhen: chosen('elsewhere', 'no'),
      },
    ),
    paper('rent-contract', '租赁合同 | Lease', ['已备案', '在有效期内'], {
      kind: 'contract',
      when: chosen('rent-kind', 'public'),
      exempt: 'data',
      issuedBy: '房屋管理部门 | Housing authority',
    }),
    paper(
      'no-home',
      '本市无住房查询结果 | Proof that you own no home here',
      ['本人、配偶名下无住房'],
      {
        kind: 'proof',
        when: chosen('rent-kind', 'market'),
        exempt: 'data',
        issuedBy: '不动产登记机构 | Real estate registry',
      },
    ),
    paper('retirement', '退休证明 | Proof of retirement', ['退休日期明确'], {
      kind: 'certificate',
      when: chosen('reason', 'retirement'),
      exempt: 'data',
      issuedBy: '社会保险经办机构 | Social insurance agency',
    }),
    paper(
      'settlement',
      '出境定居证明 | Proof of settling abroad',
      ['户籍已注销或者取得境外永久居留资格'],
      {
        kind: 'proof',
        main: true,
        when: chosen('reason', 'settlement'),
      },
    ),
    paper(
      'disability',
      '劳动能力鉴定结论 | Finding on the ability to work',
      ['结论为完全丧失劳动能力', '劳动关系已终止'],
      {
        kind: 'report',
        when: chosen('reason', 'disability'),
        exempt: 'data',
        issuedBy: '劳动能力鉴定委员会 | Assessment committee',
      },
    ),
    paper('marriage', '结婚证 | Marriage certificate', ['与配偶信息一致'], {
      kind: 'certificate',
      when: chosen('family', 'spouse'),
      exempt: 'licence',
      licence: 'marriage-certificate',
      issuedBy: '民政部门 | Civil affairs authority',
    }),
    ...agentPapers(),
  ],
  form: [
    personSection(),
    section('withdrawal', '提取信息 | The withdrawal', [
      text('account', '公积金账号 | Fund account', {
        longest: 20,
        pattern: ['^[0-9]{8,20}$', '8至20位数字 | 8 to 20 digits'],
      }),
      money('amount', '提取金额 | Amount', { leastFen: 100, yuan: true }),
      text('bank', '收款银行 | Bank'),
      text('bank-account', '收款账号（本人） | Your bank account', { longest: 32 }),
      address('home', '房屋坐落 | The home', {
        anywhere: true,
        when: chosenAny('reason', 'purchase', 'loan', 'rent'),
      }),
      money('rent', '月租金 | Monthly rent', { yuan: true, when: chosen('reason', 'rent') }),
      number('area', '建筑面积 | Floor area', '平方米 | m²', {
        decimals: 2,
        when: chosen('reason', 'purchase'),
      }),
      date('happened-on', '合同或者事由发生日期 | Date of the contract or event', 'any'),
      choice('frequency', '提取方式 | How often', {
        once: '一次 | Once',
        monthly: '按月 | Monthly',
        yearly: '按年 | Yearly',
      }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: {
    name: '住房公积金提取通知 | Notice of withdrawal',
    type: '30',
    delivery: ['electronic', 'window'],
  },
  faq: [
    faq(
      '租房每月能提多少？ | How much can I withdraw for rent?',
      '以当年公布的限额和实际租金为准。 | Up to the limit of the year and the rent paid.',
    ),
    faq(
      '钱多久到账？ | When is the money there?',
      '准予提取后一般三个工作日内到本人账户。 | As a rule within three working days.',
    ),
    faq(
      '退休提取要跑窗口吗？ | Do I have to come when I retire?',
      '不用，网上核验退休信息后即可办理。 | No, the retirement is checked online.',
    ),
    faq(
      '离职能提取吗？ | Can I withdraw when I leave my job?',
      '单纯离职不属于提取情形，账户转移或者封存。 | No; the account moves or is sealed.',
    ),
  ],
});

export const housingFundWithdrawal = matter({
  name: '住房公积金提取 | Withdrawal from the housing fund',
  summary:
    '买房、还贷、租房、退休等，提取本人公积金。 | Take money out for a home, a loan, rent or retirement.',
  keywords: ['提取公积金', '公积金提取', '取公积金', '租房提取', '退休提取', '还贷'],
  department: 'housing-fund',
  catalog: ['50', 2],
  type: '20',
  laws: [
    law(
      '《住房公积金管理条例》',
      '第二十四条',
      '职工有购买、建造、翻建、大修自住住房，离休、退休等情形之一的，可以提取账户内的存储余额。',
    ),
    law(
      '《住房公积金管理条例》',
      '第二十五条',
      '管理中心自受理申请之日起三日内作出准予提取或者不准提取的决定，并通知申请人。',
    ),
  ],
  objects: ['1'],
  themes: ['housing', 'retirement'],
  where: '二层公积金服务区 | Second floor, Housing Provident Fund Area',
  areas: ['city', 'province', 'national'],
  kiosk: true,
  items: [withdraw],
});
