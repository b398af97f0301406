import { publicPages as cases } from '#modules/casework/cases/web/public/pages.ts';
import { publicPages as licences } from '#modules/casework/licences/web/public/pages.ts';
import { publicPages as matters } from '#modules/casework/matters/web/public/pages.ts';
import { publicPages as premises } from '#modules/casework/premises/web/public/pages.ts';
import { publicPages as budget } from '#modules/finance/budget/web/public/pages.ts';
import { publicPages as performance } from '#modules/finance/performance/web/public/pages.ts';
import { publicPages as courier } from '#modules/fulfilment/courier/web/public/pages.ts';
import { publicPages as seals } from '#modules/fulfilment/seals/web/public/pages.ts';
import { publicPages as appointments } from '#modules/hall/appointments/web/public/pages.ts';
import { publicPages as complaints } from '#modules/hall/complaints/web/public/pages.ts';
import { publicPages as evaluation } from '#modules/hall/evaluation/web/public/pages.ts';
import { publicPages as kiosk } from '#modules/hall/kiosk/web/public/pages.ts';
import { publicPages as queue } from '#modules/hall/queue/web/public/pages.ts';
import { publicPages as organisation } from '#modules/registry/organisation/web/public/pages.ts';
import { publicPages as parties } from '#modules/registry/parties/web/public/pages.ts';

import type { PageDefinition } from '../../kit/pages.ts';

/** The modules' pages for visitors. Each comes through a door of its own, so that a phone loads no word of the staff's pages. */
export const publicModulePages: readonly PageDefinition[] = [
  ...appointments,
  ...budget,
  ...cases,
  ...licences,
  ...matters,
  ...premises,
  ...complaints,
  ...evaluation,
  ...queue,
  ...performance,
  ...kiosk,
  ...organisation,
  ...parties,
  ...seals,
  ...courier,
];
