import { parseYuan } from '#kernel/money/fen.ts';
import { findRatio, formatPercent } from '#kernel/money/percent.ts';

import type { BudgetProfile } from '../profile.ts';
import { toPlain } from '../reading/plain.ts';
import type { Printed } from '../reading/printed.ts';
import type { ReadBook } from '../reading/read-book.ts';
import type { AmountName, Change, Stated, Statements } from '../reading/read-statements.ts';
import type { ReadRow } from '../reading/read-table.ts';
import type { ColumnName } from '../reading/table-shapes.ts';
import type { Auditor, Where } from './auditor.ts';
import { itemsOf, type TableLook } from './table-look.ts';

/** What the checks of the narrative share. */
export interface TextGiven {
  readonly audit: Auditor;
  readonly look: TableLook;
  readonly book: ReadBook;
  readonly profile: BudgetProfile | undefined;
  /** The narrative prints amounts exactly; otherwise it rounds to what it prints. */
  readonly isExact: boolean;
}

/** Rules E: what the narrative says against the tables. */
export function checkText(given: TextGiven): void {
  checkTotals(given);
  checkSubjects(given);
  checkChanges(given);
  checkThreePublic(given);
  checkProcurement(given);
  checkPerformance(given);
  checkAssets(given);
}

function at(stated: { readonly source: Stated['source'] }, what: string): Where {
  return { place: `文字 · ${what}`, source: stated.source };
}

/** A stated amount against a figure of a table. A narrative that rounds may differ by what rounding does. */
function compare(
  { audit, book, isExact }: TextGiven,
  rule: string,
  name: AmountName,
  what: string,
  fen: bigint,
): void {
  const stated = book.statements.amounts.get(name);
  if (stated === undefined) return;
  const rounded = isExact ? fen : roundTo(fen, stated.amount);
  audit.money(rule, stated.amount.fen, rounded, at(stated, what));
}

function roundTo(fen: bigint, { place }: Printed): bigint {
  if (place <= 1n) return fen;
  const sign = fen < 0n ? -1n : 1n;
  return ((fen * sign + place / 2n) / place) * place * sign;
}

function checkTotals(given: TextGiven): void {
  checkAgainstBalance(given);
  const { look, audit } = given;
  if (look.has('T4')) {
    const total = totalOf(look.spendingTotal('T4'));
    compare(given, 'E04', 'spendingFiscal', '财政拨款支出预算', total);
  }
  for (const [name, what, code] of [
    ['spendingGeneral', '一般公共预算拨款支出预算', 'T5'],
    ['spendingFund', '政府性基金拨款支出预算', 'T6'],
    ['spendingCapital', '国有资本经营预算拨款支出预算', 'T7'],
  ] as const)
    if (look.has(code)) compare(given, 'E04', name, what, look.total(code));
  if (!look.has('T2')) audit.absent('E03', '没有读到表2');
  for (const [name, what, column] of [
    ['incomeBusiness', '事业收入', 'business'],
    ['incomeOperating', '事业单位经营收入', 'operating'],
    ['incomeOther', '其他收入', 'other'],
  ] as const)
    if (look.has('T2')) compare(given, 'E03', name, what, look.total('T2', column));
}

const totalOf = (row: ReadRow | undefined): bigint => row?.values.get('total')?.fen ?? 0n;

function checkAgainstBalance(given: TextGiven): void {
  const { look, audit, book } = given;
  const { amounts } = book.statements;
  for (const [rule, name] of [
    ['E01', 'income'],
    ['E02', 'incomeFiscal'],
    ['E04', 'spending'],
    ['E23', 'noteIncome'],
  ] as const)
    if (!look.has('T1')) audit.absent(rule, '没有读到表1');
    else if (!amounts.has(name)) audit.absent(rule, '文字中没有这一句');
  if (!look.has('T1')) return;
  const income = totalOf(look.revenueTotal('T1'));
  const spending = totalOf(look.spendingTotal('T1'));
  const fiscal = look.table('T1')?.revenue.find(({ name }) => name.startsWith('一、'));
  compare(given, 'E01', 'income', '收入预算', income);
  compare(given, 'E02', 'incomeFiscal', '财政拨款收入', totalOf(fiscal));
  compare(given, 'E04', 'spending', '支出预算', spending);
  compare(given, 'E23', 'noteIncome', '表1附注收入', income);
  compare(given, 'E23', 'noteSpending', '表1附注支出', spending);
}

function checkSubjects(given: TextGiven): void {
  const { audit, look, book, isExact } = given;
  const { subjects } = book.statements;
  const table = look.table('T3');
  if (table === undefined || subjects.length === 0) {
    for (const rule of ['E05', 'E06'])
      audit.absent(rule, table === undefined ? '没有读到表3' : '文字中没有逐科目说明');
    return;
  }
  const items = itemsOf(table);
  for (const [index, subject] of subjects.entries()) {
    const item = items[index];
    const where = at(subject, `科目 ${subject.name}`);
    const stated = toPlain(subject.name);
    const nameOf = (row: ReadRow) =>
      stated.endsWith('(项)') ? pathOf(look, row) : toPlain(row.name);
    const name = item === undefined ? '' : nameOf(item);
    audit.text('E05', subject.name, name, stated === name, where);
    const named = items.find((one) => nameOf(one) === stated) ?? item;
    const fen = named?.values.get('total')?.fen ?? 0n;
    audit.money('E05', subject.amount.fen, isExact ? fen : roundTo(fen, subject.amount), where);
  }
  const first = subjects[0];
  if (first === undefined) return;
  audit.count('E05', subjects.length, items.length, at(first, '科目个数'));
  const sum = subjects.reduce((total, { amount }) => total + amount.fen, 0n);
  const slack = isExact
    ? 0n
    : subjects.reduce((total, { amount }) => total + amount.place / 2n, 0n);
  audit.money('E06', sum, look.total('T3'), at(first, '各科目之和'), slack);
}

/** A subject by its whole name, as many departments write it: 教育支出(类)其他教育支出(款)其他教育支出(项). */
function pathOf(look: TableLook, { key, name }: ReadRow): string {
  const above = [key.slice(0, 3), key.slice(0, 5)].map((code) => look.row('T3', code)?.name ?? '');
  return [...above, name]
    .map((part, level) => `${toPlain(part)}(${'类款项'[level] ?? ''})`)
    .join('');
}

/** Statements that compare with last year, in the order of reading. */
function listChanges({
  amounts,
}: Statements): ReadonlyArray<readonly [AmountName, Stated, Change]> {
  return [...amounts].flatMap(([name, stated]) =>
    stated.change === undefined ? [] : [[name, stated, stated.change] as const],
  );
}

const TOTALS: readonly AmountName[] = [
  'income',
  'incomeFiscal',
  'spending',
  'spendingFiscal',
  'spendingGeneral',
  'noteIncome',
  'noteSpending',
];

function checkChanges({ audit, book, look, isExact }: TextGiven): void {
  const changes = listChanges(book.statements);
  checkPercentages(audit, changes, isExact);
  const isAllFiscal = look.has('T2') && look.total('T2') === look.total('T5');
  const alike = changes.filter(([name]) => TOTALS.includes(name));
  const [first] = alike;
  if (first === undefined || !isAllFiscal) {
    audit.absent('E08', '文字中没有可比的增减额');
    return;
  }
  for (const [, , change] of alike)
    audit.money('E08', signed(change), signed(first[2]), at(change, '比上年增减额'));
}

/** A percentage computed from rounded amounts may be off by its last place. */
function isSamePercent(one: bigint | undefined, other: bigint | undefined, isExact: boolean) {
  if (one === undefined || other === undefined) return one === other;
  const gap = one - other;
  return gap === 0n || (!isExact && gap * gap === 1n);
}

function checkPercentages(
  audit: Auditor,
  changes: ReturnType<typeof listChanges>,
  isExact: boolean,
): void {
  const rated = changes.filter(([, , change]) => change.percent !== undefined);
  for (const [index, [, stated, change]] of rated.entries()) {
    const delta = change.amount?.fen ?? 0n;
    const computed = findRatio(delta, stated.amount.fen - signed(change));
    const holds = isSamePercent(computed, change.percent, isExact);
    const right = computed === undefined ? '' : formatPercent(computed);
    const where = at(change, '增减百分比');
    if (index === 0) audit.text('E07', change.percentText ?? '', right, holds, where);
    audit.text('E22', change.percentText ?? '', right, holds, where);
  }
  if (rated.length === 0) for (const rule of ['E07', 'E22']) audit.absent(rule, '文字中没有百分比');
}

function signed({ direction, amount }: Change): bigint {
  const fen = amount?.fen ?? 0n;
  return direction === 'down' ? -fen : fen;
}

function checkThreePublic(given: TextGiven): void {
  const { audit, look, book } = given;
  const { amounts, noOfficeExpense } = book.statements;
  const row = look.table('T9')?.rows.find(({ values }) => values.size > 0);
  const value = (column: ColumnName) => row?.values.get(column)?.fen ?? 0n;
  if (!look.has('T9')) for (const rule of ['E09', 'E11', 'E24']) audit.absent(rule, '没有读到表9');
  else {
    compare(given, 'E09', 'threePublic', '“三公”经费合计', value('total'));
    compare(given, 'E09', 'abroad', '因公出国（境）费', value('abroad'));
    compare(given, 'E09', 'reception', '公务接待费', value('reception'));
    compare(given, 'E24', 'vehicles', '公务用车购置及运行费', value('vehicles'));
    compare(given, 'E24', 'purchase', '公务用车购置费', value('purchase'));
    compare(given, 'E24', 'running', '公务用车运行费', value('running'));
    const office = amounts.get('office');
    if (office !== undefined) compare(given, 'E11', 'office', '机关运行经费', value('office'));
    else if (noOfficeExpense !== undefined)
      audit.money('E11', 0n, value('office'), at({ source: noOfficeExpense }, '机关运行经费'));
  }
  const fen = (name: AmountName) => amounts.get(name)?.amount.fen ?? 0n;
  const whole = amounts.get('threePublic');
  if (whole === undefined) audit.absent('E10', '文字中没有“三公”经费');
  else {
    const parts = fen('abroad') + fen('vehicles') + fen('reception');
    audit.money('E10', whole.amount.fen, parts, at(whole, '“三公”经费合计'));
    const vehicles = amounts.get('vehicles');
    if (vehicles !== undefined)
      audit.money(
        'E10',
        vehicles.amount.fen,
        fen('purchase') + fen('running'),
        at(vehicles, '公务用车购置及运行费'),
      );
  }
}

function checkProcurement(given: TextGiven): void {
  const { audit, look, book, profile } = given;
  const { amounts } = book.statements;
  const whole = amounts.get('procurement');
  if (whole === undefined)
    for (const rule of ['E12', 'E13', 'E14']) audit.absent(rule, '文字中没有政府采购预算');
  const fen = (name: AmountName) => amounts.get(name)?.amount.fen ?? 0n;
  const goods = amounts.get('goods');
  if (whole !== undefined && goods !== undefined) {
    const parts = fen('goods') + fen('works') + fen('services');
    audit.money('E12', parts, whole.amount.fen, at(whole, '政府采购预算'));
  }
  const reserved = amounts.get('reserved');
  const small = amounts.get('small');
  if (whole !== undefined && reserved !== undefined)
    audit.atMost('E13', reserved.amount.fen, whole.amount.fen, at(reserved, '面向中小企业预留'));
  if (reserved !== undefined && small !== undefined)
    audit.atMost('E13', small.amount.fen, reserved.amount.fen, at(small, '预留给小微企业'));
  if (profile === undefined) audit.absent('E14', '该部门货物采购与科目的对应关系没有登记');
  else if (goods !== undefined && look.has('T8'))
    compare(given, 'E14', 'goods', '政府采购货物预算', look.fen('T8', profile.goodsItem, 'total'));
}

function checkPerformance(given: TextGiven): void {
  const { audit, look, book, profile } = given;
  const { amounts, counts } = book.statements;
  if (amounts.has('performance') && look.has('T3'))
    compare(given, 'E15', 'performance', '涉及项目预算资金', look.total('T3', 'project'));
  else audit.absent('E15', '文字中没有绩效目标涉及的资金，或没有读到表3');
  const projects = counts.get('performanceProjects');
  const explained = book.projects.length;
  const isWhole = profile?.disclosesAllProjects === true;
  if (projects !== undefined && (isWhole || explained >= projects.count))
    audit.count('E16', projects.count, explained, at(projects, '编报绩效目标的项目'));
  else audit.absent('E16', '没有逐一公开项目说明');
  checkLarge(given, isWhole || projects?.count === explained);
  const units = counts.get('units');
  const told = counts.get('performanceUnits');
  if (units !== undefined && told !== undefined)
    audit.count('E18', told.count, units.count, at(told, '预算单位'));
}

function checkLarge({ audit, book, profile }: TextGiven, isWhole: boolean): void {
  const { amounts, counts } = book.statements;
  const large = counts.get('largeProjects');
  const least = amounts.get('large');
  if (large !== undefined && least !== undefined && isWhole) {
    const count = book.projects.filter(
      ({ budget }) => budget !== undefined && budget.amount.fen >= least.amount.fen,
    ).length;
    audit.count('E17', large.count, count, at(large, `${least.amount.text}（含）以上的项目`));
  } else audit.absent('E17', '没有逐一公开项目说明');
  const threshold = parseYuan(profile?.largeProjectYuan ?? '');
  if (threshold.ok && least !== undefined)
    audit.money('E26', least.amount.fen, threshold.value, at(least, '绩效门槛'));
  else audit.absent('E26', '该年度版式的门槛没有登记');
}

function checkAssets({ audit, book, profile }: TextGiven): void {
  const { vehicles, offices } = book.statements;
  for (const [index, rule] of ['E19', 'E20'].entries()) {
    const found = vehicles[index];
    if (found === undefined) audit.absent(rule, '文字中没有车辆情况');
    else if (found.kinds.length > 0)
      audit.count(
        rule,
        found.total,
        found.kinds.reduce((sum, count) => sum + count, 0),
        at(found, '车辆'),
      );
  }
  if (offices === undefined) audit.absent('E21', '文字中没有内设科室');
  else audit.count('E21', offices.count, offices.names.length, at(offices, '内设科室'));
  const [held, bought] = vehicles;
  if (held === undefined || bought === undefined || held.thresholds.length === 0) {
    audit.absent('E25', '文字中没有资产单价门槛');
    return;
  }
  const known = profile?.assetThresholdsWan;
  const template = known === undefined ? undefined : [known.general, known.special];
  const show = (all: readonly Printed[]) => all.map(({ text }) => text).join('、');
  audit.text(
    'E25',
    show(bought.thresholds),
    show(held.thresholds),
    show(bought.thresholds) === show(held.thresholds),
    at(bought, '资产单价门槛'),
  );
  if (template === undefined) return;
  const wanted = template.map((wan) => `${wan}万元`).join('、');
  for (const one of [held, bought])
    audit.text(
      'E25',
      show(one.thresholds),
      wanted,
      show(one.thresholds) === wanted,
      at(one, '资产单价门槛'),
    );
}
