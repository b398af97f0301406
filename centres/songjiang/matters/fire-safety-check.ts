import { any, chosen, chosenAny } from './kit/conditions.ts';
import { address, check, choice, date, number, person, table, text } from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { law, permitExamination } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, businessLicence, paper } from './kit/papers.ts';
import { agentQuestion, byPromise, single, wayQuestion, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const promise =
  '本单位承诺场所符合消防技术标准和管理规定：消防设施完好有效，疏散通道和安全出口畅通，消防安全制度和应急预案健全，员工经过培训；自愿接受核查，承诺不实的，愿接受撤销许可。 | We promise that the place meets the fire standards: equipment works, ways out are clear, rules and an emergency plan exist and staff are trained. We accept the check, and know that a false promise has the licence revoked.';

const uses = {
  restaurant: '餐饮场所 | Restaurant',
  hotel: '宾馆、饭店 | Hotel',
  shop: '商场、市场 | Shop or market',
  entertainment: '歌舞娱乐、游艺场所 | Song and dance, games',
  sports: '体育场馆、健身 | Sports and fitness',
  hall: '影剧院、礼堂 | Theatre or hall',
} as const;

const apply = item({
  key: 'new',
  name: '公众聚集场所投入使用、营业前消防安全检查 | Fire safety check before a place of assembly opens',
  kind: 'new',
  statutory: workingDays(10, '《消防法》第十五条'),
  promised: workingDays(8),
  promisedWhen: [{ when: byPromise, limit: onTheSpot('《消防法》第十五条') }],
  conditions: [
    '场所所在建筑已依法通过消防验收或者备案',
    '消防设施、器材配置符合标准并完好有效',
    '疏散通道、安全出口保持畅通，疏散指示标志和应急照明有效',
    '有消防安全制度和灭火、应急疏散预案',
    '员工经过岗前消防安全培训',
  ],
  questions: [
    single('use', '属于哪类场所？ | What is the place used for?', uses),
    single('area', '营业面积多大？ | How large is it?', {
      small: '300平方米以下 | Up to 300 m²',
      large: '300平方米以上 | Above 300 m²',
    }),
    yesNo('fitted', '是否进行过装修改造？ | Was it fitted out or rebuilt?'),
    wayQuestion,
    agentQuestion,
  ],
  papers: [
    application('消防安全检查申报表（承诺书） | Application for the fire safety check, or promise'),
    businessLicence(),
    paper(
      'rules',
      '消防安全制度、灭火和应急疏散预案 | Fire rules and emergency plan',
      ['明确消防安全责任人和管理人', '预案与场所相符'],
      {
        kind: 'proof',
        deferrable: true,
        exempt: 'promise',
        exemptWhen: byPromise,
      },
    ),
    paper(
      'plan',
      '场所平面布置图、消防设施平面图 | Floor plan with the fire equipment',
      ['标明疏散路线、安全出口和消防设施'],
      {
        kind: 'plan',
        main: true,
        sheet: 'A3',
      },
    ),
    paper(
      'acceptance',
      '场所所在建筑消防验收或者备案文件 | Fire acceptance of the building',
      ['建筑使用性质与场所一致'],
      {
        kind: 'certificate',
        exempt: 'data',
        issuedBy: '住房和城乡建设部门 | Construction authority',
      },
    ),
    paper(
      'fitting-out',
      '装修材料燃烧性能证明和装修说明 | Fire class of the materials used',
      ['材料燃烧性能等级符合要求'],
      {
        kind: 'proof',
        main: true,
        when: chosen('fitted', 'yes'),
      },
    ),
    paper('equipment-test', '消防设施检测报告 | Test of the fire equipment', ['检测结论合格'], {
      kind: 'report',
      main: true,
      when: any(chosen('area', 'large'), chosenAny('use', 'entertainment', 'hotel')),
      exempt: 'promise',
      exemptWhen: byPromise,
    }),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('place', '场所信息 | The place', [
      text('place-name', '场所名称 | Name of the place'),
      address('place-address', '场所地址 | Address'),
      number('area-size', '营业面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
      number('exits', '安全出口数 | Exits', '个 | exits', { least: 1 }),
      number('capacity', '最大容纳人数 | Largest number of people', '人 | people', { least: 1 }),
      check('sprinklers', '有无自动喷水灭火系统 | Sprinklers'),
      check('alarm', '有无火灾自动报警系统 | Fire alarm'),
      choice('structure', '建筑结构 | Structure', {
        concrete: '钢筋混凝土 | Reinforced concrete',
        steel: '钢结构 | Steel',
        brick: '砖混 | Brick and concrete',
        wood: '木结构 | Wood',
      }),
      date('opening-on', '计划开业日期 | Planned to open on', 'future'),
    ]),
    section('people', '消防安全人员 | Fire safety staff', [
      person('fire-responsible', '消防安全责任人 | Responsible for fire safety'),
      person('fire-manager', '消防安全管理人 | Fire safety manager'),
      table('trained', '岗前培训人员 | Staff trained', [
        text('name', '姓名 | Name', { longest: 40 }),
        date('trained-on', '培训日期 | Trained on', 'past'),
      ]),
    ]),
    contactSection(),
    closingSection(promise),
  ],
  result: {
    name: '公众聚集场所投入使用、营业前消防安全检查意见书 | Opinion on the fire safety check',
    type: '30',
    licence: 'fire-safety-opinion',
  },
  promise,
  people: 2,
  siteCheck: true,
  faq: [
    faq(
      '选择告知承诺还查现场吗？ | Is the place still checked if we promise?',
      '查，许可后对场所进行核查。 | Yes, after the licence is granted.',
    ),
    faq(
      '小餐馆也要办吗？ | Does a small restaurant need it?',
      '属于公众聚集场所的需要办理，可以走「一件事」和食品许可一起办。 | Yes, if it is a place of assembly; the bundle does it with the food licence.',
    ),
    faq(
      '检查不合格怎么办？ | What if the check fails?',
      '收到不同意的决定和理由后整改，再次申请。 | You get the reasons, put it right and apply again.',
    ),
  ],
});

export const fireSafetyCheck = matter({
  name: '公众聚集场所投入使用、营业前消防安全检查 | Fire safety check before a place of assembly opens',
  summary:
    '饭店、宾馆、商场、娱乐和健身场所开业前，先通过消防安全检查。 | Needed before a restaurant, hotel, shop or club opens.',
  keywords: ['消防检查', '消防许可', '开业前消防', '消防安全', '公众聚集场所', '消防证'],
  department: 'fire-rescue',
  catalog: ['25', 1],
  type: '01',
  laws: [
    law(
      '《中华人民共和国消防法》',
      '第十五条',
      '公众聚集场所投入使用、营业前消防安全检查实行告知承诺管理，材料齐全的予以许可；不采用告知承诺的，自受理之日起十个工作日内检查。',
    ),
    permitExamination,
  ],
  objects: ['2', '3', '4', '6'],
  themes: ['safety', 'permits', 'food'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  // Public safety would exclude a promise; here the 消防法 itself provides for it, and is above local rules.
  promiseExcluded: 'none',
  items: [apply],
});
