import { z } from 'zod';

import { permission } from '../access/contract-permission.ts';
import { event } from '../events/contract.ts';
import { route } from '../http/contract.ts';
import { Id, IdParams, Instant } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

const Sentence = z.object({ 'zh-CN': z.string(), en: z.string() });

/** One column of a sheet, as the template and the preview show it. */
export const SheetField = z.object({
  key: z.string(),
  title: Sentence,
  isKey: z.boolean(),
  note: Sentence.optional(),
});
export type SheetField = z.infer<typeof SheetField>;

/** A bad cell: the row as the spreadsheet numbers it, the column, what stood there, and why it is refused. */
export const CellFault = z.object({
  row: z.number().int(),
  field: z.string(),
  value: z.string(),
  reason: Sentence,
});
export type CellFault = z.infer<typeof CellFault>;

export const PlannedChange = z.object({
  row: z.number().int(),
  act: z.enum(['create', 'update']),
  key: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type PlannedChange = z.infer<typeof PlannedChange>;

export const ImportPreview = z.object({
  id: Id,
  importer: z.string(),
  fileName: z.string(),
  rowCount: z.number().int(),
  createCount: z.number().int(),
  updateCount: z.number().int(),
  unchangedCount: z.number().int(),
  faults: z.array(CellFault),
  faultCount: z.number().int(),
  changes: z.array(PlannedChange),
  appliedAt: Instant.nullable(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const problems = {
  unknownImporter: problem('imports/unknown-importer', 404, {
    'zh-CN': '没有这种导入表。',
    en: 'There is no such sheet.',
  }),
  unreadable: problem('imports/unreadable', 422, {
    'zh-CN': '文件无法读取：{reason}',
    en: 'The file cannot be read: {reason}',
  }),
  tooLarge: problem('imports/too-large', 413, {
    'zh-CN': '表格文件超过 {limitMb} MB，请拆分后分批导入。',
    en: 'The sheet is larger than {limitMb} MB; split it and import the parts.',
  }),
  noSuchFormat: problem('imports/no-such-format', 422, {
    'zh-CN': '这种表不能导出为 {format}。',
    en: 'This sheet cannot be exported as {format}.',
  }),
  hasFaults: problem('imports/has-faults', 422, {
    'zh-CN': '表中有 {count} 处错误，未导入任何一行。',
    en: 'The sheet has {count} faults; nothing was imported.',
  }),
  changedSince: problem('imports/changed-since', 409, {
    'zh-CN': '预览之后数据已有变化，请重新上传预览。',
    en: 'The records changed after the preview; upload the sheet again.',
  }),
  alreadyApplied: problem('imports/already-applied', 409, {
    'zh-CN': '这份预览已导入过。',
    en: 'This preview was imported already.',
  }),
} as const;

export const permissions = {
  use: permission('imports.use', { 'zh-CN': '导入与导出表格', en: 'Import and export sheets' }),
} as const;

export const events = {
  applied: event({
    name: 'imports.sheet-imported',
    version: 1,
    title: { 'zh-CN': '表格已导入', en: 'Sheet imported' },
    payload: z.object({
      importer: z.string(),
      fileName: z.string(),
      created: z.number().int(),
      updated: z.number().int(),
    }),
  }),
  exported: event({
    name: 'imports.sheet-exported',
    version: 1,
    title: { 'zh-CN': '表格已导出', en: 'Sheet exported' },
    payload: z.object({ importer: z.string(), format: z.string() }),
  }),
} as const;

const ImporterParams = z.object({ importer: z.string().regex(/^[a-z]+\.[a-z-]+$/) });
/** `json` only where an importer has files of its own. */
export const SheetFormat = z.enum(['xlsx', 'csv', 'json']);
export type SheetFormat = z.infer<typeof SheetFormat>;

export const routes = {
  listImporters: route({
    name: 'imports.listImporters',
    method: 'GET',
    path: '/api/v1/imports',
    summary: 'The sheets that the caller may import and export',
    admission: permissions.use,
    response: z.object({
      items: z.array(
        z.object({
          name: z.string(),
          title: Sentence,
          fields: z.array(SheetField),
          /** As which files it goes out and comes in, the usual one first. */
          formats: z.array(SheetFormat),
        }),
      ),
    }),
  }),
  previewImport: route({
    name: 'imports.previewImport',
    method: 'POST',
    path: '/api/v1/imports/:importer/previews',
    summary: 'Upload a sheet (xlsx or CSV); answers what it would change and every bad cell',
    admission: permissions.use,
    params: ImporterParams,
    response: ImportPreview,
    upload: true,
    bodyLimit: 256 * 1024 * 1024,
    status: 201,
    problems: [problems.unknownImporter, problems.unreadable, problems.tooLarge],
  }),
  applyImport: route({
    name: 'imports.applyImport',
    method: 'POST',
    path: '/api/v1/imports/previews/:id/application',
    summary: 'Import a sheet that was previewed: all rows, or none',
    admission: permissions.use,
    params: IdParams,
    response: ImportPreview,
    idempotency: 'optional',
    problems: [problems.hasFaults, problems.changedSince, problems.alreadyApplied],
  }),
  exportSheet: route({
    name: 'imports.exportSheet',
    method: 'GET',
    path: '/api/v1/imports/:importer/sheet',
    summary: 'Everything that is recorded, in the columns that the import reads',
    admission: permissions.use,
    params: ImporterParams,
    query: z.object({ format: SheetFormat.default('xlsx') }),
    answers: 'bytes',
    problems: [problems.unknownImporter, problems.noSuchFormat],
  }),
  templateSheet: route({
    name: 'imports.templateSheet',
    method: 'GET',
    path: '/api/v1/imports/:importer/template',
    summary: 'An empty sheet with headings and notes',
    admission: permissions.use,
    params: ImporterParams,
    answers: 'bytes',
    problems: [problems.unknownImporter],
  }),
} as const;
