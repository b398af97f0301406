import { Readable } from 'node:stream';

import { problems as importProblems } from '#kernel/imports/contract.ts';
import { defineImporter, type Importer, type ImporterFiles } from '#kernel/imports/importer.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { BundleContent, MatterContent, permissions, problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { type CatalogueRow, catalogueFields, rowOf } from './catalogue-row.ts';
import { checkRows } from './check-rows.ts';
import { listRows } from './list-rows.ts';
import { readJson } from './read-json.ts';
import { readWorkbook } from './workbook/read-workbook.ts';
import { catalogueTemplate, writeWorkbook } from './workbook/write-workbook.ts';
import { writeContents } from './write-contents.ts';

/** Matters and bundles as files, in the order in which a new centre loads them. */
export function createImporters(deps: MattersDeps): Importer[] {
  return [
    defineImporter<CatalogueRow>({
      ...shared(deps, 'matter'),
      name: 'matters.catalogue',
      title: { 'zh-CN': '事项目录', en: 'Catalogue of matters' },
      row: rowOf(MatterContent),
      files: catalogueFiles,
    }),
    defineImporter<CatalogueRow>({
      ...shared(deps, 'bundle'),
      name: 'matters.bundles',
      title: { 'zh-CN': '一件事', en: 'Bundles of matters' },
      row: rowOf(BundleContent),
      files: bundleFiles,
    }),
  ];
}

const shared = (deps: MattersDeps, kind: 'matter' | 'bundle') =>
  ({
    permission: permissions.draft,
    fields: catalogueFields,
    listCurrent: (db, centreId) => listRows(db, centreId, kind),
    checkRows: (db, centreId, rows) => checkRows(deps, db, centreId, kind, rows),
    write: (tx, actor, changes) => writeContents(deps, tx, actor, changes),
  }) satisfies Partial<Importer<CatalogueRow>>;

const isWorkbook = (file: Buffer): boolean => file.subarray(0, 2).toString('latin1') === 'PK';

const toJson = (rows: readonly CatalogueRow[]): Readable =>
  Readable.from([
    JSON.stringify(
      rows.map(({ content }) => content),
      undefined,
      2,
    ),
  ]);

/** A workbook of several sheets, or one JSON file. */
const catalogueFiles: ImporterFiles<CatalogueRow> = {
  formats: ['xlsx', 'json'],
  read: async (file) => (isWorkbook(file) ? readWorkbook(file) : readJson(file)),
  write: (rows, { format, locale }) => {
    if (format === 'csv') throw new ProblemError(importProblems.noSuchFormat, { format });
    const contents = rows.flatMap(({ content }) => ('members' in content ? [] : [content]));
    return format === 'json' ? toJson(rows) : writeWorkbook(contents, locale);
  },
  template: catalogueTemplate,
};

/** One JSON file. */
const bundleFiles: ImporterFiles<CatalogueRow> = {
  formats: ['json'],
  read: async (file) => {
    if (!isWorkbook(file)) return readJson(file);
    const reason = '一件事以 JSON 文件导入 / bundles are imported as JSON';
    throw new ProblemError(problems.unreadableCatalogue, { reason });
  },
  write: (rows, { format }) => {
    if (format !== 'json') throw new ProblemError(importProblems.noSuchFormat, { format });
    return toJson(rows);
  },
  template: async () => Buffer.from('[]\n', 'utf8'),
};
