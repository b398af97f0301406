import type { Importer } from '#kernel/imports/importer.ts';

import type { StaffDeps } from './deps.ts';
import { leaveImporter } from './importers/leave.ts';
import { postImporter } from './importers/posts.ts';
import { rosterImporter } from './importers/roster.ts';
import { shiftImporter } from './importers/shifts.ts';
import { staffImporter } from './importers/staff.ts';
import { stationingImporter } from './importers/stationing.ts';

/** The sheets of this module, in the order in which a centre is loaded. */
export const createImporters = (deps: StaffDeps): Importer[] => [
  postImporter(deps.clock),
  staffImporter(deps),
  stationingImporter(deps),
  shiftImporter(deps.clock),
  rosterImporter(deps),
  leaveImporter(deps),
];
