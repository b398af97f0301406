import { makeAppointmentGroups } from './appointment-groups.ts';
import { makeCatalogues, toJsonLines } from './catalogues.ts';
import { makeMakers } from './contractors.ts';
import { makeDevices } from './devices.ts';
import { makeLicenceKinds } from './licence-kinds.ts';
import { makeLicences } from './licences.ts';
import { makeManifest } from './manifest.ts';
import { makeClosedDays, makeOpeningHours } from './opening.ts';
import { makeWindows, makeZones } from './organisation.ts';
import { makeDuplicates, makeParties, makeRepresentatives } from './parties.ts';
import { makeCarriers, makePastBills } from './past-bills.ts';
import { makePastMonths, makePastParcels, makePastSets } from './past-fulfilment.ts';
import { makePastRatings, makePastVisits } from './past-visits.ts';
import { makePremisesBuildings, makePremisesOccupants, makePremisesUnits } from './premises.ts';
import { makeBusinesses, makeWindowServices } from './queue.ts';
import { makeLeave, makeRoster } from './roster.ts';
import { makeStaff, makeStationing } from './staff.ts';
import { type Table, toCsv } from './table.ts';

/** Every made file of the centre: path inside the centre's folder, and content. */
export function generateAll(): Map<string, string> {
  const tables: Array<[string, Table]> = [
    ['organisation/zones.csv', makeZones()],
    ['organisation/windows.csv', makeWindows()],
    ['organisation/opening-hours.csv', makeOpeningHours()],
    ['organisation/closed-days.csv', makeClosedDays()],
    ['queue/businesses.csv', makeBusinesses()],
    ['queue/window-services.csv', makeWindowServices()],
    ['staff/staff.csv', makeStaff()],
    ['staff/stationing.csv', makeStationing()],
    ['staff/roster.csv', makeRoster()],
    ['staff/leave.csv', makeLeave()],
    ['devices/devices.csv', makeDevices()],
    ['parties/parties.csv', makeParties()],
    ['parties/representatives.csv', makeRepresentatives()],
    ['parties/duplicates.csv', makeDuplicates()],
    ['licences/kinds.csv', makeLicenceKinds()],
    ['licences/licences.csv', makeLicences()],
    ['appointments/groups.csv', makeAppointmentGroups()],
    ['premises/buildings.csv', makePremisesBuildings()],
    ['premises/units.csv', makePremisesUnits()],
    ['premises/occupants.csv', makePremisesOccupants()],
    ['seals/makers.csv', makeMakers()],
    ['seals/past-sets.csv', makePastSets()],
    ['seals/past-months.csv', makePastMonths()],
    ['courier/carriers.csv', makeCarriers()],
    ['courier/past-parcels.csv', makePastParcels()],
    ['courier/past-bills.csv', makePastBills()],
    ['queue/past-visits.csv', makePastVisits()],
    ['evaluation/past-ratings.csv', makePastRatings()],
  ];
  const counts = new Map(tables.map(([path, table]) => [path, table.rows.length]));
  const catalogues = makeCatalogues();
  return new Map([
    ...tables.map(([path, table]) => [path, toCsv(table)] as const),
    ...catalogues.map(({ path, entries }) => [path, toJsonLines(entries)] as const),
    ['manifest.json', makeManifest(counts, catalogues)],
  ]);
}
