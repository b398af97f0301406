import type { Importer } from '#kernel/imports/importer.ts';

import type { PartiesDeps } from './deps.ts';
import { partyImporter } from './importers/parties.ts';
import { representativeImporter } from './importers/representatives.ts';

/** The sheets of this module, those that others refer to first. */
export function createImporters(deps: PartiesDeps): Importer[] {
  return [partyImporter(deps), representativeImporter(deps)];
}
