import { serve } from '../http/handler.ts';
import { defineModule } from '../module/module.ts';
import { permissions, problems, routes } from './contract.ts';
import type { BackupModuleDeps } from './deps.ts';
import { nightlyBackup } from './nightly-job.ts';
import { requestBackup, showBackups } from './use-cases.ts';

/** kernel/backup: nightly backups that are restored and compared, shown to the system administrator. */
export const backup = defineModule({
  name: 'kernel/backup',
  title: { 'zh-CN': '备份', en: 'Backups' },
  permissions: Object.values(permissions),
  events: [],
  problems: Object.values(problems),
  routes,
  create: (deps: BackupModuleDeps) => ({
    api: {},
    routes: [
      serve(routes.list, ({ actor }) => showBackups(deps, actor)),
      serve(routes.make, ({ actor }) => requestBackup(deps, actor)),
    ],
    jobs: [nightlyBackup(deps)],
  }),
});
