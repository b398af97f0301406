import { parseYuan, toYuanText } from '#kernel/money/fen.ts';

import type { Finding } from '../finding.ts';
import type { ReadProject } from '../reading/read-projects.ts';
import type { AmountName } from '../reading/read-statements.ts';
import { allLinesOf, findLine, linesOf, ofProject, raise, type RiskGiven } from './raise.ts';

const yuan = (text: string): bigint => {
  const read = parseYuan(text);
  return read.ok ? read.value : 0n;
};

/** From here on dispersed procurement of goods and services goes by the law (限额标准, Shanghai 2024). */
const DISPERSED = yuan('1000000.00');
/** From here on a tender is open (公开招标数额标准, Shanghai 2024). */
const OPEN_TENDER = yuan('4000000.00');

/** What projects buy against what the narrative says is procured. */
export function findProcurementRisks(given: RiskGiven): Finding[] {
  return [
    ...findSum(given),
    ...findGoods(given),
    ...findUnsaid(given),
    ...findReserved(given),
    ...findAlmostEqual(given),
  ];
}

const budgetOf = ({ budget }: ReadProject): bigint => budget?.amount.fen ?? 0n;
const sum = (projects: readonly ReadProject[]): bigint =>
  projects.reduce((total, project) => total + budgetOf(project), 0n);

const buys = (project: ReadProject): boolean =>
  findLine(allLinesOf(project), /采购|招标|招投标|中标/) !== undefined;

function findSum({ book }: RiskGiven): Finding[] {
  const stated = book.statements.amounts.get('procurement');
  const bought = book.projects.filter(buys);
  const total = sum(bought);
  if (stated === undefined || total <= stated.amount.fen) return [];
  return [
    raise({
      rule: 'R31',
      severity: 'warning',
      source: stated.source,
      place: '政府采购预算',
      left: total,
      right: stated.amount.fen,
      zh: `写明采购、招标的项目有 ${bought.length} 个，预算合计 ${toYuanText(total)} 元，大于政府采购预算 ${toYuanText(stated.amount.fen)} 元，差额没有说明。`,
      en: `${bought.length} projects say that they procure, ${toYuanText(total)} yuan together, more than the procurement budget of ${toYuanText(stated.amount.fen)}.`,
      mend: '逐项列明纳入和不纳入政府采购预算的项目及理由。',
      mendEn: 'List which projects are in the procurement budget and which are not, and why.',
    }),
  ];
}

const GOODS = /(?:采购|购置|定制).{0,20}(?:设备|终端|服装|工作服|家具)|服装定制|统一定制工作服/;

function findGoods({ book, look }: RiskGiven): Finding[] {
  const goods = book.statements.amounts.get('goods');
  const projects = book.projects.filter(
    (project) => findLine([...linesOf(project, 6), ...linesOf(project, 1)], GOODS) !== undefined,
  );
  const total = sum(projects) + look.fen('T8', '31002', 'total');
  if (goods === undefined || projects.length === 0 || total <= goods.amount.fen) return [];
  const names = projects.map(({ name }) => name).join('、');
  return [
    raise({
      rule: 'R32',
      severity: 'warning',
      source: goods.source,
      place: '政府采购货物预算',
      left: total,
      right: goods.amount.fen,
      zh: `${names}购买的是货物，连同办公设备购置共 ${toYuanText(total)} 元，货物采购预算只有 ${toYuanText(goods.amount.fen)} 元。`,
      en: `${projects.length} projects buy goods; with office equipment that is ${toYuanText(total)} yuan, but goods in the procurement budget are ${toYuanText(goods.amount.fen)}.`,
      mend: '核对采购品目，把属于货物的列入货物预算，或说明不纳入的理由。',
      mendEn: 'Check the categories and enter goods as goods, or say why they are left out.',
    }),
  ];
}

function findUnsaid({ book }: RiskGiven): Finding[] {
  return book.projects.flatMap((project) => {
    const source = project.budget?.source;
    const isPay = findLine(linesOf(project, 1), /工资|薪酬/) !== undefined;
    if (source === undefined || isPay || budgetOf(project) < DISPERSED) return [];
    if (!buys(project))
      return [
        raise({
          rule: 'R33',
          severity: 'warning',
          source,
          place: ofProject(project, '采购方式'),
          quote: source.text.slice(0, 60),
          left: budgetOf(project),
          right: DISPERSED,
          zh: `预算 ${toYuanText(budgetOf(project))} 元，超过分散采购限额 ${toYuanText(DISPERSED)} 元，实施方案没有写采购方式。`,
          en: `The budget is above the limit of dispersed procurement (${toYuanText(DISPERSED)} yuan), and the plan does not say how it is procured.`,
          mend: '写明采购方式和供应商的确定办法。',
          mendEn: 'Say how it is procured and how suppliers are chosen.',
        }),
      ];
    if (budgetOf(project) < OPEN_TENDER) return [];
    const isOpen = findLine(allLinesOf(project), /公开招标/) !== undefined;
    return isOpen
      ? []
      : [
          raise({
            rule: 'R34',
            severity: 'warning',
            source,
            place: ofProject(project, '采购方式'),
            quote: source.text.slice(0, 60),
            left: budgetOf(project),
            right: OPEN_TENDER,
            zh: `预算 ${toYuanText(budgetOf(project))} 元，达到公开招标数额标准 ${toYuanText(OPEN_TENDER)} 元，没有写明公开招标。`,
            en: `The budget reaches the limit of open tender (${toYuanText(OPEN_TENDER)} yuan), and none is named.`,
            mend: '写明公开招标，或说明经批准的其他方式。',
            mendEn: 'Name the open tender, or the other way that was approved.',
          }),
        ];
  });
}

function findReserved({ book }: RiskGiven): Finding[] {
  const { amounts } = book.statements;
  const small = amounts.get('small');
  const whole = amounts.get('procurement');
  if (small === undefined || whole === undefined || whole.amount.fen === 0n) return [];
  const first = book.projects.find((project) => buys(project) && budgetOf(project) >= OPEN_TENDER);
  if (small.amount.fen < whole.amount.fen || first === undefined) return [];
  return [
    raise({
      rule: 'R35',
      severity: 'warning',
      source: small.source,
      place: '面向中小企业预留',
      left: small.amount.fen,
      right: budgetOf(first),
      zh: `采购预算全部预留给小微企业，其中“${first.name}”一项即 ${toYuanText(budgetOf(first))} 元，是否适宜由小微企业承担没有说明。`,
      en: `All of it is reserved for small and micro firms, among it one project of ${toYuanText(budgetOf(first))} yuan; whether such firms can carry it is not said.`,
      mend: '逐项核定预留份额：200 万元以上的项目按不低于 30% 预留并说明。',
      mendEn: 'Set the share project by project; above two million yuan at least 30 % is reserved.',
    }),
  ];
}

const PAIRS: ReadonlyArray<readonly [AmountName, AmountName, string]> = [
  ['reserved', 'procurement', '中小企业预留与采购预算'],
  ['small', 'reserved', '小微企业预留与中小企业预留'],
  ['spendingFiscal', 'spending', '财政拨款支出与支出预算'],
];

/** Two figures that differ by one unit in the last place are one figure mistyped. */
function findAlmostEqual({ book }: RiskGiven): Finding[] {
  return PAIRS.flatMap(([left, right, what]) => {
    const one = book.statements.amounts.get(left);
    const other = book.statements.amounts.get(right);
    if (one === undefined || other === undefined) return [];
    const gap = one.amount.fen - other.amount.fen;
    const size = gap < 0n ? -gap : gap;
    const place = one.amount.place > other.amount.place ? one.amount.place : other.amount.place;
    if (size === 0n || size > place) return [];
    return [
      raise({
        rule: 'R10',
        severity: 'error',
        source: one.source,
        place: `文字 · ${what}`,
        left: one.amount.fen,
        right: other.amount.fen,
        zh: `${what}只差末位一个单位（${one.amount.text} 与 ${other.amount.text}），应是其中一处录入有误。`,
        en: `The two figures differ by one unit in the last place (${one.amount.text}, ${other.amount.text}); one is mistyped.`,
        mend: '核实后改为同一数值，或说明差额。',
        mendEn: 'Check and correct one, or explain the difference.',
      }),
    ];
  });
}
