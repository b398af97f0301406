import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, LIVE, permissions, problems, routes } from '../contract.ts';
import { createSealsApi } from './api.ts';
import type { SealsDeps } from './deps.ts';
import { createFilePurposes } from './file-purposes.ts';
import { followLicences } from './follow-licences.ts';
import { makerImporter } from './importer.ts';
import { keepMoving } from './jobs/keep-moving.ts';
import { measures } from './measures.ts';
import { pastMonthImporter } from './past/past-months.ts';
import { pastSetImporter } from './past/past-sets.ts';
import { createRoutes } from './routes.ts';

const topic = defineTopic({
  prefix: LIVE,
  title: { 'zh-CN': '免费刻章', en: 'Free seals' },
  mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
});

/** fulfilment/seals: the free set of a new firm, from its licence to the bill that is paid. */
export const seals = defineModule({
  name: 'fulfilment/seals',
  title: { 'zh-CN': '免费刻章', en: 'Free seals' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: SealsDeps) => ({
    api: createSealsApi(deps),
    routes: createRoutes(deps),
    topics: [topic],
    listeners: [followLicences(deps)],
    importers: [makerImporter(deps), pastSetImporter(deps), pastMonthImporter(deps)],
    filePurposes: createFilePurposes(deps),
    jobs: [keepMoving(deps)],
    measures,
  }),
});
