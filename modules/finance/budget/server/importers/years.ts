import { Readable } from 'node:stream';

import { parse } from 'csv-parse/sync';
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
import { isZip, readZipped } from '../reading/read-zip.ts';
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
    throw new ProblemError(
      problems.unreadable,
      { reason: '不是预算数据包 / this is no budget package' },
      { cause: error },
    );
  }
}

type Row = Record<string, string>;
const rowsOf = (text: string | undefined): Row[] =>
  parse(text ?? '', { columns: true, bom: true, skip_empty_lines: true });

async function loadYear(
  deps: BudgetDeps,
  tx: Tx,
  actor: Actor,
  texts: PackageTexts,
): Promise<void> {
  const json = (name: string): unknown => JSON.parse(texts[name] ?? 'null');
  const template = BudgetTemplate.parse(json('template.json'));
  const facts = BudgetFacts.parse(json('facts.json'));
  const profile =
    texts['rules.json'] === undefined ? null : BudgetProfile.parse(json('rules.json'));
  const { centreId } = actor;
  const { year } = template;
  if ((await repository.findYear(tx, centreId, year)) !== undefined) return;
  const codes = readCodes(rowsOf(texts['codes.csv']));
  const { lines, faults } = readLines(rowsOf(texts['budget_lines.csv']), { codes, year });
  const [fault] = faults;
  if (fault !== undefined)
    throw new ProblemError(problems.badLines, {
      row: fault.row,
      field: fault.field,
      value: fault.value,
      reason: `${fault.zh} / ${fault.en}`,
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
    rowsOf(texts['projects.csv']).map((row) => toProject(centreId, year, row)),
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
