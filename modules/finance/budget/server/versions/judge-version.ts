import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  auditDocument as auditSource,
  type AuditReport,
  compareBooks,
  compareLines,
  type LineShape,
  makeBook,
  type MadeBook,
  permissions,
  problems,
  readTextLines,
  type RenderedBook,
  toBookText,
  UnreadableBook,
  type VersionComparison,
} from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import { readBudgetFile, UnreadableFile } from '../reading/read-budget-file.ts';
import * as repository from '../repository.ts';
import { sumOf, toRendered, toSummary } from '../view.ts';
import { checkLines, getVersionRow, getYear, loadBookGiven, loadLines } from './load-version.ts';

/** The book of a version, audited like any published one. */
export function auditMade(book: MadeBook, profile: repository.YearRow['profile']): AuditReport {
  const lines = readTextLines(toBookText(book));
  return auditSource(
    { name: book.title, format: 'package', lines },
    profile === null ? [] : [profile],
  );
}

export async function auditVersion(deps: BudgetDeps, actor: Actor, id: string) {
  const { db } = deps.database;
  authorise(actor, permissions.view.name);
  const row = await getVersionRow(db, actor.centreId, id);
  const { profile } = await getYear(db, row.centre_id, row.year);
  return auditMade(makeBook(await loadBookGiven(deps, db, row)), profile);
}

/** Audits lines that are being typed. */
export async function auditDraft(
  deps: BudgetDeps,
  actor: Actor,
  id: string,
  rows: readonly LineShape[],
) {
  const { db } = deps.database;
  authorise(actor, permissions.view.name);
  const row = await getVersionRow(db, actor.centreId, id);
  const { profile } = await getYear(db, row.centre_id, row.year);
  const lines = await checkLines(db, row, rows);
  return auditMade(makeBook(await loadBookGiven(deps, db, row, lines)), profile);
}

export async function renderVersion(
  deps: BudgetDeps,
  actor: Actor,
  id: string,
): Promise<RenderedBook> {
  const { db } = deps.database;
  authorise(actor, permissions.view.name);
  const row = await getVersionRow(db, actor.centreId, id);
  return toRendered(makeBook(await loadBookGiven(deps, db, row)));
}

/** What a version changes against another: lines by their keys, and printed lines when both make a book. */
export async function compareVersions(
  deps: BudgetDeps,
  actor: Actor,
  id: string,
  other: string,
): Promise<VersionComparison> {
  const { db } = deps.database;
  authorise(actor, permissions.view.name);
  const [after, before] = await Promise.all([
    getVersionRow(db, actor.centreId, id),
    getVersionRow(db, actor.centreId, other),
  ]);
  const [now, then] = await Promise.all([loadLines(db, after), loadLines(db, before)]);
  const summary = (row: repository.VersionRow, lines: typeof now) =>
    toSummary(row, { fen: sumOf(lines), lines: lines.length }, false);
  return {
    before: summary(before, then),
    after: summary(after, now),
    differences: compareLines(then, now),
    change: toYuanText(sumOf(now) - sumOf(then)),
    printed: await comparePrinted(deps, before, after),
  };
}

async function comparePrinted(
  deps: BudgetDeps,
  before: repository.VersionRow,
  after: repository.VersionRow,
): Promise<VersionComparison['printed']> {
  if (before.facts === null || after.facts === null) return [];
  const { db } = deps.database;
  const [old, made] = await Promise.all([
    loadBookGiven(deps, db, before),
    loadBookGiven(deps, db, after),
  ]);
  return compareBooks(makeBook(old), makeBook(made)).map((difference) => ({
    paragraph: difference.paragraph,
    before: difference.before,
    after: difference.after,
    lineKeys: [...difference.lineKeys],
  }));
}

/** Audits a document that somebody brings. Nothing of it is kept. */
export async function auditDocument(
  { database: { db } }: BudgetDeps,
  actor: Actor,
  { name, content }: { readonly name: string; readonly content: string },
): Promise<AuditReport> {
  authorise(actor, permissions.view.name);
  const years = await repository.listYears(db, actor.centreId);
  const rows = await Promise.all(
    years.map((year) => repository.findYear(db, actor.centreId, year)),
  );
  const profiles = rows.flatMap((row) => (row?.profile == null ? [] : [row.profile]));
  try {
    return auditSource(await readBudgetFile(name, Buffer.from(content, 'base64')), profiles);
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new ProblemError(
        problems.unreadable,
        { reason: { 'zh-CN': error.zh, en: error.message } },
        { cause: error },
      );
    if (error instanceof UnreadableBook)
      throw new ProblemError(
        problems.unreadable,
        {
          reason: {
            'zh-CN': `${name} 里没有预算表或预算说明，版式无法识别`,
            en: `no budget table or statement in ${name}`,
          },
        },
        { cause: error },
      );
    throw error;
  }
}
