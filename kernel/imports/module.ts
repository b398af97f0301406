import { defineModule } from '../module/module.ts';
import { events, permissions, problems, routes } from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** kernel/imports: sheets in and out, with a preview of what changes and every bad cell named. */
export const imports = defineModule({
  name: 'kernel/imports',
  title: { 'zh-CN': '导入导出', en: 'Import and export' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  create: (deps: ImportDeps) => ({ api: {}, routes: createRoutes(deps) }),
});
