import { chosen, chosenAny } from './kit/conditions.ts';
import {
  address,
  choice,
  choices,
  date,
  firm,
  number,
  person,
  prose,
  table,
  text,
} from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law, permitDeadline, permitExamination, shanghaiPromise } from './kit/laws.ts';
import { cancelItem, changeItem, replaceItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import {
  agentPapers,
  application,
  businessLicence,
  identity,
  paper,
  premisesRight,
} from './kit/papers.ts';
import { agentQuestion, byPromise, multiple, single, wayQuestion, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const held = { licence: 'hr-services' } as const;
const regulation = '《人力资源市场暂行条例》';

const promise =
  '本机构已知晓经营性人力资源服务许可的条件，承诺有明确的章程和管理制度、固定场所和设施、不少于三名专职工作人员，接受事后核查；承诺不实的，愿接受撤销许可。 | We know the conditions, promise that we have articles and rules, fixed premises and at least three full-time staff, accept the later inspection, and know that a false promise has the licence revoked.';

const services = {
  recruiting: '职业中介 | Job placement',
  headhunting: '高级人才寻访 | Executive search',
  online: '网络招聘 | Online recruitment',
} as const;

const apply = item({
  key: 'new',
  name: '人力资源服务许可新办 | New human resources service licence',
  kind: 'new',
  statutory: workingDays(20, '《人力资源市场暂行条例》第十九条'),
  promised: workingDays(10),
  promisedWhen: [{ when: byPromise, limit: workingDays(3) }],
  conditions: [
    '有明确的章程和管理制度',
    '有开展业务必备的固定场所、办公设施和一定数额的开办资金',
    '有三名以上符合要求的专职工作人员',
    '依法取得营业执照',
  ],
  questions: [
    multiple('services', '开展哪些职业中介活动？ | Which placement services?', services),
    single('investor', '投资者是哪一类？ | Who invests?', {
      domestic: '内资 | Mainland investors',
      foreign: '外资或者港澳台资 | Foreign, Hong Kong, Macao or Taiwan investors',
    }),
    yesNo('branch', '是否为分支机构？ | Is it a branch?'),
    wayQuestion,
    agentQuestion,
  ],
  papers: [
    application('人力资源服务许可申请表 | Application for a human resources service licence'),
    businessLicence(),
    paper('articles', '机构章程 | Articles', ['载明业务范围和管理制度'], {
      kind: 'contract',
      main: true,
      exempt: 'data',
      exemptWhen: chosen('investor', 'domestic'),
    }),
    premisesRight({ deferrable: true, exempt: 'promise', exemptWhen: byPromise }),
    paper(
      'staff-proof',
      '三名以上专职工作人员的劳动合同和资格材料 | Contracts and qualifications of three staff',
      ['人数不少于三名', '劳动合同在有效期内', '社会保险缴纳单位一致'],
      {
        kind: 'proof',
        main: true,
        exempt: 'promise',
        exemptWhen: byPromise,
      },
    ),
    paper('rules', '机构管理制度 | Rules of the agency', ['含业务规则、收费公示、投诉处理'], {
      kind: 'proof',
      deferrable: true,
      exempt: 'promise',
      exemptWhen: byPromise,
    }),
    paper(
      'site-record',
      '网络招聘平台信息 | The recruitment site',
      ['网站域名已备案', '有信息审查制度'],
      {
        kind: 'proof',
        when: chosen('services', 'online'),
      },
    ),
    identity('representative-identity', '负责人 | the person in charge'),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('agency', '机构信息 | The agency', [
      text('agency-name', '机构名称 | Name of the agency'),
      address('agency-address', '服务场所 | Premises'),
      firm('parent', '总机构 | Head office', { when: chosen('branch', 'yes') }),
      number('area', '场所面积 | Area', '平方米 | m²', { least: 1, decimals: 2 }),
      choices('offered', '服务项目 | Services', services),
      text('website', '网站域名 | Web site', {
        when: chosen('services', 'online'),
        pattern: ['^[A-Za-z0-9.-]+$', '如 example.com | Such as example.com'],
      }),
      prose('charges', '收费项目和标准 | Charges'),
    ]),
    section('staff', '专职工作人员 | Full-time staff', [
      table(
        'staff-list',
        '专职工作人员 | Full-time staff',
        [
          person('member', '姓名 | Name', { noPhone: true }),
          choice('education', '学历 | Education', {
            college: '大专 | College',
            bachelor: '本科 | Bachelor',
            master: '研究生 | Postgraduate',
            below: '大专以下 | Below college',
          }),
          date('joined-on', '入职日期 | Joined on', 'past'),
        ],
        { fewest: 3, most: 100 },
      ),
    ]),
    contactSection(),
    closingSection(promise),
  ],
  result: {
    name: '人力资源服务许可证 | Human resources service licence',
    type: '10',
    ...held,
  },
  promise,
  people: 2,
  faq: [
    faq(
      '做猎头要办许可吗？ | Does executive search need a licence?',
      '需要，属于职业中介活动。 | Yes, it is job placement.',
    ),
    faq(
      '只做人力资源培训、咨询要许可吗？ | Do training and consulting need it?',
      '不需要许可，自开展业务之日起十五日内备案。 | No; file it within fifteen days of starting.',
    ),
    faq(
      '开分公司要另办吗？ | Does a branch need its own?',
      '不另办许可，自设立之日起十五日内书面报告。 | No; report it within fifteen days.',
    ),
  ],
});

const report = item({
  key: 'report',
  name: '分支机构书面报告 | Report of a branch',
  kind: 'record',
  statutory: workingDays(15),
  promised: workingDays(0),
  conditions: ['总机构持有有效的人力资源服务许可证', '自分支机构设立之日起十五日内报告'],
  questions: [agentQuestion],
  papers: [
    application('分支机构书面报告表 | Report of a branch'),
    businessLicence(),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('branch', '分支机构 | The branch', [
      text('branch-name', '分支机构名称 | Name of the branch'),
      address('branch-address', '服务场所 | Premises'),
      person('branch-head', '负责人 | Person in charge'),
      date('set-up-on', '设立日期 | Set up on', 'past'),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '书面报告回执 | Receipt of the report', type: '30' },
  faq: [
    faq(
      '报告要审批吗？ | Is the report examined?',
      '不审批，材料齐全当场出具回执。 | No, you get a receipt on the spot.',
    ),
    faq(
      '跨区开分支在哪里报告？ | Where do I report a branch in another district?',
      '在分支机构所在地报告。 | Where the branch is.',
    ),
    faq(
      '逾期会怎样？ | What if I am late?',
      '责令改正，拒不改正的依法处罚。 | You are told to put it right, and fined if you refuse.',
    ),
  ],
});

export const humanResourcesService = matter({
  name: '人力资源服务许可（职业中介） | Human resources service licence (job placement)',
  summary:
    '开办职业中介、猎头、网络招聘等机构，先取得人力资源服务许可证。 | For job agencies, executive search and online recruitment.',
  keywords: ['人力资源许可证', '职业中介', '猎头', '招聘', '劳务中介', '人才中介'],
  department: 'human-resources',
  catalog: ['14', 1],
  type: '01',
  laws: [
    law(
      regulation,
      '第十八条',
      '从事职业中介活动应当依法取得许可；开展其余人力资源服务的，自开展之日起十五日内备案。',
    ),
    law(
      regulation,
      '第十九条',
      '自收到申请之日起二十日内依法作出决定，符合条件的发给人力资源服务许可证。',
    ),
    permitExamination,
    permitDeadline,
    shanghaiPromise,
  ],
  objects: ['2', '3', '4'],
  themes: ['labour', 'permits'],
  where: '二层社会事务服务区 | Second floor, Social Affairs Area',
  alsoAt: ['industrial-zone', 'sheshan-resort', 'export-zone'],
  items: [
    apply,
    changeItem(held, {
      promised: workingDays(5),
      conditions: ['许可证有效', '自变更之日起十五日内书面报告'],
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '名称 | Name',
          address: '服务场所 | Premises',
          representative: '负责人 | Person in charge',
        }),
      ],
      papers: [
        businessLicence({ when: chosenAny('what', 'name', 'representative') }),
        premisesRight({ when: chosen('what', 'address') }),
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          address('new-address', '变更后场所 | New premises', { when: chosen('what', 'address') }),
          person('new-representative', '变更后负责人 | New person in charge', {
            when: chosen('what', 'representative'),
          }),
        ]),
      ],
    }),
    report,
    replaceItem(held),
    cancelItem(held),
  ],
});
