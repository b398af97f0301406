import { publicRoutes, versionRoutes } from './contract/routes.ts';

export { auditBook, auditDocument, UnreadableBook } from './contract/audit-book.ts';
export { compareBooks } from './contract/book/compare-books.ts';
export { joinHead } from './contract/book/join-head.ts';
export { listDepth, withoutMark } from './contract/book/list-mark.ts';
export { type MadeBook, toBookText } from './contract/book/made.ts';
export { type BookGiven, makeBook } from './contract/book/make-book.ts';
export { type BookTarget, TARGET_CELLS } from './contract/book/make-targets.ts';
export { compareLines, toLineShape } from './contract/difference.ts';
export { events, LIVE } from './contract/events.ts';
export { BudgetFacts } from './contract/facts.ts';
export { AuditReport, Finding, RuleResult, Severity } from './contract/finding.ts';
export {
  type BudgetLine,
  type CodeNames,
  Fund,
  fundWords,
  Source,
  sourceWords,
  SpendingKind,
} from './contract/line.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { BudgetProfile } from './contract/profile.ts';
export { readPrinted } from './contract/reading/printed.ts';
export { readBook } from './contract/reading/read-book.ts';
export {
  type LineCheck,
  type LineFault,
  listMissingColumns,
  readCodes,
  readLines,
} from './contract/reading/read-lines.ts';
export { readTextLines, type SourceDocument, type SourceLine } from './contract/reading/source.ts';
export { listRulesOf } from './contract/rules/list-rules-of.ts';
export { DownloadFormat } from './contract/routes.ts';
export {
  BudgetVersion,
  ControlFigure,
  LineDifference,
  LineShape,
  Publication,
  PublishedParagraph,
  PublishedPart,
  Registers,
  RenderedBook,
  Stage,
  stageWords,
  VersionComparison,
  VersionState,
  VersionSummary,
} from './contract/shapes.ts';
export { BudgetTemplate } from './contract/template.ts';

/** Every route of the budget. */
export const routes = { ...versionRoutes, ...publicRoutes } as const;
