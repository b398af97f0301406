import { Readable } from 'node:stream';

import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { decodeText } from '#kernel/documents/sheets/csv-rows.ts';
import { newId } from '#kernel/ids/id.ts';
import { problems as importProblems } from '#kernel/imports/contract.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  BudgetFacts,
  BudgetProfile,
  BudgetTemplate,
  permissions,
  problems,
  readCodes,
  readLines,
} from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import { versionChanged } from '../events.ts';
import { freeze } from '../publication/publish-version.ts';
import { readCsv } from '../reading/read-package.ts';
import { isZip, readZipped } from '../reading/read-zip.ts';
import { UnreadableFile } from '../reading/unreadable-file.ts';
import * as repository from '../repository.ts';
import type { ProjectTable } from '../tables.ts';
import { hashVersion } from '../versions/hash-version.ts';
import { toLineRow } from '../view.ts';

/** The texts of the files of a package by their names. */
const PackageTexts = z.record(z.string(), z.string());
type PackageTexts = z.infer<typeof PackageTexts>;

const YearRow = z.object({
  year: z.string().regex(/^\d{4}$/),
  content: z.string().min(2),
});
type YearRow = z.infer<typeof YearRow>;

/**
 * A year of a department as one package: codes, layout, facts, projects and the approved lines. A year that is there
 * already stays as it is. What is loaded is published at once, since it comes from a published book.
 */
export function createYearImporter(deps: BudgetDeps): Importer {
  return defineImporter<YearRow>({
    name: 'budget.years',
    title: { 'zh-CN': '部门预算数据包', en: 'Budget package of a year' },
    permission: permissions.publish,
    fields: [field('year', '年度', 'Year', { isKey: true }), field('content', '内容', 'Content')],
    row: YearRow,
    files: {
      read: async (file) => {
        const texts = await readTexts(file);
        const year = /"year":\s*(\d{4})/.exec(texts['template.json'] ?? '')?.[1] ?? '';
        return {
          rows: [{ rowNumber: 1, cells: { year, content: JSON.stringify(texts) } }],
          faults: [],
        };
      },
      write: (rows, { format }) => {
        if (format !== 'json') throw new ProblemError(importProblems.noSuchFormat, { format });
        return Readable.from([rows[0]?.content ?? '{}']);
      },
      template: async () => Buffer.from('{}\n', 'utf8'),
    },
    listCurrent: async () => [],
    write: async (tx, actor, changes) => {
      for (const { after } of changes)
        await loadYear(deps, tx, actor, PackageTexts.parse(JSON.parse(after.content)));
    },
  });
}

/** A package as a zip of its files, or as one JSON of their texts by name. */
async function readTexts(file: Buffer): Promise<PackageTexts> {
  try {
    if (isZip(file)) {
      const files = await readZipped(file);
      return Object.fromEntries([...files].map(([name, bytes]) => [name, decodeText(bytes).text]));
    }
    return PackageTexts.parse(JSON.parse(file.toString('utf8')));
  } catch (error) {
    throw refuse('不是预算数据包', 'this is no budget package', error);
  }
}

type Row = Record<string, string>;

/** Refuses a file of the package by its name. */
function refuse(zh: string, en: string, cause?: unknown): ProblemError {
  return new ProblemError(problems.unreadable, { reason: { 'zh-CN': zh, en } }, { cause });
}

function getText(texts: PackageTexts, name: string): string {
  const text = texts[name];
  if (text === undefined) throw refuse(`数据包缺少 ${name}`, `the package lacks ${name}`);
  return text;
}

function readRows(texts: PackageTexts, name: string): Row[] {
  try {
    return readCsv(name, Buffer.from(getText(texts, name), 'utf8'));
  } catch (error) {
    if (error instanceof UnreadableFile) throw refuse(error.zh, error.message, error);
    throw error;
  }
}

function readJson<S extends z.ZodType>(texts: PackageTexts, name: string, shape: S): z.output<S> {
  const text = getText(texts, name);
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const place = issue === undefined ? '' : ` ${issue.path.join('.')}`;
    throw refuse(`${name}${place} 内容不符`, `${name}${place} is not as it should be`, error);
  }
}

async function loadYear(
  deps: BudgetDeps,
  tx: Tx,
  actor: Actor,
  texts: PackageTexts,
): Promise<void> {
  const template = readJson(texts, 'template.json', BudgetTemplate);
  const facts = readJson(texts, 'facts.json', BudgetFacts);
  const profile =
    texts['rules.json'] === undefined ? null : readJson(texts, 'rules.json', BudgetProfile);
  const { centreId } = actor;
  const { year } = template;
  if ((await repository.findYear(tx, centreId, year)) !== undefined) return;
  const codes = readCodes(readRows(texts, 'codes.csv'));
  const { lines, faults } = readLines(readRows(texts, 'budget_lines.csv'), { codes, year });
  const [fault] = faults;
  if (fault !== undefined)
    throw new ProblemError(problems.badLines, {
      reason: { 'zh-CN': fault.zh, en: fault.en },
      row: fault.row,
      field: fault.field,
      value: fault.value,
      count: faults.length,
    });
  repository.insertYear(tx, {
    centreId,
    year,
    template,
    profile,
    codes: {
      function: Object.fromEntries(codes.function),
      economic: Object.fromEntries(codes.economic),
    },
    at: deps.clock.now(),
  });
  repository.insertProjects(
    tx,
    readRows(texts, 'projects.csv').map((row) => toProject(centreId, year, row)),
  );
  const draft: repository.VersionRow = {
    centre_id: centreId,
    version_id: newId(),
    year,
    stage: 'approved',
    number: 1,
    state: 'draft',
    parent_id: null,
    facts,
    control_figures: [],
    returned_for: null,
    submitted_by: null,
    document: null,
    approved_on: null,
    hash: null,
    version: 1,
    updated_at: deps.clock.now(),
  };
  repository.insertVersion(tx, draft);
  repository.replaceLines(
    tx,
    draft,
    lines.map((line, index) => toLineRow(draft, line, index)),
  );
  const row: repository.VersionRow = {
    ...draft,
    state: 'approved',
    hash: hashVersion(draft, lines),
    version: 2,
  };
  repository.updateVersion(tx, row);
  versionChanged(tx, deps.clock, actor, { act: 'approved', after: row });
  await freeze(deps, tx, actor, row);
}

function toProject(centreId: number, year: number, row: Row): ProjectTable {
  const text = (name: string) => row[name] ?? '';
  return {
    centre_id: centreId,
    project_id: text('project_id'),
    name: text('name'),
    since: year,
    office: text('responsible_office'),
    implementer: text('implementer'),
    starts_on: text('start'),
    ends_on: text('end'),
    payment_kind: text('payment_kind'),
    overview: text('overview'),
  };
}
