import { z } from 'zod';

import { permission } from '../access/contract-permission.ts';
import { event } from '../events/contract.ts';
import { route } from '../http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

/** `awaiting-scan`: kept, but not handed out before the virus scanner has answered. */
export const FileState = z.enum(['available', 'awaiting-scan', 'quarantined', 'destroyed']);
export type FileState = z.infer<typeof FileState>;

export const StoredFile = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  /** SM3 of the content, hexadecimal. */
  hash: z.string(),
  purpose: z.string(),
  state: FileState,
  stateReason: z.string(),
  uploadedByName: z.string(),
  uploadedAt: Instant,
});
export type StoredFile = z.infer<typeof StoredFile>;

export const permissions = {
  manage: permission('files.manage', { 'zh-CN': '处置隔离文件', en: 'Handle quarantined files' }),
} as const;

export const problems = {
  noFile: problem('files/no-file', 400, { 'zh-CN': '没有收到文件。', en: 'No file arrived.' }),
  tooLarge: problem('files/too-large', 413, {
    'zh-CN': '文件超过 {limitMb} MB，请压缩或分开上传。',
    en: 'The file is larger than {limitMb} MB; compress it or send it in parts.',
  }),
  tooMany: problem('files/too-many', 413, {
    'zh-CN': '一次最多上传 {limit} 个文件。',
    en: 'At most {limit} files at a time.',
  }),
  empty: problem('files/empty', 422, {
    'zh-CN': '文件“{name}”是空的。',
    en: 'The file "{name}" is empty.',
  }),
  unknownPurpose: problem('files/unknown-purpose', 422, {
    'zh-CN': '不支持这种用途的文件。',
    en: 'Files for this purpose are not taken.',
  }),
  withheld: problem('files/withheld', 423, {
    'zh-CN': '文件暂不能打开：{reason}',
    en: 'The file cannot be opened now: {reason}',
  }),
  missing: problem('files/missing', 410, {
    'zh-CN': '文件内容缺失，已通知管理员。',
    en: 'The content of the file is missing; the administrator was told.',
  }),
  notWithheld: problem('files/not-withheld', 409, {
    'zh-CN': '该文件不在隔离区。',
    en: 'This file is not in quarantine.',
  }),
} as const;

const FilePayload = z.object({
  fileId: Id,
  name: z.string(),
  purpose: z.string(),
  hash: z.string(),
});

export const events = {
  stored: event({
    name: 'files.file-stored',
    version: 1,
    title: { 'zh-CN': '文件已保存', en: 'File stored' },
    payload: FilePayload,
  }),
  quarantined: event({
    name: 'files.file-quarantined',
    version: 1,
    title: { 'zh-CN': '文件已隔离', en: 'File quarantined' },
    payload: FilePayload.extend({ reason: z.string() }),
  }),
  released: event({
    name: 'files.file-released',
    version: 1,
    title: { 'zh-CN': '文件解除隔离', en: 'File released' },
    payload: FilePayload.extend({ reason: z.string() }),
  }),
  destroyed: event({
    name: 'files.file-destroyed',
    version: 1,
    title: { 'zh-CN': '隔离文件已销毁', en: 'Quarantined file destroyed' },
    payload: FilePayload.extend({ reason: z.string() }),
  }),
} as const;

const base = '/api/v1/files';
const Reason = z.object({ reason: z.string().trim().min(1).max(200) });

export const routes = {
  uploadFiles: route({
    name: 'files.uploadFiles',
    method: 'POST',
    path: base,
    summary:
      'Store one or several files for a purpose; each is checked, and kept apart when it is not what it says',
    admission: 'signed-in',
    query: z.object({ purpose: z.string().regex(/^[a-z-]+\.[a-z-]+$/) }),
    response: z.object({ items: z.array(StoredFile) }),
    upload: true,
    bodyLimit: 2048 * 1024 * 1024,
    status: 201,
    problems: [
      problems.noFile,
      problems.tooLarge,
      problems.tooMany,
      problems.empty,
      problems.unknownPurpose,
    ],
  }),
  getFile: route({
    name: 'files.getFile',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'What is known of a file',
    admission: 'signed-in',
    params: IdParams,
    response: StoredFile,
  }),
  downloadFile: route({
    name: 'files.downloadFile',
    method: 'GET',
    path: `${base}/:id/content`,
    summary: 'The content of a file; every download is in the audit log',
    admission: 'signed-in',
    params: IdParams,
    answers: 'bytes',
    problems: [problems.withheld, problems.missing],
  }),
  listWithheld: route({
    name: 'files.listWithheld',
    method: 'GET',
    path: '/api/v1/quarantine',
    summary: 'Files that are kept apart, newest first',
    admission: permissions.manage,
    query: PageQuery,
    response: pageOf(StoredFile),
  }),
  releaseFile: route({
    name: 'files.releaseFile',
    method: 'POST',
    path: '/api/v1/quarantine/:id/release',
    summary: 'Let a quarantined file be used, with the reason',
    admission: permissions.manage,
    params: IdParams,
    body: Reason,
    response: StoredFile,
    idempotency: 'optional',
    problems: [problems.notWithheld],
  }),
  destroyFile: route({
    name: 'files.destroyFile',
    method: 'POST',
    path: '/api/v1/quarantine/:id/destruction',
    summary: 'Destroy the content of a quarantined file, with the reason; the record stays',
    admission: permissions.manage,
    params: IdParams,
    body: Reason,
    response: StoredFile,
    idempotency: 'optional',
    problems: [problems.notWithheld],
  }),
} as const;
