import { any, chosen, chosenAny } from './kit/conditions.ts';
import {
  address,
  check,
  choice,
  choices,
  date,
  file,
  number,
  person,
  table,
  text,
} from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { law, permitDeadline, permitExamination } from './kit/laws.ts';
import { cancelItem, changeItem, renewItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, businessLicence, paper, premisesRight } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

// Validity and both limits are guesses of what districts publish (settings).
const held = { licence: 'outdoor-sign', validMonths: 36 } as const;

const statutory = workingDays(20);

const result = {
  name: '户外招牌设置决定书 | Decision on an outdoor sign',
  type: '20',
  ...held,
} as const;

const effect = paper(
  'effect-drawing',
  '招牌设置效果图 | Drawing of how it will look',
  ['标明尺寸、材质、位置', '与建筑立面、周边店招协调', '文字内容与营业执照或者许可一致'],
  { kind: 'plan', main: true, sheet: 'A3' },
);

const signs = table(
  'signs',
  '招牌 | Signs',
  [
    choice('kind', '形式 | Kind', {
      facade: '墙面 | On the wall',
      projecting: '侧立 | Projecting',
      roof: '楼顶 | On the roof',
      standing: '落地 | Free-standing',
    }),
    number('width', '宽 | Width', '米 | m', { decimals: 2 }),
    number('height', '高 | Height', '米 | m', { decimals: 2 }),
    number('clearance', '下沿离地 | Above the ground', '米 | m', { decimals: 2 }),
    text('words', '文字内容 | Words', { longest: 60 }),
  ],
  { most: 20 },
);

const apply = item({
  key: 'new',
  name: '户外招牌设施设置新办 | New outdoor signboard',
  kind: 'new',
  statutory,
  promised: workingDays(8),
  promisedWhen: [{ when: chosen('conforming', 'yes'), limit: workingDays(5) }],
  conditions: [
    '招牌内容为本单位名称、字号、标识',
    '符合户外招牌设置技术规范和所在路段的设置导则',
    '不影响建筑物采光、通风、消防和结构安全',
    '不利用危房和违法建筑设置',
  ],
  questions: [
    single('position', '招牌装在哪里？ | Where will the sign be?', {
      facade: '底层门楣墙面 | Over the door',
      upper: '二层以上墙面 | Higher on the wall',
      roof: '楼顶 | On the roof',
      standing: '落地 | Free-standing',
    }),
    yesNo('illuminated', '是否有照明或者电子显示？ | Is it lit or electronic?'),
    yesNo(
      'conforming',
      '是否采用路段导则的标准样式？ | Does it follow the standard style of the street?',
      {
        help: '采用标准样式的，效果图可在线生成，审查更快。 | The standard style is faster.',
      },
    ),
    yesNo('listed', '是否在历史风貌保护建筑上？ | Is the building protected?'),
    agentQuestion,
  ],
  papers: [
    application('户外招牌设施设置申请表 | Application for an outdoor signboard'),
    businessLicence(),
    { ...effect, exempt: { by: 'data', when: chosen('conforming', 'yes') } },
    premisesRight({ exempt: 'data' }),
    paper(
      'safety-design',
      '结构设计图和安全承诺 | Structural drawing and promise of safety',
      ['由具备资质的单位出具', '含防风、防坠措施'],
      {
        kind: 'plan',
        main: true,
        when: chosenAny('position', 'roof', 'standing', 'upper'),
      },
    ),
    paper('light-plan', '照明方案 | Lighting', ['亮度符合要求', '用电安全'], {
      kind: 'plan',
      deferrable: true,
      when: chosen('illuminated', 'yes'),
    }),
    paper(
      'owner-consent',
      '建筑物所有权人、管理人同意设置的证明 | Consent of the owner or manager of the building',
      ['签字或者盖章'],
      {
        kind: 'proof',
        when: chosenAny('position', 'upper', 'roof', 'standing'),
        deferrable: true,
      },
    ),
    paper(
      'heritage-opinion',
      '风貌保护部门意见 | Opinion of the conservation authority',
      ['同意设置'],
      {
        kind: 'proof',
        main: true,
        when: chosen('listed', 'yes'),
        issuedBy: '区规划资源局 | District Planning and Natural Resources Bureau',
      },
    ),
    ...agentPapers({ deferrable: true }),
  ],
  form: [
    firmSection(),
    section('sign', '招牌信息 | The sign', [
      address('sign-address', '设置地点 | Where'),
      signs,
      choices('materials', '材质 | Material', {
        metal: '金属 | Metal',
        acrylic: '亚克力 | Acrylic',
        wood: '木 | Wood',
        led: '发光字 | Lit letters',
      }),
      check('night', '夜间是否亮灯 | Lit at night', { when: chosen('illuminated', 'yes') }),
      date('install-on', '计划安装日期 | Planned to be put up on', 'future'),
      person('installer', '安装负责人 | In charge of putting it up'),
      file('photos', '现场照片 | Photographs of the place', { most: 6 }),
    ]),
    contactSection(),
    closingSection(),
  ],
  result,
  people: 2,
  siteCheck: true,
  faq: [
    faq(
      '门头换个字也要申请吗？ | Must I apply to change the words only?',
      '文字内容变化办理变更。 | Yes, as a change.',
    ),
    faq(
      '有标准样式吗？ | Is there a standard style?',
      '主要路段有设置导则，采用标准样式审查更快。 | Main streets have a guide; its style is faster.',
    ),
    faq(
      '多久要检查一次？ | How often must it be checked?',
      '设置人日常维护，满两年的每年安全检测。 | Keep it in order, and test it yearly after two years.',
    ),
  ],
});

export const outdoorSign = matter({
  name: '户外招牌设施设置 | Outdoor signboards',
  summary: '店铺装门头、店招、灯箱，先办理设置手续。 | Needed before a shop puts up its sign.',
  keywords: ['店招', '门头', '招牌', '广告牌', '灯箱', '户外广告'],
  department: 'greening',
  catalog: ['38', 1],
  type: '01',
  laws: [
    law(
      '《上海市市容环境卫生管理条例》',
      '关于户外招牌设施的规定',
      '设置户外招牌设施应当符合技术规范和设置要求，按照规定办理手续，并保持整洁、完好、安全。',
    ),
    permitExamination,
    permitDeadline,
  ],
  objects: ['1', '2', '3', '4', '6'],
  themes: ['environment', 'permits', 'food'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  promiseExcluded: 'public-safety',
  items: [
    apply,
    changeItem(held, {
      name: '户外招牌设施变更 | Change of a signboard',
      statutory,
      promised: workingDays(5),
      result,
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          words: '文字内容 | Words',
          size: '尺寸、位置 | Size or place',
          material: '材质、照明 | Material or lighting',
        }),
      ],
      papers: [
        {
          ...effect,
          includeIf: any(
            chosen('what', 'words'),
            chosen('what', 'size'),
            chosen('what', 'material'),
          ),
        },
        paper('safety-design', '变更后结构设计图 | New structural drawing', ['含防风、防坠措施'], {
          kind: 'plan',
          main: true,
          when: chosen('what', 'size'),
        }),
      ],
      sections: [section('sign', '变更后的招牌 | The sign after the change', [signs])],
    }),
    renewItem(held, {
      name: '户外招牌设施设置延续 | Renewal of a signboard',
      statutory,
      promised: onTheSpot(),
      result,
      papers: [
        paper('safety-report', '安全检测报告 | Safety report', ['检测合格', '三个月内出具'], {
          kind: 'report',
          main: true,
        }),
      ],
    }),
    cancelItem(held, { name: '户外招牌设施拆除报备 | Notice of taking a signboard down' }),
  ],
});
