import type { Clock } from '#kernel/clock/clock.ts';
import type { Importer } from '#kernel/imports/importer.ts';

import { closedDayImporter } from './importers/closed-days.ts';
import { departmentImporter } from './importers/departments.ts';
import { officeImporter } from './importers/offices.ts';
import { openingHoursImporter } from './importers/opening-hours.ts';
import { siteImporter } from './importers/sites.ts';
import { windowImporter } from './importers/windows.ts';
import { zoneImporter } from './importers/zones.ts';

/** The sheets of the organisation, in the order in which a new centre loads them. */
export function createImporters(clock: Clock): Importer[] {
  return [
    officeImporter(clock),
    siteImporter(clock),
    departmentImporter(clock),
    zoneImporter(clock),
    windowImporter(clock),
    openingHoursImporter(clock),
    closedDayImporter(clock),
  ];
}
