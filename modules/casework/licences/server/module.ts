import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createLicencesApi } from './api.ts';
import type { LicencesDeps } from './deps.ts';
import { kindImporter } from './importers/kinds.ts';
import { licenceImporter } from './importers/licences.ts';
import { expireLicences } from './jobs/expire-licences.ts';
import { purgeShowings, rotateKeys } from './jobs/keep-tidy.ts';
import { remindHolders } from './jobs/remind-holders.ts';
import { followParties } from './on-parties-merged.ts';
import { createRoutes } from './routes.ts';

const topic = defineTopic({
  prefix: 'licences',
  title: { 'zh-CN': '电子证照', en: 'Licences' },
  mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
});

/** casework/licences: licences of every kind, from their issue to their end, and how they are shown and checked. */
export const licences = defineModule({
  name: 'casework/licences',
  title: { 'zh-CN': '电子证照', en: 'Licences' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: LicencesDeps) => ({
    api: createLicencesApi(deps),
    routes: createRoutes(deps),
    topics: [topic],
    listeners: [followParties(deps)],
    importers: [kindImporter(deps), licenceImporter(deps)],
    jobs: [expireLicences(deps), remindHolders(deps), purgeShowings(deps), rotateKeys(deps)],
  }),
});
