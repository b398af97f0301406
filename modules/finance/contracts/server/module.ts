import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createApi } from './api.ts';
import type { ContractsDeps } from './deps.ts';
import { evidencePurpose, invoicePurpose } from './evidence.ts';
import { contractImporter, itemImporter } from './importers/contracts.ts';
import { countedImporter, historyImporter } from './importers/history.ts';
import { lineImporter } from './importers/lines.ts';
import { rulesImporter } from './importers/rules.ts';
import { measures } from './measures.ts';
import { createRoutes } from './routes.ts';

const topic = defineTopic({
  prefix: 'contracts',
  title: { 'zh-CN': '预算执行', en: 'Budget execution' },
  mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
});

/** finance/contracts: the execution ledger of the budget, procurement, contracts, settlements and payments. */
export const contracts = defineModule({
  name: 'finance/contracts',
  title: { 'zh-CN': '预算执行与合同', en: 'Budget execution and contracts' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: ContractsDeps) => ({
    api: createApi(deps),
    routes: createRoutes(deps),
    topics: [topic],
    measures,
    filePurposes: [evidencePurpose, invoicePurpose],
    importers: [
      rulesImporter(deps),
      lineImporter(deps),
      itemImporter(deps),
      contractImporter(deps),
      countedImporter(deps),
      historyImporter(deps),
    ],
  }),
});
