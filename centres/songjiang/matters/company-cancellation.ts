import { chosen, chosenAny } from './kit/conditions.ts';
import { check, date, money, person, prose, table, text } from './kit/fields.ts';
import { faq, item, onTheSpot, workingDays } from './kit/items.ts';
import { marketDeadline, registrationDuty } from './kit/laws.ts';
import { matter } from './kit/matter.ts';
import { agentPapers, application, heldLicence, paper } from './kit/papers.ts';
import { agentQuestion, single, yesNo } from './kit/questions.ts';
import { closingSection, contactSection, firmSection, section } from './kit/sections.ts';

const result = {
  name: '准予注销登记通知书 | Notice of cancellation',
  type: '30',
} as const;

const returned = heldLicence('business-licence', '营业执照 | business licence', {
  fill: '纸质执照正、副本一并缴回，遗失的在申请书中声明。 | Hand the paper licence back; declare a loss in the application.',
});

const simple = item({
  key: 'simple',
  name: '公司简易注销登记 | Simple cancellation',
  kind: 'cancel',
  statutory: workingDays(3, '《市场主体登记管理条例》第十九条'),
  promised: onTheSpot(),
  extensionDays: 3,
  conditions: [
    '未发生债权债务，或者已将债权债务清偿完结',
    '未发生或者已结清清偿费用、职工工资、社会保险费用、法定补偿金、应缴纳税款',
    '已在国家企业信用信息公示系统公示承诺书和注销登记申请，公示期二十日内无异议',
    '自公示期满之日起二十日内申请',
  ],
  questions: [
    single('published', '是否已完成二十日公示？ | Have the twenty days of publication passed?', {
      passed: '已期满且无异议 | Passed, nobody objected',
      running: '正在公示 | Still running',
      objected: '公示期内有异议 | Somebody objected',
    }),
    yesNo('branches', '是否有未注销的分公司？ | Are there branches that still exist?'),
    agentQuestion,
  ],
  papers: [
    application('公司注销登记申请书 | Application for cancellation'),
    paper(
      'promise-of-all',
      '全体投资人承诺书 | Promise of all investors',
      ['全体股东签字或者盖章', '与公示内容一致', '公示期满二十日内'],
      { kind: 'proof', main: true },
    ),
    paper(
      'publication',
      '公示期满无异议的查询结果 | Result of the publication',
      ['公示满二十日', '无异议'],
      {
        kind: 'proof',
        exempt: 'data',
        when: chosenAny('published', 'passed', 'running'),
        issuedBy: '国家企业信用信息公示系统 | National enterprise credit publicity system',
      },
    ),
    paper(
      'objection-withdrawn',
      '异议撤回证明 | Proof that the objection was withdrawn',
      ['异议人签字或者盖章'],
      {
        kind: 'proof',
        main: true,
        when: chosen('published', 'objected'),
      },
    ),
    paper(
      'branch-notice',
      '分公司注销通知书 | Notice that the branches are cancelled',
      ['全部分公司已注销'],
      {
        kind: 'certificate',
        exempt: 'data',
        when: chosen('branches', 'yes'),
        issuedBy: '市场监督管理部门 | Market regulation authority',
      },
    ),
    returned,
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('cancellation', '注销信息 | Cancellation', [
      prose('cancel-reason', '注销原因 | Reason'),
      date('published-from', '公示开始日期 | Published from', 'past'),
      check('taxes-settled', '税款是否结清 | Taxes are settled'),
      check('wages-settled', '职工工资和社会保险是否结清 | Wages and social insurance are settled'),
      table('investors', '投资人 | Investors', [
        text('name', '姓名或者名称 | Name', { longest: 100 }),
        text('identifier', '证件号码 | Identity number or credit code', { longest: 30 }),
      ]),
    ]),
    contactSection(),
    closingSection(),
  ],
  result,
  faq: [
    faq('公示要多久？ | How long is the publication?', '二十日，自然日。 | Twenty calendar days.'),
    faq(
      '公示期满后多久内申请？ | By when must I apply?',
      '公示期满之日起二十日内，逾期需要重新公示。 | Within twenty days after it ended, else publish again.',
    ),
    faq(
      '公示期内有人提异议怎么办？ | What if somebody objects?',
      '异议撤回后可以再次申请，也可以改走普通注销。 | Apply again when it is withdrawn, or take the ordinary way.',
    ),
  ],
});

const ordinary = item({
  key: 'ordinary',
  name: '公司普通注销登记 | Ordinary cancellation',
  kind: 'cancel',
  statutory: workingDays(3, '《市场主体登记管理条例》第十九条'),
  promised: workingDays(1),
  extensionDays: 3,
  conditions: [
    '已成立清算组并在公示系统公告',
    '清算结束，债权债务清理完毕',
    '自清算结束之日起三十日内申请',
  ],
  questions: [
    single('reason', '解散的原因是什么？ | Why is it dissolved?', {
      resolution: '股东会决议解散 | Resolution of the shareholders',
      expired: '经营期限届满 | The term ended',
      court: '人民法院裁定解散或者宣告破产 | A court',
      revoked: '被吊销执照或者责令关闭 | The licence was revoked',
    }),
    agentQuestion,
  ],
  papers: [
    application('公司注销登记申请书 | Application for cancellation'),
    paper('resolution', '解散的决议或者决定 | Resolution to dissolve', ['表决符合章程'], {
      kind: 'proof',
      main: true,
      when: chosenAny('reason', 'resolution', 'expired'),
    }),
    paper('judgment', '人民法院裁定文书 | Ruling of the court', ['已生效'], {
      kind: 'proof',
      main: true,
      when: chosen('reason', 'court'),
      issuedBy: '人民法院 | People’s court',
    }),
    paper('revocation', '吊销、责令关闭的决定 | Decision to revoke or close', ['已送达'], {
      kind: 'proof',
      when: chosen('reason', 'revoked'),
      exempt: 'data',
      issuedBy: '作出决定的机关 | Deciding authority',
    }),
    paper(
      'liquidation-report',
      '清算报告 | Liquidation report',
      ['经股东会或者人民法院确认', '清算组成员签字'],
      {
        kind: 'report',
        main: true,
      },
    ),
    paper('tax-clearance', '清税证明 | Tax clearance', ['名称、代码一致'], {
      kind: 'certificate',
      exempt: 'data',
      issuedBy: '税务机关 | Tax authority',
    }),
    returned,
    ...agentPapers(),
  ],
  form: [
    firmSection(),
    section('liquidation', '清算信息 | Liquidation', [
      person('liquidator', '清算组负责人 | Head of the liquidation group'),
      date('announced-on', '公告日期 | Announced on', 'past'),
      date('finished-on', '清算结束日期 | Finished on', 'past'),
      money('assets-left', '剩余财产 | Assets left', { optional: true }),
      prose('debts', '债权债务清理情况 | Claims and debts'),
    ]),
    contactSection(),
    closingSection(),
  ],
  result,
  faq: [
    faq(
      '清税证明要自己去开吗？ | Do I have to fetch the tax clearance?',
      '不用，数据共享核验。 | No, it is checked by shared data.',
    ),
    faq(
      '清算组公告在哪里发？ | Where is the announcement made?',
      '国家企业信用信息公示系统，免费。 | In the national publicity system, free of charge.',
    ),
    faq(
      '清算结束后多久内申请？ | By when must I apply?',
      '三十日内。 | Within thirty days of the end of the liquidation.',
    ),
  ],
});

export const companyCancellation = matter({
  name: '公司注销登记 | Cancellation of a company',
  summary: '公司不再经营，依法退出市场。 | Your company ends its business and leaves the register.',
  keywords: ['注销公司', '公司注销', '简易注销', '关公司', '清算', '退出'],
  department: 'market-regulation',
  catalog: ['31', 3],
  type: '07',
  laws: [
    registrationDuty(
      '第三十三条',
      '未发生债权债务或者已清偿完结的，可以按简易程序注销；承诺书和申请公示二十日，无异议的自期满之日起二十日内申请。',
    ),
    registrationDuty('第三十一条', '因解散、被宣告破产等终止的，依法申请注销登记。'),
    marketDeadline,
  ],
  objects: ['2'],
  themes: ['closing', 'setting-up'],
  where: '一层企业开办（商事登记）服务区 | First floor, Business Registration Area',
  alsoAt: ['industrial-zone', 'sheshan-resort', 'export-zone'],
  items: [simple, ordinary],
});
