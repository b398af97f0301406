import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { devicesApi } from './api.ts';
import type { DeviceDeps } from './deps.ts';
import { deviceImporter } from './importers/devices.ts';
import { faultKindImporter, kindImporter } from './importers/kinds.ts';
import { testBeforeOpening } from './jobs/test-before-opening.ts';
import { watchSilence } from './jobs/watch-silence.ts';
import { measures } from './measures.ts';
import { createRoutes } from './routes.ts';
import { topics } from './topics.ts';

/** registry/devices: every device of the centre, what it last said, what is wrong with it, what it was told. */
export const devices = defineModule({
  name: 'registry/devices',
  title: { 'zh-CN': '设备', en: 'Devices' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: DeviceDeps) => ({
    api: devicesApi,
    routes: createRoutes(deps),
    jobs: [watchSilence(deps), testBeforeOpening(deps)],
    importers: [kindImporter, deviceImporter(deps), faultKindImporter],
    topics,
    measures,
  }),
});
