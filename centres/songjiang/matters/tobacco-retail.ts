import { chosen, chosenAny } from './kit/conditions.ts';
import { address, check, choice, date, number, person, text } from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law, permitDeadline, permitExamination, permitRenewal } from './kit/laws.ts';
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
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const held = { licence: 'tobacco-retail', validMonths: 60 } as const;

const formats = {
  convenience: '便利店 | Convenience store',
  grocery: '食杂店 | Grocery',
  supermarket: '超市 | Supermarket',
  hotel: '宾馆、娱乐服务 | Hotel or entertainment',
  tobacconist: '烟酒商店 | Tobacco and wine shop',
} as const;

const apply = item({
  key: 'new',
  name: '烟草专卖零售许可证新办 | New tobacco retail licence',
  kind: 'new',
  statutory: workingDays(20, '《行政许可法》第四十二条'),
  // Districts promise seven to ten days (a setting).
  promised: workingDays(10),
  conditions: [
    '有与经营烟草制品零售业务相适应的资金',
    '有与住所相独立的固定经营场所',
    '符合烟草制品零售点合理布局的要求',
    '经营场所不在中小学、幼儿园周围规定的距离内',
  ],
  questions: [
    single('format', '属于哪种业态？ | What kind of shop is it?', formats),
    single('applicant-type', '申请人是哪一类？ | Who applies?', {
      trader: '个体工商户 | Sole trader',
      company: '企业 | Firm',
    }),
    yesNo('chain', '是否连锁门店？ | Is it a branch of a chain?', {
      when: chosen('applicant-type', 'company'),
    }),
    yesNo('care', '是否属于残疾人、退役军人等照顾对象？ | Does a favourable rule apply to you?', {
      help: '照顾对象可适当放宽布局间距，以本区布局规定为准。 | For disabled people and veterans the distance may be relaxed.',
      when: chosen('applicant-type', 'trader'),
    }),
    agentQuestion,
  ],
  papers: [
    application('烟草专卖零售许可证新办申请表 | Application for a tobacco retail licence'),
    businessLicence(),
    identity('operator-identity', '经营者（负责人） | the operator'),
    premisesRight({ deferrable: true }),
    paper('chain-letter', '连锁总部授权文件 | Letter of the head office', ['总部盖章'], {
      kind: 'proof',
      deferrable: true,
      when: chosen('chain', 'yes'),
    }),
    paper('care-proof', '照顾对象身份证明 | Proof of the favourable rule', ['证件在有效期内'], {
      kind: 'certificate',
      when: chosen('care', 'yes'),
      exempt: 'data',
      issuedBy: '残联、退役军人事务部门 | The competent authority',
    }),
    paper(
      'counter-plan',
      '烟草制品陈列位置图 | Plan of the tobacco counters',
      ['标明烟柜、收银台位置'],
      {
        kind: 'plan',
        deferrable: true,
        when: chosenAny('format', 'supermarket', 'hotel'),
      },
    ),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('shop', '店铺信息 | The shop', [
      text('shop-name', '店铺名称 | Name of the shop'),
      address('shop-address', '经营场所 | Premises'),
      number('area', '经营面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
      number('counters', '烟柜数 | Tobacco counters', '个 | counters', { least: 1 }),
      check('separate', '是否与住所相独立 | Separate from the home'),
      choice('hours', '营业时间 | Hours', {
        day: '白天 | By day',
        long: '早晚 | Early to late',
        always: '24小时 | All day and night',
      }),
      person('operator', '经营者 | Operator'),
      date('opening-on', '计划开业日期 | Planned to open on', 'future', { optional: true }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '烟草专卖零售许可证 | Tobacco retail licence', type: '10', ...held },
  special: [
    {
      kind: 'hearing',
      mostDays: 20,
      basis: '《行政许可法》第四十五条、第四十七条：听证时间不计入期限',
    },
  ],
  people: 2,
  siteCheck: true,
  thirdParties: true,
  faq: [
    faq(
      '学校旁边能卖烟吗？ | May tobacco be sold next to a school?',
      '中小学、幼儿园周围规定距离内不设零售点。 | Not within the prescribed distance.',
    ),
    faq(
      '电子烟要另办吗？ | What about electronic cigarettes?',
      '电子烟零售须取得载明该项目的许可。 | The licence has to name them.',
    ),
    faq(
      '现场会看什么？ | What is looked at on the spot?',
      '是否有独立的固定场所，与相邻零售点的距离。 | Whether the premises are separate and how far the next shop is.',
    ),
  ],
});

export const tobaccoRetail = matter({
  name: '烟草专卖零售许可证核发 | Tobacco retail licence',
  summary: '小店、超市卖烟，先取得烟草专卖零售许可证。 | Needed before a shop sells tobacco.',
  keywords: ['烟草证', '烟证', '卖烟', '香烟零售', '烟草专卖'],
  department: 'tobacco',
  catalog: ['44', 1],
  type: '01',
  laws: [
    law(
      '《中华人民共和国烟草专卖法》',
      '第十六条',
      '经营烟草制品零售业务的企业或者个人，由县级主管部门审查批准发给烟草专卖零售许可证。',
    ),
    law(
      '《中华人民共和国烟草专卖法实施条例》',
      '第九条',
      '取得零售许可证应当有相适应的资金、固定经营场所，并符合合理布局的要求。',
    ),
    permitExamination,
    permitDeadline,
    permitRenewal,
  ],
  objects: ['1', '2'],
  themes: ['permits'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  quantityLimit: '按本区烟草制品零售点合理布局规定执行，先申请先审查。',
  promiseExcluded: 'health-property',
  items: [
    apply,
    changeItem(held, {
      promised: workingDays(5),
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '店铺名称 | Name of the shop',
          representative: '负责人 | Person in charge',
          'address-name': '门牌号变化（地点不变） | House number only',
        }),
      ],
      papers: [businessLicence({ when: chosenAny('what', 'name', 'representative') })],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          person('new-representative', '变更后负责人 | New person in charge', {
            when: chosen('what', 'representative'),
          }),
          address('new-address', '变更后门牌 | New house number', {
            when: chosen('what', 'address-name'),
          }),
        ]),
      ],
    }),
    renewItem(held, { promised: workingDays(7), people: 2, siteCheck: true }),
    replaceItem(held),
    cancelItem(held, { name: '烟草专卖零售许可证歇业注销 | Giving up a tobacco retail licence' }),
  ],
});
