import { defineModule } from '../module/module.ts';
import { createFilesApi } from './api.ts';
import { events, permissions, problems, routes } from './contract.ts';
import type { FileDeps } from './deps.ts';
import { createRoutes } from './routes.ts';
import { scanWaiting } from './scan-waiting.ts';

/** kernel/files: contents under their hash, judged by their bytes, handed out by permission and audit. */
export const files = defineModule({
  name: 'kernel/files',
  title: { 'zh-CN': '文件', en: 'Files' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  create: (deps: FileDeps) => ({
    api: createFilesApi(deps),
    routes: createRoutes(deps),
    jobs: [scanWaiting(deps)],
  }),
});
