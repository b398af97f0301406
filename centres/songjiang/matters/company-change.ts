import { chosen } from './kit/conditions.ts';
import {
  address,
  choice,
  choices,
  date,
  money,
  person,
  premises,
  prose,
  table,
  text,
} from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { marketDeadline, marketPapers, registrationDuty } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import {
  agentPapers,
  application,
  heldLicence,
  identity,
  paper,
  premisesRight,
} from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const resolution = paper(
  'resolution',
  '股东会决议或者决定 | Resolution of the shareholders',
  ['表决符合章程规定', '变更内容具体', '签字或者盖章齐全'],
  { kind: 'proof', main: true },
);

const heldBusinessLicence = heldLicence('business-licence', '营业执照 | business licence');

const change = item({
  key: 'change',
  name: '公司变更登记 | Change of registered particulars',
  kind: 'change',
  statutory: workingDays(3, '《市场主体登记管理条例》第十九条'),
  promised: workingDays(1),
  extensionDays: 3,
  conditions: [
    '公司处于存续状态',
    '自作出变更决议、决定或者法定变更事项发生之日起三十日内申请',
    '变更经营范围涉及前置许可的，自批准之日起三十日内申请',
  ],
  questions: [
    multiple('what', '变更哪些内容？ | What changes?', {
      name: '名称 | Name',
      address: '住所 | Registered address',
      representative: '法定代表人 | Legal representative',
      scope: '经营范围 | Scope of business',
      capital: '注册资本 | Registered capital',
      shareholders: '股东或者股权 | Shareholders or shares',
    }),
    single(
      'premises',
      '新住所怎样证明？ | How do you prove the new address?',
      {
        cloud: '住所云已备案 | Already in the premises register',
        paper: '提交房屋使用证明 | By a proof of use',
      },
      { when: chosen('what', 'address') },
    ),
    single(
      'capital-change',
      '注册资本怎样变更？ | How does the capital change?',
      { more: '增加 | It grows', less: '减少 | It shrinks' },
      { when: chosen('what', 'capital') },
    ),
    yesNo(
      'prior-permit',
      '新的经营范围是否需要前置许可？ | Does the new scope need a permit first?',
      {
        when: chosen('what', 'scope'),
      },
    ),
    agentQuestion,
  ],
  papers: [
    application('公司变更登记申请书 | Application to change registered particulars'),
    resolution,
    paper(
      'new-articles',
      '修改后的公司章程或者章程修正案 | Amended articles',
      ['法定代表人签字', '与决议一致'],
      {
        kind: 'contract',
      },
    ),
    premisesRight({ when: chosen('premises', 'paper') }),
    identity('new-representative', '新任法定代表人 | the new legal representative', {
      when: chosen('what', 'representative'),
    }),
    paper(
      'share-transfer',
      '股权转让协议或者股权证明 | Agreement on the transfer of shares',
      ['转让双方签字或者盖章', '转让份额明确'],
      { kind: 'contract', when: chosen('what', 'shareholders') },
    ),
    paper(
      'capital-notice',
      '减资公告报样及债务清偿或者担保说明 | Notice of the reduction and statement on debts',
      ['公告满四十五日', '说明经全体股东确认'],
      { kind: 'proof', main: true, when: chosen('capital-change', 'less') },
    ),
    paper(
      'prior-permit-document',
      '前置许可批准文件 | Approval that has to come first',
      ['在有效期内'],
      {
        kind: 'certificate',
        main: true,
        when: chosen('prior-permit', 'yes'),
        issuedBy: '有关主管部门 | Competent authority',
      },
    ),
    heldBusinessLicence,
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('change', '变更内容 | What changes', [
      text('new-name', '变更后名称 | New name', { longest: 100, when: chosen('what', 'name') }),
      premises('new-premises', '变更后住所（住所云备案单元） | New address (filed premises)', {
        scopeField: 'new-scope',
        when: chosen('premises', 'cloud'),
        help: '按地址查找、看楼层图选房，或者扫门上的二维码；不再提交住所证明。 | Search, choose on the plan, or scan the code on the door; no proof is asked.',
      }),
      address('new-address', '变更后住所 | New address', { when: chosen('premises', 'paper') }),
      person('new-representative', '变更后法定代表人 | New legal representative', {
        when: chosen('what', 'representative'),
      }),
      prose('new-scope', '变更后经营范围 | New scope', {
        longest: 2000,
        when: chosen('what', 'scope'),
      }),
      money('new-capital', '变更后注册资本 | New capital', { when: chosen('what', 'capital') }),
      table(
        'new-shareholders',
        '变更后股东名录 | Shareholders after the change',
        [
          text('name', '姓名或者名称 | Name', { longest: 100 }),
          text('identifier', '证件号码 | Identity number or credit code', { longest: 30 }),
          money('capital', '认缴出资额 | Subscribed capital'),
        ],
        { when: chosen('what', 'shareholders') },
      ),
      date('decided-on', '作出决议日期 | Resolved on', 'past'),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '营业执照 | Business licence', type: '10', licence: 'business-licence' },
  faq: [
    faq(
      '变更后多久必须申请？ | How soon must a change be registered?',
      '自决议、决定作出或者法定事项发生之日起三十日内。 | Within thirty days of the resolution or the event.',
    ),
    faq(
      '几项内容能一起变更吗？ | Can several particulars change at once?',
      '可以，一张表、一次提交，换发一次执照。 | Yes, with one form and one new licence.',
    ),
    faq(
      '迁到别的区怎么办？ | What if we move to another district?',
      '向迁入地登记机关申请，由其调取档案。 | Apply where you move to; that registry asks for the file.',
    ),
  ],
});

const record = item({
  key: 'record',
  name: '公司备案 | Filing of particulars',
  kind: 'record',
  statutory: workingDays(3),
  promised: workingDays(0),
  conditions: ['公司处于存续状态', '自备案事项发生变更之日起三十日内办理备案'],
  questions: [
    multiple('what', '备案哪些内容？ | What is filed?', {
      articles: '章程 | Articles',
      places: '经营场所（一照多址） | Places of business',
      officers: '董事、监事、高级管理人员 | Directors, supervisors, senior managers',
      term: '经营期限 | Term',
      liaison: '登记联络员 | Liaison',
    }),
    agentQuestion,
  ],
  papers: [
    application('公司备案申请书 | Application for filing'),
    paper('new-articles', '章程或者章程修正案 | Articles or their amendment', ['法定代表人签字'], {
      kind: 'contract',
      when: chosen('what', 'articles'),
    }),
    paper('appointment', '任职文件 | Documents of appointment', ['产生程序符合章程'], {
      kind: 'proof',
      when: chosen('what', 'officers'),
    }),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('filing', '备案内容 | What is filed', [
      table(
        'officers',
        '任职人员 | Officers',
        [
          person('officer', '姓名 | Name'),
          choice('post', '职务 | Post', {
            director: '董事 | Director',
            supervisor: '监事 | Supervisor',
            manager: '经理 | Manager',
            finance: '财务负责人 | Finance officer',
          }),
        ],
        { when: chosen('what', 'officers') },
      ),
      table(
        'places',
        '本区经营场所 | Places of business in the district',
        [
          premises('place', '经营场所（住所云备案单元） | Place (filed premises)', {
            role: 'place',
          }),
        ],
        { fewest: 1, most: 10, when: chosen('what', 'places') },
      ),
      date('new-term', '经营期限至 | Term until', 'future', { when: chosen('what', 'term') }),
      person('liaison', '登记联络员 | Liaison', { when: chosen('what', 'liaison') }),
      choices(
        'seals',
        '印章是否需要变更 | Seals that change',
        { name: '名称章 | Name seal', finance: '财务章 | Finance seal' },
        { optional: true },
      ),
      date('changed-on', '变更日期 | Changed on', 'past'),
    ]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '备案通知书 | Notice of filing', type: '30' },
  faq: [
    faq(
      '备案换发执照吗？ | Is a new licence issued?',
      '不换发，发备案通知书。 | No, you get a notice of filing.',
    ),
    faq(
      '逾期会怎样？ | What if I am late?',
      '登记机关责令改正，拒不改正的依法处罚。 | You are told to put it right, and fined if you refuse.',
    ),
    faq('能全程网办吗？ | Can it be done online?', '可以，在线签署即可。 | Yes, signed online.'),
  ],
});

export const companyChange = matter({
  name: '公司变更登记（备案） | Change and filing of company particulars',
  summary:
    '公司改名、搬家、换法定代表人、改经营范围等，更换营业执照。 | Your company changes its name, address, legal representative or scope: get the licence changed.',
  keywords: [
    '公司变更',
    '变更法人',
    '变更地址',
    '改经营范围',
    '公司改名',
    '股权转让',
    '增资',
    '减资',
  ],
  department: 'market-regulation',
  catalog: ['31', 2],
  type: '07',
  laws: [
    marketPapers,
    marketDeadline,
    registrationDuty(
      '第二十四条',
      '变更登记事项的，自作出变更决议、决定或者法定变更事项发生之日起三十日内申请变更登记。',
    ),
    registrationDuty('第二十九条', '备案事项发生变更的，自变更之日起三十日内向登记机关办理备案。'),
  ],
  objects: ['2'],
  themes: ['setting-up'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  alsoAt: ['industrial-zone', 'sheshan-resort', 'export-zone'],
  areas: ['city', 'province'],
  items: [change, record],
});
