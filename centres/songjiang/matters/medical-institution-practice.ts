import { all, chosen, chosenAny } from './kit/conditions.ts';
import { address, choices, date, number, person, prose, table, text } from './kit/fields.ts';
import { faq, item, workingDays } from './kit/items.ts';
import { law, permitExamination } from './kit/laws.ts';
import { cancelItem, changeItem, renewItem, replaceItem } from './kit/lifecycle.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, identity, paper, premisesRight } from './kit/papers.ts';
import { agentQuestion, multiple, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

// Five years for institutions without beds, fifteen with a hundred or more: a setting.
const held = { licence: 'medical-institution', validMonths: 60 } as const;

const subjects = {
  general: '全科 | General practice',
  internal: '内科 | Internal medicine',
  surgery: '外科 | Surgery',
  paediatrics: '儿科 | Paediatrics',
  dentistry: '口腔科 | Dentistry',
  chinese: '中医科 | Chinese medicine',
  imaging: '医学影像科 | Imaging',
  laboratory: '医学检验科 | Laboratory',
} as const;

const review = [
  {
    kind: 'expert-review',
    mostDays: 30,
    basis: '《行政许可法》第四十五条：专家评审所需时间不计入期限',
  },
] as const;

const staff = table(
  'staff',
  '卫生技术人员 | Medical staff',
  [
    person('member', '姓名 | Name', { noPhone: true }),
    text('qualification', '资格证书编号 | Number of the qualification', { longest: 40 }),
    text('practice', '执业证书编号 | Number of the practising certificate', { longest: 40 }),
    text('subject', '执业科目 | Subject', { longest: 40 }),
  ],
  { most: 300 },
);

const register = item({
  key: 'register',
  name: '医疗机构执业登记 | Registration of a medical institution',
  kind: 'new',
  statutory: workingDays(45, '《医疗机构管理条例》第十九条'),
  promised: workingDays(25),
  extensionDays: 0,
  conditions: [
    '有设置医疗机构批准书，依法实行备案的除外',
    '符合医疗机构的基本标准',
    '有适合的名称、组织机构和场所',
    '有与其开展的业务相适应的经费、设施、设备和专业卫生技术人员',
    '有相应的规章制度，能够独立承担民事责任',
  ],
  questions: [
    single('kind', '属于哪类医疗机构？ | What kind of institution is it?', {
      clinic: '诊所、卫生室 | Clinic',
      outpatient: '门诊部 | Outpatient department',
      hospital: '医院 | Hospital',
      nursing: '护理院（站） | Nursing home or station',
    }),
    yesNo('radiology', '是否开展放射诊疗？ | Will it use radiation?'),
    yesNo('waste-water', '是否自建污水处理设施？ | Does it treat its own waste water?', {
      when: chosenAny('kind', 'outpatient', 'hospital', 'nursing'),
    }),
    agentQuestion,
  ],
  papers: [
    application('医疗机构执业登记申请书 | Application to register a medical institution'),
    paper(
      'approval',
      '设置医疗机构批准书 | Approval to set it up',
      ['在有效期内', '名称、地址与申请一致'],
      {
        kind: 'certificate',
        when: chosenAny('kind', 'outpatient', 'hospital', 'nursing'),
        exempt: 'data',
        issuedBy: '区卫健委 | District Health Commission',
      },
    ),
    premisesRight({ deferrable: true }),
    paper('floor-plan', '建筑设计平面图 | Floor plan', ['科室布局、洁污分区、感染控制符合要求'], {
      kind: 'plan',
      main: true,
      sheet: 'A3',
    }),
    paper('accounts', '验资证明、资产评估报告 | Proof of capital', ['一年内出具'], {
      kind: 'report',
      deferrable: true,
    }),
    paper('rules', '规章制度 | Rules', ['含诊疗规范、院感、病历、医疗安全制度'], {
      kind: 'proof',
      main: true,
    }),
    identity('head-identity', '法定代表人（主要负责人） | the head'),
    paper(
      'staff-certificates',
      '卫生技术人员资格和执业证书 | Qualifications of the staff',
      ['执业地点、类别、范围相符'],
      {
        kind: 'certificate',
        exempt: 'data',
        issuedBy: '卫生健康部门 | Health authority',
      },
    ),
    paper(
      'radiology-licence',
      '放射诊疗许可材料 | Papers on the use of radiation',
      ['防护检测合格'],
      {
        kind: 'report',
        main: true,
        when: chosen('radiology', 'yes'),
      },
    ),
    paper(
      'waste-plan',
      '污水、医疗废物处理方案 | Treatment of waste water and medical waste',
      ['委托处置合同在有效期内'],
      {
        kind: 'plan',
        main: true,
        when: all(
          chosen('waste-water', 'yes'),
          chosenAny('kind', 'outpatient', 'hospital', 'nursing'),
        ),
      },
    ),
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('institution', '机构信息 | The institution', [
      text('institution-name', '机构名称 | Name', { longest: 100 }),
      address('institution-address', '执业地点 | Place of practice'),
      choices('subjects', '诊疗科目 | Subjects', subjects),
      number('beds', '床位数 | Beds', '张 | beds', {
        when: chosenAny('kind', 'hospital', 'nursing'),
      }),
      number('chairs', '牙椅数 | Dental chairs', '台 | chairs', { optional: true }),
      person('head', '主要负责人 | Head'),
      prose('hours', '诊疗时间 | Hours of practice', { longest: 200, lines: 2 }),
      date('opening-on', '计划开业日期 | Planned to open on', 'future'),
    ]),
    section('people', '人员 | Staff', [staff]),
    contactSection(),
    closingSection(),
  ],
  result: {
    name: '医疗机构执业许可证 | Licence to practise as a medical institution',
    type: '10',
    ...held,
  },
  special: [...review],
  people: 2,
  siteCheck: true,
  faq: [
    faq(
      '先批设置再登记吗？ | Is the approval needed first?',
      '是，实行备案的诊所除外。 | Yes, except for clinics that file.',
    ),
    faq(
      '校验是什么？ | What is the verification?',
      '按规定的周期审查机构是否仍符合标准。 | A periodic look at whether the standards are still met.',
    ),
    faq(
      '医师多点执业怎么填？ | How do I list doctors who practise in several places?',
      '填写本机构为执业地点的医师，其余的备案后列入。 | List those registered here; the others once they are filed.',
    ),
  ],
});

export const medicalInstitutionPractice = matter({
  name: '医疗机构执业登记 | Registration of medical institutions',
  summary:
    '诊所、门诊部、医院开业行医，取得医疗机构执业许可证。 | The licence under which a clinic or hospital treats people.',
  keywords: ['执业许可证', '诊所许可', '医疗机构登记', '行医', '门诊部', '校验'],
  department: 'health',
  catalog: ['23', 3],
  type: '01',
  laws: [
    law('《医疗机构管理条例》', '第十五条', '医疗机构执业，必须进行登记，领取医疗机构执业许可证。'),
    law(
      '《医疗机构管理条例》',
      '第十九条',
      '自受理执业登记申请之日起四十五日内审核，合格的予以登记发证，不合格的书面通知。',
    ),
    permitExamination,
  ],
  objects: ['1', '2', '3', '4'],
  themes: ['medical', 'permits'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  promiseExcluded: 'health-property',
  visits: { window: 1, online: 1, reason: '现场核查时主要负责人需要到场。' },
  items: [
    register,
    changeItem(held, {
      statutory: workingDays(30),
      promised: workingDays(15),
      people: 2,
      siteCheck: true,
      questions: [
        multiple('what', '变更哪些内容？ | What changes?', {
          name: '名称 | Name',
          head: '法定代表人、主要负责人 | Head',
          subjects: '诊疗科目 | Subjects',
          beds: '床位（牙椅） | Beds or chairs',
        }),
      ],
      papers: [
        identity('new-head', '新的负责人 | the new head', { when: chosen('what', 'head') }),
        paper(
          'floor-plan',
          '变更科目的平面图和设备清单 | Floor plan and equipment',
          ['与拟变更科目相符'],
          {
            kind: 'plan',
            main: true,
            when: chosenAny('what', 'subjects', 'beds'),
          },
        ),
      ],
      sections: [
        section('change', '变更内容 | What changes', [
          text('new-name', '变更后名称 | New name', { when: chosen('what', 'name') }),
          person('new-head', '变更后负责人 | New head', { when: chosen('what', 'head') }),
          choices('new-subjects', '变更后诊疗科目 | New subjects', subjects, {
            when: chosen('what', 'subjects'),
          }),
          number('new-beds', '变更后床位（牙椅） | New number', '张 | beds', {
            when: chosen('what', 'beds'),
          }),
        ]),
      ],
    }),
    renewItem(held, {
      key: 'verify',
      name: '医疗机构校验 | Periodic verification',
      kind: 'other',
      statutory: workingDays(30),
      promised: workingDays(15),
      people: 2,
      conditions: ['许可证在有效期内', '校验期届满三个月前提出'],
      papers: [
        paper(
          'period-report',
          '校验期内执业情况报告 | Report on the period',
          ['含人员变动、医疗纠纷、不良执业行为'],
          {
            kind: 'report',
            main: true,
          },
        ),
      ],
      sections: [section('people', '人员 | Staff', [staff])],
    }),
    replaceItem(held),
    cancelItem(held, {
      papers: [
        paper(
          'records',
          '病历资料保管安排 | Keeping of the medical records',
          ['明确保管单位和期限'],
          {
            kind: 'proof',
            main: true,
          },
        ),
      ],
    }),
  ],
});
