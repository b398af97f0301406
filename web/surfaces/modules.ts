import * as cases from '#modules/casework/cases/web/index.ts';
import * as licences from '#modules/casework/licences/web/index.ts';
import * as matters from '#modules/casework/matters/web/index.ts';
import * as premises from '#modules/casework/premises/web/index.ts';
import * as budget from '#modules/finance/budget/web/index.ts';
import * as contracts from '#modules/finance/contracts/web/index.ts';
import * as performance from '#modules/finance/performance/web/index.ts';
import * as projects from '#modules/finance/projects/web/index.ts';
import * as courier from '#modules/fulfilment/courier/web/index.ts';
import * as seals from '#modules/fulfilment/seals/web/index.ts';
import * as appointments from '#modules/hall/appointments/web/index.ts';
import * as complaints from '#modules/hall/complaints/web/index.ts';
import * as evaluation from '#modules/hall/evaluation/web/index.ts';
import * as kiosk from '#modules/hall/kiosk/web/index.ts';
import * as queue from '#modules/hall/queue/web/index.ts';
import * as devices from '#modules/registry/devices/web/index.ts';
import * as organisation from '#modules/registry/organisation/web/index.ts';
import * as parties from '#modules/registry/parties/web/index.ts';
import * as staff from '#modules/registry/staff/web/index.ts';

import type { PageDefinition } from '../kit/pages.ts';
import type { SearchProvider } from '../kit/search.ts';
import { publicModulePages } from './public/modules.ts';

/** What a module's `web/index.ts` exports for the surfaces. */
interface ModuleWeb {
  readonly pages?: readonly PageDefinition[];
  readonly searches?: readonly SearchProvider[];
}

/** The modules whose pages the surfaces show; `import * as queue from '#modules/hall/queue/web/index.ts'`, then its name here. */
const modules: readonly ModuleWeb[] = [
  organisation,
  staff,
  parties,
  devices,
  premises,
  matters,
  licences,
  cases,
  appointments,
  evaluation,
  complaints,
  queue,
  kiosk,
  contracts,
  budget,
  projects,
  performance,
  seals,
  courier,
];

/** Every page of every module, on whatever surface. */
export const modulePages: readonly PageDefinition[] = [
  ...modules.flatMap((one) => one.pages ?? []),
  ...publicModulePages,
];
export const moduleSearches: readonly SearchProvider[] = modules.flatMap(
  (one) => one.searches ?? [],
);
