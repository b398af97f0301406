import { createTextReader } from '#kernel/documents/ocr/read-text.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createMattersApi } from './api.ts';
import type { MattersDeps } from './deps.ts';
import { createEditionCache } from './edition-cache.ts';
import { filePurposes } from './file-purposes.ts';
import { createGuideShelf } from './guides/guide-shelf.ts';
import { createImporters } from './importers/importers.ts';
import { createRoutes } from './routes.ts';
import { topics } from './topics.ts';

type Needs = Pick<MattersDeps, 'database' | 'clock' | 'files'>;

/** casework/matters: what can be applied for, and what it takes. */
export const matters = defineModule({
  name: 'casework/matters',
  title: { 'zh-CN': '政务服务事项', en: 'Matters' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: ({ database, clock, files }: Needs) => {
    const editions = createEditionCache();
    const deps = {
      database,
      clock,
      files,
      editions,
      guides: createGuideShelf(clock),
      textReader: createTextReader(),
    };
    return {
      api: createMattersApi(editions),
      routes: createRoutes(deps),
      importers: createImporters(deps),
      topics,
      filePurposes,
    };
  },
});
