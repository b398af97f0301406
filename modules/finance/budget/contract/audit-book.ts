import { findUnread } from './find-unread.ts';
import type { AuditReport, Finding, Severity } from './finding.ts';
import type { BudgetProfile } from './profile.ts';
import { readBook, type ReadBook } from './reading/read-book.ts';
import type { SourceDocument } from './reading/source.ts';
import { findRisks } from './risks/find-risks.ts';
import { Auditor, type Check } from './rules/auditor.ts';
import { mendOf } from './rules/mend.ts';
import { RULES, type RuleText } from './rules/rule-list.ts';
import { checkBetween } from './rules/rules-between.ts';
import { checkEconomic } from './rules/rules-economic.ts';
import { checkInside } from './rules/rules-inside.ts';
import { checkProjects } from './rules/rules-projects.ts';
import { checkStructure } from './rules/rules-structure.ts';
import { checkText } from './rules/rules-text.ts';
import { TableLook } from './rules/table-look.ts';
import { TABLE_CODES } from './template.ts';

/** The document has nothing that this audit could read: no table of the layout and no statement. */
export class UnreadableBook extends Error {
  override readonly name = 'UnreadableBook';
}

/**
 * Audits a published budget: every rule of cross-checking, and what a careful reader would raise beside. The profile is
 * what is known of this department in this year; without one, rules that need it are said to be unevaluated.
 * Throws UnreadableBook when the document holds none of the nine tables and no statement of a budget.
 */
export function auditDocument(
  document: SourceDocument,
  profiles: readonly BudgetProfile[],
): AuditReport {
  return auditBook(readBook(document), profiles);
}

export function auditBook(book: ReadBook, profiles: readonly BudgetProfile[]): AuditReport {
  if (book.tables.size === 0 && book.statements.amounts.size === 0 && book.projects.length === 0)
    throw new UnreadableBook('No table and no statement of a budget was found');
  const profile = profiles.find(({ unit, year }) => unit === book.unit && year === book.year);
  const look = new TableLook(book);
  const audit = new Auditor();
  checkInside(audit, look);
  checkBetween(audit, look, profile !== undefined);
  checkEconomic(audit, look, profile);
  checkText({ audit, look, book, profile, isExact: isExact(book) });
  checkProjects(audit, look, book, profile);
  checkStructure(audit, look, book);
  const broken = audit.checks.filter(({ holds }) => !holds);
  const findings = [
    ...broken.map((check) => toFinding(check, profile !== undefined)),
    ...findUnread(book),
    ...findRisks({ book, look, profile }),
  ];
  return {
    document: {
      name: book.document.name,
      format: book.document.format,
      unit: book.unit ?? null,
      year: book.year ?? null,
      lines: book.document.lines.length,
      tables: TABLE_CODES.filter((code) => book.tables.has(code)),
      projects: book.projects.length,
      profile: profile === undefined ? null : `${profile.unit} ${profile.year}`,
    },
    rules: RULES.map((rule) => audit.toResult(rule)),
    findings: findings.toSorted(byPlace),
  };
}

/** A narrative that prints more than two decimals anywhere prints exact amounts. */
function isExact({ statements, projects }: ReadBook): boolean {
  const printed = [
    ...[...statements.amounts.values()].map(({ amount }) => amount),
    ...statements.subjects.map(({ amount }) => amount),
    ...projects.flatMap(({ budget }) => (budget === undefined ? [] : [budget.amount])),
  ];
  return printed.some(({ decimals, place }) => decimals > 2 || place === 1n);
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function byPlace(left: Finding, right: Finding): number {
  return (
    RANK[left.severity] - RANK[right.severity] ||
    left.line - right.line ||
    left.rule.localeCompare(right.rule, 'en')
  );
}

const TEXTS = new Map(RULES.map((rule) => [rule.id, rule]));
const UNKNOWN: RuleText = { id: '', zh: '', en: '', formula: '' };

/** Of a department that nothing is known of these hold as a rule, and not always. */
const USUAL = new Set(['D01', 'D02', 'D03', 'D04']);

function toFinding(check: Check, isKnown: boolean): Finding {
  const text = TEXTS.get(check.rule) ?? UNKNOWN;
  const isSoft = check.isRounding || (!isKnown && USUAL.has(check.rule));
  const gap = gapOf(check.left, check.right);
  const mend = mendOf(check.rule);
  const rounding = check.isRounding ? '（差额在四舍五入范围内）' : '';
  return {
    rule: check.rule,
    severity: isSoft ? 'warning' : 'error',
    line: check.source?.number ?? 0,
    place: placeOf(check),
    quote: check.source?.text.trim() ?? '',
    left: check.left,
    right: check.right,
    message: `${text.zh}：应有 ${text.formula}，${check.place} 一边是 ${check.left || '空'}，另一边是 ${check.right || '空'}${gap.zh}${rounding}。`,
    messageEn: `${text.en}: ${text.formula} should hold, but one side is ${check.left || 'blank'} and the other ${check.right || 'blank'}${gap.en}.`,
    mend: mend.zh,
    mendEn: mend.en,
  };
}

function placeOf({ place, source }: Check): string {
  return source?.place === undefined ? place : `${source.place} · ${place}`;
}

function gapOf(left: string, right: string): { zh: string; en: string } {
  const money = /^-?\d+\.\d{2}$/;
  if (!money.test(left) || !money.test(right)) return { zh: '', en: '' };
  const fen = BigInt(left.replace('.', '')) - BigInt(right.replace('.', ''));
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  const gap = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return { zh: `，相差 ${gap} 元`, en: `, ${gap} yuan apart` };
}
