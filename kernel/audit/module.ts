import { defineModule } from '../module/module.ts';
import { permissions, problems, routes } from './contract.ts';
import type { AuditDeps } from './deps.ts';
import { pruneEntries } from './jobs/prune-entries.ts';
import { writeDailyAnchor } from './jobs/write-anchor.ts';
import { createAuditRoutes } from './routes.ts';

/** kernel/audit: what the audit administrator sees of the log, its retention and its anchors. */
export const audit = defineModule({
  name: 'kernel/audit',
  title: { 'zh-CN': '审计日志', en: 'Audit log' },
  permissions: Object.values(permissions),
  events: [],
  problems: Object.values(problems),
  routes,
  create: (deps: AuditDeps) => ({
    api: {},
    routes: createAuditRoutes(deps),
    jobs: [pruneEntries(deps), writeDailyAnchor(deps)],
  }),
});
