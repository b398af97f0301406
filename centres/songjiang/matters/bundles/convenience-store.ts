import { foodLicence } from '../food-licence.ts';
import { bundle, of, usualFields } from '../kit/bundle.ts';
import { chosen } from '../kit/conditions.ts';
import { address, number, text } from '../kit/fields.ts';
import { faq, workingDays } from '../kit/items.ts';
import { agentQuestion, single, wayQuestion, yesNo } from '../kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from '../kit/sections.ts';
import { outdoorSign } from '../outdoor-sign.ts';
import { tobaccoRetail } from '../tobacco-retail.ts';

/** 一业一证: a convenience store whose permits stand on one composite licence (优化营商环境条例, art. 17). */
export const convenienceStore = bundle({
  code: 'YYYZ-001',
  kind: 'industry-licence',
  name: '便利店「一业一证」 | Convenience store under one licence',
  summary:
    '开便利店，食品、烟草等许可合并为一张行业综合许可证。 | The permits of a convenience store on one composite licence.',
  keywords: ['便利店', '超市', '小卖部', '一业一证', '综合许可证'],
  lead: 'market-regulation',
  basis: '《上海市优化营商环境条例》第十七条',
  objects: ['1', '2'],
  themes: ['permits', 'food'],
  mode: 'parallel',
  members: {
    food: { matter: foodLicence, item: 'new' },
    tobacco: { matter: tobaccoRetail, item: 'new', when: chosen('tobacco', 'yes') },
    sign: { matter: outdoorSign, item: 'new', when: chosen('sign', 'yes') },
  },
  questions: [
    single('applicant-type', '申请人是哪一类？ | Who applies?', {
      trader: '个体工商户 | Sole trader',
      company: '企业 | Firm',
    }),
    yesNo('made-on-site', '是否现制现售（关东煮、咖啡等）？ | Is food made on site?'),
    yesNo('chain', '是否连锁门店？ | Is it a branch of a chain?'),
    yesNo('tobacco', '是否卖烟？ | Will you sell tobacco?'),
    yesNo('sign', '是否设置户外招牌？ | Will there be a sign outside?'),
    wayQuestion,
    agentQuestion,
  ],
  form: [
    firmSection(),
    section('shop', '店铺信息 | The shop', [
      text('shop-name', '店铺名称 | Name of the shop', { longest: 60 }),
      address('shop-address', '店铺地址 | Address'),
      number('shop-area', '经营面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
    ]),
    contactSection(),
    closingSection(),
  ],
  fields: {
    ...usualFields('food', 'tobacco', 'sign'),
    'shop-name': of('shop-name', 'food', 'tobacco'),
    'shop-address': ['food.shop-address', 'tobacco.shop-address', 'sign.sign-address'],
    'shop-area': of('area', 'food', 'tobacco'),
  },
  sameQuestions: {
    chain: of('chain', 'food', 'tobacco'),
    way: ['food.way'],
    agent: of('agent', 'food', 'tobacco', 'sign'),
  },
  otherQuestions: {
    'made-on-site': {
      'food.business': { yes: 'retail', no: 'retail' },
      'food.made-on-site': { yes: 'yes', no: 'no' },
    },
    'applicant-type': {
      'tobacco.applicant-type': { trader: 'trader', company: 'company' },
      'tobacco.format': { trader: 'convenience', company: 'convenience' },
    },
  },
  papers: [
    [
      'application',
      '行业综合许可申请表 | Application for a composite licence',
      of('application', 'food', 'tobacco', 'sign'),
    ],
    [
      'business-licence',
      '营业执照 | Business licence',
      of('business-licence', 'food', 'tobacco', 'sign'),
    ],
    [
      'premises',
      '经营场所使用证明 | Proof of the right to use the premises',
      of('premises-right', 'food', 'tobacco', 'sign'),
    ],
    [
      'identity',
      '经营者（负责人）身份证明 | Identity document of the operator',
      ['food.representative-identity', 'tobacco.operator-identity'],
    ],
    [
      'power-of-attorney',
      '授权委托书 | Power of attorney',
      of('power-of-attorney', 'food', 'tobacco', 'sign'),
    ],
    [
      'agent-identity',
      '代理人身份证明 | Identity document of the agent',
      of('agent-identity', 'food', 'tobacco', 'sign'),
    ],
  ],
  steps: [
    [
      '一次告知 | One notice',
      '回答问题，一次看到全部条件和材料。 | Answer and see all that is needed.',
    ],
    ['一表申请 | One form', '一张表、一套材料，一次提交。 | One form and one set of papers.'],
    [
      '并联审查 | Examined at once',
      '各部门同步审查，联合核查。 | Departments examine at the same time.',
    ],
    [
      '一证准营 | One licence',
      '发放行业综合许可证，扫码查看各项许可。 | One licence; its code shows each permit.',
    ],
  ],
  promised: workingDays(12),
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  composite: 'industry-composite',
  faq: [
    faq(
      '一项许可到期，整张证失效吗？ | Does the whole licence lapse with one permit?',
      '不会，只显示该项失效，其余继续有效。 | No, only that permit shows as lapsed.',
    ),
    faq(
      '别的区认这张证吗？ | Is it valid in other districts?',
      '全市有效，与原许可证件具有同等效力。 | Yes, all over the city, with the same force.',
    ),
    faq(
      '以后增加一项怎么办？ | How do I add a permit later?',
      '单独申请该项，通过后并入同一张证。 | Apply for it; it joins the same licence.',
    ),
  ],
});
