import type { Importer } from '#kernel/imports/importer.ts';

import type { PremisesDeps } from './deps.ts';
import { buildingImporter } from './importers/buildings.ts';
import { occupantImporter } from './importers/occupants.ts';
import { unitImporter } from './importers/units.ts';

/** 存量备案: what was filed before this software, in three sheets, one after the other. */
export const createImporters = (deps: PremisesDeps): Importer[] => [
  buildingImporter(deps),
  unitImporter(deps),
  occupantImporter(deps),
];
