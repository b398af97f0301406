import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, LIVE, permissions, problems, routes } from '../contract.ts';
import { courierApi } from './api.ts';
import type { CourierDeps } from './deps.ts';
import { filePurposes } from './file-purposes.ts';
import { follow } from './follow.ts';
import { measures } from './measures.ts';
import { carrierImporter } from './past/carriers.ts';
import { pastBillImporter } from './past/past-bills.ts';
import { pastParcelImporter } from './past/past-parcels.ts';
import { createRoutes } from './routes.ts';

const topic = defineTopic({
  prefix: LIVE,
  title: { 'zh-CN': '快递', en: 'Parcels' },
  mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
});

/** fulfilment/courier: what is sent to applicants and fetched from them, free of charge. */
export const courier = defineModule({
  name: 'fulfilment/courier',
  title: { 'zh-CN': '双向免费快递', en: 'Free parcels both ways' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: CourierDeps) => ({
    api: courierApi,
    routes: createRoutes(deps),
    topics: [topic],
    listeners: [follow(deps)],
    importers: [carrierImporter(deps), pastParcelImporter(deps), pastBillImporter(deps)],
    filePurposes,
    measures,
  }),
});
