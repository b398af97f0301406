import { formatPercent, WHOLE } from '#kernel/money/percent.ts';

import type { BudgetProfile } from '../profile.ts';
import { toPlain } from '../reading/plain.ts';
import type { ReadBook } from '../reading/read-book.ts';
import type { ReadProject } from '../reading/read-projects.ts';
import type { Auditor, Where } from './auditor.ts';
import { itemsOf, type TableLook } from './table-look.ts';

/** Rules F: the explanations of projects. */
export function checkProjects(
  audit: Auditor,
  look: TableLook,
  book: ReadBook,
  profile: BudgetProfile | undefined,
): void {
  if (book.projects.length === 0)
    for (const rule of ['F01', 'F02', 'F03', 'F04', 'F05', 'F06'])
      audit.absent(rule, '文档中没有项目经费情况说明');
  else checkSum(audit, look, book, profile);
  for (const project of book.projects) {
    checkParts(audit, project);
    checkInstalments(audit, project);
    checkPeriod(audit, project, project.budget?.year ?? book.year);
    checkSections(audit, project);
  }
  if (profile === undefined) audit.absent('F07', '该部门承担项目支出的科目没有登记');
  else if (look.has('T3'))
    audit.money(
      'F07',
      look.fen('T3', profile.mainFunction, 'project'),
      look.total('T3', 'project'),
      look.at('T3', look.row('T3', profile.mainFunction), 'project'),
    );
  else audit.absent('F07', '没有读到表3');
}

function at(project: ReadProject, what: string, source = project.title): Where {
  return { place: `项目 ${project.name} · ${what}`, source };
}

/** All projects are explained when the number with targets says so; else those explained are no more than the whole. */
function checkSum(
  audit: Auditor,
  look: TableLook,
  book: ReadBook,
  profile: BudgetProfile | undefined,
): void {
  const table = look.table('T3');
  if (table === undefined) {
    audit.absent('F01', '没有读到表3');
    return;
  }
  const sum = book.projects.reduce((total, { budget }) => total + (budget?.amount.fen ?? 0n), 0n);
  const total = look.total('T3', 'project');
  const stated = book.statements.counts.get('performanceProjects')?.count;
  const isWhole = profile?.disclosesAllProjects === true || stated === book.projects.length;
  const items = itemsOf(table);
  const row = items.find(({ values }) => values.has('project'));
  const where = look.at('T3', row, 'project');
  if (isWhole) audit.money('F01', sum, total, where);
  else audit.atMost('F01', sum, total, where);
}

function checkParts(audit: Auditor, project: ReadProject): void {
  const { budget, parts } = project;
  if (budget === undefined || parts.length === 0) return;
  const sum = parts.reduce((total, { amount }) => total + amount.fen, 0n);
  audit.money('F02', sum, budget.amount.fen, at(project, '分项之和', budget.source));
}

function checkInstalments(audit: Auditor, project: ReadProject): void {
  const { instalments, budget } = project;
  const [first] = instalments;
  if (first === undefined) return;
  const sum = instalments.reduce((total, { percent }) => total + percent, 0n);
  const where = at(project, '付款比例', first.source);
  audit.text('F03', formatPercent(sum), formatPercent(WHOLE), sum === WHOLE, where);
  if (budget === undefined) return;
  const paid = instalments.reduce(
    (total, { percent }) => total + (budget.amount.fen * percent) / WHOLE,
    0n,
  );
  audit.money('F04', paid, budget.amount.fen, where);
}

function checkPeriod(audit: Auditor, project: ReadProject, year: number | undefined): void {
  const { period } = project;
  if (period === undefined || year === undefined) return;
  const isInside = period.start >= `${year}-01-01` && period.end <= `${year}-12-31`;
  audit.text(
    'F05',
    `${period.start} / ${period.end}`,
    `${year}-01-01 / ${year}-12-31`,
    isInside,
    at(project, '实施周期', period.source),
  );
}

const ORDER = '1 2 3 4 5 6 7';

function checkSections(audit: Auditor, project: ReadProject): void {
  const order = project.order.join(' ');
  audit.text('F06', order, ORDER, order === ORDER, at(project, '七个部分'));
  const has = (section: number, pattern: RegExp) =>
    (project.sections.get(section) ?? []).some(({ text }) => pattern.test(toPlain(text)));
  const implementer = has(3, /实施主体为/);
  audit.text('F06', implementer ? '有' : '无', '有', implementer, at(project, '实施主体'));
  const pointer = has(7, /绩效目标/);
  audit.text('F06', pointer ? '有' : '无', '有', pointer, at(project, '绩效目标'));
}
