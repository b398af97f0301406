import { chosen, chosenAny } from './kit/conditions.ts';
import { address, choice, date, money, number, person, text } from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, identity, paper } from './kit/papers.ts';
import { agentQuestion, single } from './kit/questions.ts';
import { closingSection, contactSection, personSection, section } from './kit/sections.ts';

const loan = item({
  key: 'loan',
  name: '住房公积金个人住房贷款 | Home loan from the housing fund',
  kind: 'new',
  statutory: workingDays(15, '《住房公积金管理条例》第二十六条'),
  promised: workingDays(10),
  extensionDays: 0,
  conditions: [
    '借款人连续足额缴存住房公积金达到规定的期限',
    '购买自住住房并支付规定比例的首付款',
    '有稳定的收入和偿还贷款本息的能力',
    '提供认可的担保',
  ],
  questions: [
    single('home', '购买哪类住房？ | What do you buy?', {
      new: '新建商品住房 | A new home',
      second: '存量住房 | An existing home',
      shared: '共有产权保障住房 | A home in shared ownership',
    }),
    single('marital', '婚姻状况？ | Are you married?', {
      single: '未婚 | Single',
      married: '已婚 | Married',
      divorced: '离异 | Divorced',
    }),
    single('guarantee', '采用哪种担保？ | What secures the loan?', {
      mortgage: '所购住房抵押 | Mortgage of the home',
      guarantor: '担保公司保证 | A guarantee company',
    }),
    agentQuestion,
  ],
  papers: [
    application('住房公积金个人住房贷款申请表 | Application for a home loan'),
    identity('borrower-identity', '借款人及共同借款人 | the borrowers'),
    paper('marriage', '结婚证 | Marriage certificate', ['信息一致'], {
      kind: 'certificate',
      when: chosen('marital', 'married'),
      exempt: 'licence',
      licence: 'marriage-certificate',
      issuedBy: '民政部门 | Civil affairs authority',
    }),
    paper('divorce', '离婚证或者生效法律文书 | Divorce certificate or judgment', ['住房归属明确'], {
      kind: 'certificate',
      when: chosen('marital', 'divorced'),
      exempt: 'licence',
      licence: 'divorce-certificate',
      issuedBy: '民政部门、人民法院 | Civil affairs authority or court',
    }),
    paper('contract', '购房合同 | Contract of sale', ['已网签备案', '买受人为借款人'], {
      kind: 'contract',
      main: true,
    }),
    paper('down-payment', '首付款凭证 | Proof of the down payment', ['金额达到规定比例'], {
      kind: 'proof',
      main: true,
    }),
    paper('title', '不动产权证书 | Certificate of ownership', ['出卖人为权利人'], {
      kind: 'certificate',
      when: chosen('home', 'second'),
      exempt: 'licence',
      licence: 'real-estate-title',
      issuedBy: '不动产登记机构 | Real estate registry',
    }),
    paper(
      'shared-approval',
      '共有产权保障住房供应文件 | Paper on the shared ownership',
      ['产权份额明确'],
      {
        kind: 'certificate',
        when: chosen('home', 'shared'),
        exempt: 'data',
        issuedBy: '房屋管理部门 | Housing authority',
      },
    ),
    paper('income', '收入证明 | Proof of income', ['单位盖章', '三个月内出具'], {
      kind: 'proof',
      deferrable: true,
    }),
    paper('guarantee-letter', '担保意向书 | Letter of guarantee', ['担保公司盖章'], {
      kind: 'contract',
      when: chosen('guarantee', 'guarantor'),
      deferrable: true,
    }),
    paper('credit', '个人征信授权书 | Consent to a credit report', ['本人签字'], {
      kind: 'proof',
      main: true,
    }),
    ...agentPapers(),
  ],
  form: [
    personSection(),
    section('loan', '贷款信息 | The loan', [
      money('amount', '申请贷款金额 | Amount', { leastFen: 100 }),
      number('years', '贷款年限 | Years', '年 | years', { least: 1, most: 30 }),
      choice('repayment', '还款方式 | Repayment', {
        interest: '等额本息 | Equal instalments',
        principal: '等额本金 | Equal principal',
      }),
      text('fund-account', '公积金账号 | Fund account', { longest: 20 }),
      money('monthly-income', '家庭月收入 | Monthly income of the household', { yuan: true }),
      person('co-borrower', '共同借款人 | Co-borrower', { when: chosen('marital', 'married') }),
    ]),
    section('home', '所购住房 | The home', [
      address('bought-address', '房屋坐落 | Where', { anywhere: true }),
      number('area', '建筑面积 | Floor area', '平方米 | m²', { least: 1, decimals: 2 }),
      money('price', '房屋总价 | Price', { leastFen: 100 }),
      money('paid', '已付首付款 | Down payment', { leastFen: 100 }),
      text('contract-number', '合同编号 | Number of the contract', { longest: 40 }),
      date('contract-date', '合同签订日期 | Date of the contract', 'past'),
      text('seller', '出卖人 | Seller', { when: chosenAny('home', 'second') }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: {
    name: '住房公积金贷款审批通知 | Decision on the loan',
    type: '30',
  },
  people: 2,
  faq: [
    faq(
      '连续缴存多久能贷款？ | How long must I have paid in?',
      '以当年公布的缴存期限要求为准。 | As published for the year.',
    ),
    faq('能和商业贷款组合吗？ | Can it be combined with a bank loan?', '可以申请组合贷款。 | Yes.'),
    faq(
      '审批要多久？ | How long does it take?',
      '自受理之日起十五日内决定，本区承诺十个工作日。 | By law fifteen days, here ten working days.',
    ),
  ],
});

export const housingFundLoan = matter({
  name: '住房公积金个人住房贷款 | Home loan from the housing fund',
  summary:
    '缴存公积金的职工买房，申请低息住房贷款。 | A cheap home loan for those who pay into the fund.',
  keywords: ['公积金贷款', '房贷', '组合贷款', '买房贷款'],
  department: 'housing-fund',
  catalog: ['50', 3],
  type: '20',
  laws: [
    law(
      '《住房公积金管理条例》',
      '第二十六条',
      '缴存职工购买自住住房可以申请住房公积金贷款；管理中心自受理申请之日起十五日内作出准予或者不准贷款的决定。',
    ),
  ],
  objects: ['1'],
  themes: ['housing', 'real-estate'],
  where: '二层公积金服务区 | Second floor, Housing Provident Fund Area',
  items: [loan],
});
