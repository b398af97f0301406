export { auditBook, auditDocument, UnreadableBook } from './contract/audit-book.ts';
export { makeBook, type BookGiven } from './contract/book/make-book.ts';
export { toBookText, type MadeBook } from './contract/book/made.ts';
export { BudgetFacts } from './contract/facts.ts';
export { AuditReport, Finding, RuleResult, Severity } from './contract/finding.ts';
export type { BudgetLine, CodeNames } from './contract/line.ts';
export { permissions } from './contract/permissions.ts';
export { BudgetProfile } from './contract/profile.ts';
export { readCodes, readLines, type LineFault } from './contract/reading/read-lines.ts';
export { readTextLines, type SourceDocument, type SourceLine } from './contract/reading/source.ts';
export { BudgetTemplate } from './contract/template.ts';

/** Every route of the budget. */
export const routes = {} as const;
