import { z } from 'zod';

import { administratorPermission } from '../access/contract-permission.ts';
import { route } from '../http/contract.ts';
import { Done, Instant } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

export const permissions = {
  view: administratorPermission('system', 'backup.view', {
    'zh-CN': '查看备份情况',
    en: 'See the backups',
  }),
  run: administratorPermission('system', 'backup.make', {
    'zh-CN': '立即备份',
    en: 'Make a backup now',
  }),
} as const;

export const problems = {
  external: problem('backup/external-database', 409, {
    'zh-CN': '数据库另行管理，请使用该数据库服务器自己的备份工具。',
    en: 'The database is run elsewhere; use the backup tools of its own server.',
  }),
} as const;

/** A backup that is kept, and what came of restoring it for comparison. */
export const BackupView = z.object({
  name: z.string(),
  startedAt: Instant,
  finishedAt: Instant,
  bytes: z.number().int(),
  tables: z.number().int(),
  rows: z.number().int(),
  software: z.string(),
  postgres: z.string(),
  holdsSecrets: z.boolean(),
  rehearsal: z
    .object({
      at: Instant,
      seconds: z.number(),
      isEqual: z.boolean(),
      differing: z.array(z.string()),
    })
    .nullable(),
});
export type BackupView = z.infer<typeof BackupView>;

export const BackupList = z.object({
  /** False when the database is run elsewhere: then there is no backup to show. */
  isEmbedded: z.boolean(),
  folder: z.string(),
  /** Cron line of the nightly backup, in the centre's zone. */
  schedule: z.string(),
  keep: z.number().int(),
  /** Why the last attempt failed, when it did. */
  failure: z.object({ at: Instant, reason: z.string() }).nullable(),
  items: z.array(BackupView),
});
export type BackupList = z.infer<typeof BackupList>;

export const routes = {
  list: route({
    name: 'backup.list',
    method: 'GET',
    path: '/api/v1/backups',
    summary: 'Backups that are kept, newest first, and whether restoring each gave the same rows',
    admission: permissions.view,
    response: BackupList,
  }),
  make: route({
    name: 'backup.make',
    method: 'POST',
    path: '/api/v1/backups',
    summary: 'Makes a backup in the background and restores it for comparison',
    admission: permissions.run,
    response: Done,
    status: 202,
    problems: [problems.external],
    ratePerMinute: 6,
  }),
} as const;
