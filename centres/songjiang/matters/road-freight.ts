import { chosen, chosenAny } from './kit/conditions.ts';
import {
  address,
  check,
  choice,
  choices,
  date,
  number,
  person,
  table,
  text,
} from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law, permitExamination, permitRenewal } from './kit/laws.ts';
import { cancelItem, changeItem, renewItem, replaceItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, businessLicence, identity, paper } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

// Four years is remembered (a setting).
const held = { licence: 'road-transport', validMonths: 48 } as const;

const transport = '《中华人民共和国道路运输条例》';

const plate = text('plate', '车牌号 | Plate', {
  longest: 12,
  pattern: ['^[\\u4e00-\\u9fa5][A-Z][A-Z0-9]{5,6}$', '如 沪A12345 | Such as 沪A12345'],
});

const vehicles = table(
  'vehicles',
  '车辆 | Vehicles',
  [
    plate,
    choice('type', '车型 | Type', {
      van: '厢式货车 | Box truck',
      flatbed: '栏板货车 | Flatbed',
      tractor: '牵引车 | Tractor',
      trailer: '挂车 | Trailer',
      refrigerated: '冷藏车 | Refrigerated truck',
    }),
    number('mass', '总质量 | Gross mass', '千克 | kg', { least: 1 }),
    date('tested-until', '检验有效期至 | Tested until', 'future'),
    check('positioned', '是否安装卫星定位 | Satellite positioning'),
  ],
  { most: 300 },
);

const drivers = table(
  'drivers',
  '驾驶人员 | Drivers',
  [
    person('driver', '姓名 | Name', { noPhone: true }),
    text('qualification', '从业资格证号 | Number of the qualification', { longest: 40 }),
    date('valid-until', '有效期至 | Valid until', 'future'),
  ],
  { most: 300 },
);

const vehiclePapers = [
  paper(
    'vehicle-licence',
    '机动车行驶证 | Vehicle licences',
    ['车辆所有人与申请人一致', '检验在有效期内'],
    {
      kind: 'certificate',
      exempt: 'licence',
      licence: 'vehicle-licence',
      issuedBy: '公安机关交通管理部门 | Traffic police',
    },
  ),
  paper(
    'vehicle-test',
    '车辆技术等级检测报告 | Report on the technical state',
    ['检测机构具备资质', '技术等级符合要求'],
    {
      kind: 'report',
      main: true,
      exempt: 'data',
    },
  ),
];

const apply = item({
  key: 'new',
  name: '道路普通货物运输经营许可新办 | New licence for general road freight',
  kind: 'new',
  statutory: workingDays(20, '《道路运输条例》第二十四条'),
  // Districts promise five to ten days (a setting).
  promised: workingDays(8),
  conditions: [
    '有与其经营业务相适应并经检测合格的车辆',
    '有符合规定条件的驾驶人员',
    '有健全的安全生产管理制度',
  ],
  questions: [
    single('operator', '申请人是哪一类？ | Who applies?', {
      firm: '企业 | A firm',
      trader: '个体工商户 | A sole trader',
    }),
    single('fleet', '车辆是否已购置？ | Are the vehicles bought already?', {
      bought: '已购置 | Bought',
      planned: '拟购置 | Planned',
    }),
    yesNo('heavy', '是否有总质量超过4.5吨的车辆？ | Are there vehicles above 4.5 tonnes?', {
      help: '使用4.5吨及以下普通货运车辆的，无需申请本许可。 | Up to 4.5 tonnes this licence is not needed.',
    }),
    agentQuestion,
  ],
  papers: [
    application('道路货物运输经营申请表 | Application for road freight'),
    businessLicence(),
    identity('representative-identity', '负责人 | the person in charge'),
    ...vehiclePapers.map((one) => ({ ...one, includeIf: chosen('fleet', 'bought') })),
    paper(
      'vehicle-plan',
      '拟投入车辆承诺书 | Promise on the planned vehicles',
      ['载明数量、类型、技术等级、投入时间'],
      {
        kind: 'proof',
        main: true,
        when: chosen('fleet', 'planned'),
      },
    ),
    paper(
      'driver-qualification',
      '驾驶人员从业资格证 | Qualifications of the drivers',
      ['资格类别为货物运输', '在有效期内'],
      {
        kind: 'certificate',
        exempt: 'data',
        when: chosen('heavy', 'yes'),
        issuedBy: '交通运输部门 | Transport authority',
      },
    ),
    paper(
      'rules',
      '安全生产管理制度文本 | Safety rules',
      ['含岗位责任、车辆维护、动态监控、应急预案'],
      {
        kind: 'proof',
        deferrable: true,
      },
    ),
    paper(
      'safety-organisation',
      '安全生产管理机构和人员任命文件 | Appointment of the safety staff',
      ['人员配备与车辆数相适应'],
      {
        kind: 'proof',
        deferrable: true,
        when: chosen('operator', 'firm'),
      },
    ),
    ...agentPapers({ deferrable: true }),
  ],
  form: [
    firmSection(),
    section('freight', '经营信息 | The business', [
      choices('scope', '经营范围 | Scope', {
        general: '普通货运 | General freight',
        container: '集装箱运输 | Containers',
        refrigerated: '冷藏保鲜 | Refrigerated',
        tank: '罐式容器 | Tanks',
      }),
      address('depot', '停车场地 | Depot', { anywhere: true }),
      number('vehicle-count', '车辆数 | Number of vehicles', '辆 | vehicles', { least: 1 }),
      person('safety-officer', '安全管理人员 | Safety officer'),
    ]),
    section('fleet', '车辆和驾驶人员 | Vehicles and drivers', [vehicles, drivers]),
    contactSection(),
    closingSection(),
  ],
  result: { name: '道路运输经营许可证 | Road transport operation licence', type: '10', ...held },
  people: 2,
  faq: [
    faq(
      '4.5吨以下货车要办吗？ | Is it needed up to 4.5 tonnes?',
      '总质量4.5吨及以下普通货运车辆从事经营的，无需办理。 | No.',
    ),
    faq(
      '还没买车能申请吗？ | Can I apply before buying?',
      '可以，提交拟投入车辆承诺书，在承诺期限内落实。 | Yes, with a promise that you keep in time.',
    ),
    faq(
      '车辆的道路运输证怎么办？ | What about the vehicles’ own certificates?',
      '取得经营许可后按车配发。 | They are issued per vehicle after this licence.',
    ),
  ],
});

export const roadFreight = matter({
  name: '道路普通货物运输经营许可 | Licence for general road freight',
  summary:
    '用货车跑运输做生意，先取得道路运输经营许可证。 | For carrying goods by truck as a business.',
  keywords: ['道路运输许可证', '货运', '跑运输', '货车', '物流', '运管证'],
  department: 'transport',
  catalog: ['18', 1],
  type: '01',
  laws: [
    law(
      transport,
      '第二十一条',
      '从事货运经营应当有检测合格的车辆、符合条件的驾驶人员和健全的安全生产管理制度。',
    ),
    law(
      transport,
      '第二十二条',
      '货运驾驶人员应当取得相应机动车驾驶证，年龄不超过六十周岁，并经考试合格；4.5吨及以下车辆除外。',
    ),
    law(transport, '第二十四条', '自受理申请之日起二十日内审查完毕，作出许可或者不予许可的决定。'),
    permitExamination,
    permitRenewal,
  ],
  objects: ['1', '2'],
  themes: ['transport', 'permits'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  promiseExcluded: 'public-safety',
  items: [
    apply,
    changeItem(held, {
      promised: workingDays(5),
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '名称、负责人 | Name or person in charge',
          scope: '经营范围 | Scope',
          address: '地址 | Address',
        }),
      ],
      papers: [
        businessLicence({ when: chosenAny('what', 'name', 'address') }),
        ...vehiclePapers.map((one) => ({ ...one, includeIf: chosen('what', 'scope') })),
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          text('new-scope', '变更后经营范围 | New scope', { when: chosen('what', 'scope') }),
          address('new-address', '变更后地址 | New address', { when: chosen('what', 'address') }),
        ]),
      ],
    }),
    renewItem(held, {
      promised: workingDays(5),
      papers: [...vehiclePapers],
      sections: [section('fleet', '车辆和驾驶人员 | Vehicles and drivers', [vehicles, drivers])],
    }),
    replaceItem(held),
    cancelItem(held),
  ],
});
