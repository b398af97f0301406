import { chosen, chosenAny } from './kit/conditions.ts';
import { address, check, choice, date, number, person, prose, table, text } from './kit/fields.ts';
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
import { agentQuestion, multiple, single } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

// Two years is remembered (a setting).
const held = { licence: 'entertainment', validMonths: 24 } as const;

const statutory = workingDays(20, '《行政许可法》第四十二条');

const rooms = table(
  'rooms',
  '包厢（包间） | Rooms',
  [
    text('number', '编号 | Number', { longest: 20 }),
    number('area', '面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
    number('people', '核定人数 | People admitted', '人 | people', { least: 1 }),
    check('window', '有无透明门窗 | Transparent door or window'),
  ],
  { fewest: 0, most: 200 },
);

const apply = item({
  key: 'new',
  name: '歌舞娱乐场所经营许可新办 | New licence for a song and dance venue',
  kind: 'new',
  statutory,
  promised: workingDays(15),
  conditions: [
    '场所不设在居民楼、博物馆、图书馆、学校、医院、机关周围和车站等人群密集的场所，以及地下一层以下',
    '边界噪声符合国家规定的环境噪声标准',
    '使用面积和消费者人数符合规定',
    '投资人员、负责人和从业人员无法律禁止的情形',
    '通过公众聚集场所营业前消防安全检查',
  ],
  questions: [
    single('form-of-venue', '属于哪种歌舞娱乐场所？ | What kind of venue is it?', {
      karaoke: '卡拉OK、KTV | Karaoke',
      dance: '歌舞厅 | Dance hall',
      bar: '演艺酒吧 | Bar with performances',
    }),
    single('investor', '投资人是哪一类？ | Who invests?', {
      domestic: '内资 | Mainland investors',
      foreign: '外资或者港澳台资 | Foreign, Hong Kong, Macao or Taiwan investors',
    }),
    single('fire', '消防安全检查是否已完成？ | Has the fire safety check been passed?', {
      done: '已取得意见 | Passed',
      together: '与本申请一并办理 | Together with this application',
    }),
    agentQuestion,
  ],
  papers: [
    application('娱乐经营许可证申请表 | Application for an entertainment licence'),
    businessLicence(),
    identity('investor-identity', '投资人员和负责人 | the investors and the person in charge'),
    paper(
      'declaration',
      '投资人员、负责人无禁止情形的书面声明 | Declaration that nothing bars the investors',
      ['逐人签字'],
      {
        kind: 'proof',
        main: true,
      },
    ),
    premisesRight(),
    paper(
      'floor-plan',
      '场所地理位置图和内部结构平面图 | Location and floor plan',
      ['标明包厢、面积、安全出口'],
      {
        kind: 'plan',
        main: true,
        sheet: 'A3',
      },
    ),
    paper('fire-opinion', '消防安全检查意见书 | Opinion on the fire safety check', ['结论为同意'], {
      kind: 'certificate',
      main: true,
      when: chosen('fire', 'done'),
      exempt: 'licence',
      licence: 'fire-safety-opinion',
      issuedBy: '区消防救援支队 | District Fire and Rescue Detachment',
    }),
    paper(
      'noise-report',
      '边界噪声检测报告 | Noise measured at the boundary',
      ['检测机构具备资质', '符合排放标准'],
      {
        kind: 'report',
        main: true,
      },
    ),
    paper(
      'foreign-approval',
      '外商投资相关登记文件 | Registration of the foreign investment',
      ['符合准入规定'],
      {
        kind: 'certificate',
        when: chosen('investor', 'foreign'),
        exempt: 'data',
        issuedBy: '市场监督管理部门 | Market regulation authority',
      },
    ),
    paper(
      'song-system',
      '歌曲点播系统内容说明 | The songs on offer',
      ['来源合法，不连接境外曲库'],
      {
        kind: 'proof',
        deferrable: true,
        when: chosen('form-of-venue', 'karaoke'),
      },
    ),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('venue', '场所信息 | The venue', [
      text('venue-name', '场所名称 | Name of the venue'),
      address('venue-address', '场所地址 | Address'),
      number('floor', '所在楼层 | Floor', '层 | floor', { least: -1, most: 100 }),
      number('area', '使用面积 | Usable area', '平方米 | m²', { least: 1, decimals: 2 }),
      number('capacity', '核定消费者人数 | Guests admitted', '人 | people', { least: 1 }),
      number('distance', '距最近学校 | Distance to the nearest school', '米 | m'),
      choice('hours', '营业时间 | Hours', {
        evening: '18时至次日2时 | 18:00 to 2:00',
        day: '8时至次日2时 | 8:00 to 2:00',
      }),
      prose('surroundings', '周边环境说明 | The surroundings'),
    ]),
    section('inside', '内部设施与人员 | Inside', [
      rooms,
      person('venue-head', '主要负责人 | Person in charge'),
      number('guards', '保安人员数 | Security guards', '人 | people', { least: 1 }),
      date('opening-on', '计划开业日期 | Planned to open on', 'future'),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '娱乐经营许可证 | Entertainment operation licence', type: '10', ...held },
  special: [
    {
      kind: 'hearing',
      mostDays: 20,
      basis: '《娱乐场所管理条例》规定审批应当听证；《行政许可法》第四十五条：听证时间不计入期限',
    },
    { kind: 'inspection', mostDays: 10, basis: '《行政许可法》第四十五条：检验时间不计入期限' },
  ],
  people: 2,
  siteCheck: true,
  thirdParties: true,
  faq: [
    faq(
      '为什么要听证？ | Why is there a hearing?',
      '娱乐场所关系周边居民，审批应当公示并举行听证，时间不计入期限。 | It concerns the neighbours. The time is not counted.',
    ),
    faq(
      '领证后还要做什么？ | What comes after the licence?',
      '十五日内向所在地公安机关备案。 | File with the police within fifteen days.',
    ),
    faq('居民楼里能开吗？ | May it be in a residential building?', '不能。 | No.'),
  ],
});

export const entertainmentLicence = matter({
  name: '歌舞娱乐场所经营许可 | Licence for song and dance venues',
  summary:
    '开KTV、歌舞厅、演艺酒吧，先取得娱乐经营许可证。 | For karaoke, dance halls and bars with performances.',
  keywords: ['KTV', '歌舞厅', '娱乐许可证', '酒吧', '卡拉OK', '娱乐场所'],
  department: 'culture-tourism',
  coDepartments: ['区消防救援支队', '区生态环境局'],
  catalog: ['22', 1],
  type: '01',
  laws: [
    law(
      '《娱乐场所管理条例》',
      '第九条',
      '申请从事娱乐场所经营活动，应当向所在地县级文化主管部门提出申请；审批应当举行听证。',
    ),
    law(
      '《娱乐场所管理条例》',
      '第十一条',
      '依法取得营业执照和相关批准文件、许可证后，在十五日内向所在地县级公安部门备案。',
    ),
    permitExamination,
    permitDeadline,
    permitRenewal,
  ],
  objects: ['2'],
  themes: ['culture', 'permits'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  promiseExcluded: 'public-safety',
  visits: { window: 1, online: 1, reason: '听证和现场核查时申请人需要到场。' },
  items: [
    apply,
    changeItem(held, {
      promised: workingDays(10),
      people: 2,
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '场所名称 | Name',
          representative: '主要负责人、投资人员 | Person in charge or investors',
          rebuilt: '改建、扩建 | Rebuilt or extended',
        }),
      ],
      papers: [
        businessLicence({ when: chosenAny('what', 'name', 'representative') }),
        paper(
          'declaration',
          '新任人员无禁止情形的声明 | Declaration of the new people',
          ['逐人签字'],
          {
            kind: 'proof',
            main: true,
            when: chosen('what', 'representative'),
          },
        ),
        paper('floor-plan', '改建、扩建后的平面图 | New floor plan', ['标明变化部分'], {
          kind: 'plan',
          main: true,
          when: chosen('what', 'rebuilt'),
        }),
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          person('new-representative', '变更后负责人 | New person in charge', {
            when: chosen('what', 'representative'),
          }),
          { ...rooms, showIf: chosen('what', 'rebuilt') },
        ]),
      ],
    }),
    renewItem(held, {
      promised: workingDays(10),
      people: 2,
      siteCheck: true,
      papers: [
        paper(
          'operation-report',
          '许可期内经营情况报告 | Report on the time licensed',
          ['加盖公章'],
          {
            kind: 'report',
            main: true,
          },
        ),
      ],
      sections: [section('inside', '内部设施 | Inside', [rooms])],
    }),
    replaceItem(held),
    cancelItem(held),
  ],
});
