import { divideHalfUp, WHOLE } from '#kernel/money/percent.ts';

import type { Finding } from '../finding.ts';
import type { ReadProject } from '../reading/read-projects.ts';
import { allLinesOf, linesOf, ofProject, raise, type RiskGiven } from './raise.ts';

/** Instalments that fall due after the year, conditions that nobody can date, plans without terms. */
export function findPaymentRisks({ book }: RiskGiven): Finding[] {
  const late: Array<{ project: ReadProject; fen: bigint }> = [];
  const findings = book.projects.flatMap((project) => [
    ...findLate(project, late),
    ...findVague(project),
    ...findPrepaid(project),
    ...findMissingTerms(project),
  ]);
  const [first] = late;
  if (first === undefined) return findings;
  const total = late.reduce((sum, { fen }) => sum + fen, 0n);
  return [
    ...findings,
    raise({
      rule: 'R11',
      severity: 'warning',
      source: undefined,
      place: '付款与年度',
      left: total,
      right: `${new Set(late.map(({ project }) => project)).size} 个项目`,
      zh: '以下各期款项的付款条件都在预算年度结束后才成就，年内无法支付，合计需要结转下年。',
      en: 'These instalments fall due only after the budget year has ended; together they would have to be carried over.',
      mend: '调整合同期限或付款节点，使尾款在年内验收支付；确需跨年的，在下年预算中安排。',
      mendEn:
        'Move the end of service or the last instalment into the year, or budget it next year.',
    }),
  ];
}

const AFTER_END = /(?:结束服务期|合同期满|服务期满(?!\d)|期满).*(?:验收|支付|后)/;

function findLate(
  project: ReadProject,
  late: Array<{ project: ReadProject; fen: bigint }>,
): Finding[] {
  const { period, budget } = project;
  if (period === undefined || budget === undefined || !period.end.endsWith('-12-31')) return [];
  return project.instalments.flatMap((instalment) => {
    const { trigger, percent, text, source } = instalment;
    if (!AFTER_END.test(trigger) || /期满\d+个?月/.test(trigger)) return [];
    const fen = divideHalfUp(budget.amount.fen * percent, WHOLE);
    late.push({ project, fen });
    return [
      raise({
        rule: 'R11',
        severity: 'warning',
        source,
        place: ofProject(project, '付款条件'),
        quote: `${trigger}支付${text}`,
        left: fen,
        right: period.end,
        zh: `服务期到 ${period.end} 才结束，“${trigger}”只能在次年成就，这一期 ${text} 在预算年度内付不出去。`,
        en: `The service ends on ${period.end}, so this instalment (${text}) can only fall due in the next year.`,
        mend: '把服务期或验收提前到 12 月中旬以前，或在下年预算中安排这一期。',
        mendEn:
          'End or accept the service before mid-December, or budget this instalment next year.',
      }),
    ];
  });
}

function findVague(project: ReadProject): Finding[] {
  return project.instalments.flatMap(({ trigger, source, text }) => {
    if (/服务期满\d+个?月/.test(trigger))
      return [
        raise({
          rule: 'R12',
          severity: 'warning',
          source,
          place: ofProject(project, '付款条件'),
          quote: trigger,
          left: trigger,
          right: project.period?.end ?? '',
          zh: `“${trigger}”可以读成服务期结束再过若干个月，那将落在次年；本意应是“服务满若干个月后”。`,
          en: 'The words can be read as months after the service has ended, which is next year; meant is after so many months of service.',
          mend: '改为“服务满9个月后”，并写明日期。',
          mendEn: 'Say "after nine months of service", with a date.',
        }),
      ];
    if (/基本完成/.test(trigger))
      return [
        raise({
          rule: 'R13',
          severity: 'warning',
          source,
          place: ofProject(project, '付款条件'),
          quote: trigger,
          left: text,
          right: '',
          zh: `付款 ${text} 以“${trigger}”为条件，没有可验证的标准和日期。`,
          en: `An instalment of ${text} hangs on "basically complete", which has no criterion and no date.`,
          mend: '改为可核验的节点，例如初验通过、上线试运行，并写明日期。',
          mendEn: 'Use an event that can be verified, such as preliminary acceptance, with a date.',
        }),
      ];
    return [];
  });
}

const PREPAID_LIMIT = 3000n;

function findPrepaid(project: ReadProject): Finding[] {
  return project.instalments.flatMap(({ trigger, percent, text, source }) =>
    /合同签订/.test(trigger) && percent > PREPAID_LIMIT
      ? [
          raise({
            rule: 'R14',
            severity: 'note',
            source,
            place: ofProject(project, '付款条件'),
            quote: `${trigger}支付${text}`,
            left: text,
            right: '30%',
            zh: `合同一签订即付 ${text}，高于其他项目通行的 30%，没有写明履约担保。`,
            en: `${text} is paid on signing, above the 30 % of other projects, and no guarantee is named.`,
            mend: '说明理由，或降低预付比例并约定履约担保。',
            mendEn: 'Give the reason, or pay less in advance and ask for a guarantee.',
          }),
        ]
      : [],
  );
}

function findMissingTerms(project: ReadProject): Finding[] {
  if (project.instalments.length > 0) return [];
  const plan = linesOf(project, 4);
  if (plan.length === 0) return [];
  const text = allLinesOf(project)
    .map((line) => line.text)
    .join('');
  if (/按实|按月|每月|每季度|据实/.test(text)) return [];
  return [
    raise({
      rule: 'R15',
      severity: 'warning',
      source: plan.at(-1),
      place: ofProject(project, '实施方案'),
      quote: plan.at(-1)?.text.slice(0, 60) ?? '',
      left: project.budget?.amount.fen ?? '',
      right: '',
      zh: '实施方案没有写付款方式和时间，支付进度无从考核。',
      en: 'The plan names no terms of payment, so progress of payment cannot be judged.',
      mend: '补写付款节点、比例或按实结算的周期。',
      mendEn: 'Add instalments, or how often it is settled.',
    }),
  ];
}
