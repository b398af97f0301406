import { fireSafetyCheck } from '../fire-safety-check.ts';
import { foodLicence } from '../food-licence.ts';
import { bundle, of, usualFields } from '../kit/bundle.ts';
import { chosen, not } from '../kit/conditions.ts';
import { address, date, number, text } from '../kit/fields.ts';
import { faq, workingDays } from '../kit/items.ts';
import { agentQuestion, multiple, single, wayQuestion, yesNo } from '../kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from '../kit/sections.ts';
import { outdoorSign } from '../outdoor-sign.ts';

const questions = [
  single('shop-kind', '开哪种店？ | What kind of place do you open?', {
    restaurant: '饭店、餐馆 | Restaurant',
    snacks: '小吃、快餐 | Snacks or fast food',
    drinks: '奶茶、咖啡等饮品店 | Tea, coffee or other drinks',
    canteen: '单位食堂 | Canteen',
  }),
  multiple(
    'items',
    '经营哪些项目？ | What will be sold?',
    {
      hot: '热食类 | Hot food',
      cold: '冷食类 | Cold dishes',
      raw: '生食类 | Raw food',
      pastry: '糕点类 | Pastry',
      drinks: '自制饮品 | Drinks made on site',
    },
    { when: not(chosen('shop-kind', 'canteen')) },
  ),
  yesNo('chain', '是否连锁企业门店？ | Is it a branch of a chain?', {
    when: not(chosen('shop-kind', 'canteen')),
  }),
  yesNo('dine-in', '是否设堂食座位？ | Will guests eat in?', {
    help: '设堂食的属于公众聚集场所，一并办理消防安全检查。 | Then it is a place of assembly, and the fire safety check is part of this.',
  }),
  yesNo('sign', '是否设置户外招牌？ | Will there be a sign outside?'),
  single(
    'area',
    '营业面积多大？ | How large is it?',
    { small: '300平方米以下 | Up to 300 m²', large: '300平方米以上 | Above 300 m²' },
    { when: chosen('dine-in', 'yes') },
  ),
  yesNo('fitted', '是否进行过装修改造？ | Was it fitted out or rebuilt?', {
    when: chosen('dine-in', 'yes'),
  }),
  wayQuestion,
  agentQuestion,
];

/** 开办餐饮店「一件事」: one notice, form, intake, site, issue and booklet for three departments. */
export const openRestaurant = bundle({
  code: 'CYD-001',
  kind: 'one-thing',
  name: '开办餐饮店「一件事」 | Opening a restaurant, all in one',
  summary:
    '开餐馆、小吃店、奶茶店，食品经营许可、店招和消防检查一次办好。 | Food licence, sign and fire safety check in one go.',
  keywords: ['开饭店', '开餐馆', '开奶茶店', '餐饮店', '一件事', '开店', '咖啡店'],
  lead: 'market-regulation',
  basis: '上海市“高效办成一件事”重点事项：开办餐饮店',
  objects: ['1', '2'],
  themes: ['food', 'permits', 'setting-up'],
  mode: 'parallel',
  members: {
    food: { matter: foodLicence, item: 'new' },
    sign: { matter: outdoorSign, item: 'new', when: chosen('sign', 'yes') },
    fire: { matter: fireSafetyCheck, item: 'new', when: chosen('dine-in', 'yes') },
  },
  questions,
  form: [
    firmSection(),
    section('shop', '店铺信息 | The shop', [
      text('shop-name', '店铺名称（招牌文字） | Name of the shop', { longest: 60 }),
      address('shop-address', '店铺地址 | Address'),
      number('shop-area', '营业面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
      date('opening-on', '计划开业日期 | Planned to open on', 'future'),
    ]),
    contactSection(),
    closingSection(),
  ],
  fields: {
    ...usualFields('food', 'sign', 'fire'),
    'shop-name': ['food.shop-name', 'fire.place-name'],
    'shop-address': ['food.shop-address', 'sign.sign-address', 'fire.place-address'],
    'shop-area': ['food.area', 'fire.area-size'],
    'opening-on': ['fire.opening-on'],
  },
  sameQuestions: {
    items: ['food.items'],
    chain: ['food.chain'],
    area: ['fire.area'],
    fitted: ['fire.fitted'],
    way: of('way', 'food', 'fire'),
    agent: of('agent', 'food', 'sign', 'fire'),
  },
  otherQuestions: {
    'shop-kind': {
      'food.business': {
        restaurant: 'catering',
        snacks: 'catering',
        drinks: 'catering',
        canteen: 'canteen',
      },
      'fire.use': {
        restaurant: 'restaurant',
        snacks: 'restaurant',
        drinks: 'restaurant',
        canteen: 'restaurant',
      },
    },
  },
  papers: [
    [
      'application',
      '开办餐饮店「一件事」申请表 | One application',
      of('application', 'food', 'sign', 'fire'),
      '一张表填写，自动生成各部门申请书。 | One form makes the applications of all departments.',
    ],
    [
      'drawings',
      '店铺平面布局、操作流程和招牌效果图 | Drawings of the shop, its work and its sign',
      ['food.layout', 'food.flow', 'food.cold-room', 'fire.plan', 'sign.effect-drawing'],
      '一套图纸，标明功能分区、消防设施和招牌位置。 | One set: rooms, fire equipment and the sign.',
    ],
    [
      'rules',
      '食品安全和消防安全制度 | Rules of food and fire safety',
      ['food.rules', 'fire.rules'],
    ],
    [
      'business-licence',
      '营业执照 | Business licence',
      of('business-licence', 'food', 'sign', 'fire'),
    ],
    [
      'premises',
      '经营场所使用证明 | Proof of the right to use the premises',
      ['food.premises-right', 'sign.premises-right'],
    ],
    [
      'power-of-attorney',
      '授权委托书 | Power of attorney',
      of('power-of-attorney', 'food', 'sign', 'fire'),
    ],
    [
      'agent-identity',
      '代理人身份证明 | Identity document of the agent',
      of('agent-identity', 'food', 'sign', 'fire'),
    ],
  ],
  steps: [
    [
      '一次告知 | One notice',
      '回答问题，一次看到全部条件和材料。 | Answer and see all that is needed.',
    ],
    ['一表申请 | One form', '一张表、一套材料，一次提交。 | One form and one set of papers.'],
    ['一口受理 | One intake', '综合窗口统一收件，推送各部门。 | One window takes it in for all.'],
    [
      '一网办理 | One site',
      '各部门同步审查，现场核查一次完成。 | Departments examine at once, with one visit.',
    ],
    [
      '一窗发证 | One issue',
      '同一窗口领取全部结果，可免费快递。 | Collect all results at one window, or by free courier.',
    ],
    [
      '一册指导 | One booklet',
      '开业前后注意事项一册告知。 | One booklet on what comes before and after.',
    ],
  ],
  promised: workingDays(12),
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  faq: [
    faq(
      '以前要交多少材料？ | How many papers was it before?',
      '分别办理要17份，走「一件事」最少2份。 | Seventeen one by one; as few as two this way.',
    ),
    faq(
      '一个部门不批，别的还办吗？ | What if one department refuses?',
      '各部门分别决定，一项不予许可不影响其余各项。 | Each decides for itself; the others go on.',
    ),
    faq(
      '只做外卖要消防检查吗？ | Is the fire check needed for delivery only?',
      '不设堂食的，一般不属于公众聚集场所，不需要。 | Without guests it is as a rule no place of assembly.',
    ),
  ],
});
