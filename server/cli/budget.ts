import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import {
  auditDocument,
  type AuditReport,
  type Finding,
  UnreadableBook,
} from '#modules/finance/budget/contract.ts';
import {
  findProfiles,
  readBudgetFile,
  readPackageFolder,
  toAuditPage,
  UnreadableFile,
} from '#modules/finance/budget/index.ts';

interface AuditOptions {
  readonly json: boolean;
  /** Where to write the page; without a name, beside the document. */
  readonly html?: string | boolean;
}

const CENTRES = new URL('../../centres/', import.meta.url);

/** The document could not be read, which says nothing of its quality. */
const UNREADABLE = 2;

/** Audits a published budget. Ends with 0 without an error, 1 with one, 2 when the document cannot be read. */
export async function auditBudget(path: string, options: AuditOptions): Promise<void> {
  try {
    const report = await audit(path);
    if (options.json) console.log(JSON.stringify(report, undefined, 2));
    else sayReport(report);
    if (options.html !== undefined && options.html !== false) {
      const target = typeof options.html === 'string' ? options.html : `${path}.audit.html`;
      await writeFile(target, toAuditPage(report));
      if (!options.json) console.log(`\n  → ${target}`);
    }
    process.exitCode = report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (error) {
    const [zh, en] = whyUnreadable(path, error);
    if (options.json)
      console.log(
        JSON.stringify({ document: { name: basename(path) }, error: { zh, en } }, undefined, 2),
      );
    console.error(`\n  ✗ ${zh}\n    ${en}\n`);
    process.exitCode = UNREADABLE;
  }
}

async function audit(path: string): Promise<AuditReport> {
  const profiles = await findProfiles(CENTRES);
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder || /(?:datapackage\.json|budget_lines\.csv)$/.test(path)) {
    const document = await readPackageFolder(isFolder ? path : join(path, '..'), CENTRES);
    return auditDocument(document, profiles);
  }
  return auditDocument(await readBudgetFile(basename(path), await readFile(path)), profiles);
}

function whyUnreadable(path: string, error: unknown): readonly [string, string] {
  if (error instanceof UnreadableFile) return [error.zh, error.message];
  if (error instanceof UnreadableBook)
    return [
      `文件 ${basename(path)} 里没有找到预算表或预算说明，版式无法识别，没有审核。`,
      `No budget table or statement was found in ${basename(path)}: its layout cannot be read, nothing was audited.`,
    ];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return [`找不到文件 ${path}。`, `There is no file ${path}.`];
  if (code === 'EACCES') return [`没有权限读取 ${path}。`, `No permission to read ${path}.`];
  const message = error instanceof Error ? error.message : String(error);
  return [`文件 ${basename(path)} 无法读取。`, `${basename(path)} cannot be read: ${message}`];
}

const MARK: Readonly<Record<Finding['severity'], string>> = { error: '✗', warning: '!', note: '·' };

function sayReport({ document, rules, findings }: AuditReport): void {
  const { name, unit, year, tables, projects } = document;
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const of = (holds: boolean | null) => rules.filter((rule) => rule.holds === holds).length;
  console.log(`\n  ${name} · ${unit ?? '部门未知'} · ${year ?? ''}`);
  console.log(
    `  读到 ${tables.length} 张表、${projects} 个项目 / read ${tables.length} tables, ${projects} projects`,
  );
  console.log(
    `  规则 rules ${rules.length}：成立 hold ${of(true)}，不成立 fail ${of(false)}，未评定 not evaluated ${of(null)}`,
  );
  for (const rule of rules)
    if (rule.holds === false)
      console.log(`    ✗ ${rule.id} ${rule.title}（${rule.failed}/${rule.checked}）`);
    else if (rule.holds === null) console.log(`    ? ${rule.id} ${rule.title}：${rule.why ?? ''}`);
  console.log(
    `  意见 findings ${findings.length}：错误 errors ${count('error')}，风险 warnings ${count('warning')}，提示 notes ${count('note')}\n`,
  );
  for (const finding of findings) sayFinding(finding);
}

function sayFinding(finding: Finding): void {
  const { severity, rule, line, place, quote, left, right, message, mend } = finding;
  const where = line === 0 ? place : `第 ${line} 行 line ${line} · ${place}`;
  console.log(`  ${MARK[severity]} ${rule} ${where}`);
  if (quote !== '')
    console.log(`      “${quote.length > 100 ? `${quote.slice(0, 100)}…` : quote}”`);
  if (left !== '' || right !== '') console.log(`      ${left || '空'}  ↔  ${right || '空'}`);
  console.log(`      ${message}\n      → ${mend}`);
}
