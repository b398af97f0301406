import type { Catalogue } from './catalogues.ts';
import { readTable } from './table.ts';

interface Entry {
  path: string;
  /** `<module>.<list>`: the import that takes this file. */
  importer: string;
  key: readonly string[];
}

/** Every table in an order in which each finds what it points to. */
const entries: readonly Entry[] = [
  entry('organisation/offices', 'code'),
  entry('organisation/sites', 'code'),
  entry('organisation/zones', 'code'),
  entry('organisation/departments', 'code'),
  entry('organisation/windows', 'siteCode number'),
  entry('organisation/opening-hours', 'siteCode zoneCode weekday opens validFrom'),
  entry('organisation/closed-days', 'siteCode date'),
  entry('queue/businesses', 'siteCode code'),
  entry('queue/window-services', 'siteCode windowNumber'),
  entry('staff/posts', 'code'),
  entry('staff/staff', 'employeeNo'),
  entry('staff/stationing', 'siteCode windowNumber validFrom'),
  entry('staff/shifts', 'code'),
  entry('staff/roster', 'date employeeNo shiftCode'),
  entry('staff/leave', 'employeeNo startsOn'),
  entry('devices/device-kinds', 'code'),
  entry('devices/devices', 'assetNo'),
  entry('devices/fault-dictionary', 'kindCode code'),
  entry('parties/parties', 'partyNo'),
  entry('parties/representatives', 'principalNo representativeNo kind validFrom'),
  entry('licences/kinds', 'code'),
  entry('licences/licences', 'kindCode number'),
  entry('appointments/groups', 'siteCode nameZh'),
  entry('premises/buildings', 'number'),
  entry('premises/units', 'number roomNo'),
  entry('premises/occupants', 'number roomNo name'),
  entry('seals/makers', 'creditCode'),
  entry('queue/past-visits', 'siteCode day number'),
  entry('evaluation/past-ratings', 'siteCode day ticketNo'),
  entry('contracts/rules', 'year'),
  entry('contracts/lines', 'year key'),
  entry('contracts/items', 'number'),
  entry('contracts/contracts', 'number'),
  entry('contracts/counted', 'eventType key'),
  entry('contracts/history', 'contractNumber act serial'),
  entry('seals/past-sets', 'number'),
  entry('seals/past-months', 'month'),
  entry('courier/carriers', 'code'),
  entry('courier/past-parcels', 'number'),
  entry('courier/past-bills', 'month row'),
  entry('performance/indicators', 'year projectCode level3'),
];

/** The load list; `written` holds the row counts of this run, the others are read from disk. */
export function makeManifest(
  written: ReadonlyMap<string, number>,
  catalogues: readonly Catalogue[],
): string {
  const files = entries.map(({ path, importer, key }) => {
    return { path, importer, key, rows: written.get(path) ?? readTable(path, key).length };
  });
  const manifest = {
    slug: 'songjiang',
    centre: 'centre.json',
    files,
    // JSON lines, loaded after the tables that they name.
    catalogues: catalogues.map(({ path, importer, entries: { length } }) => {
      return { path, importer, entries: length };
    }),
    // Folders that one import takes whole.
    packages: [{ path: 'budget/2024', importer: 'budget.years' }],
    notImported: ['parties/duplicates.csv'],
  };
  return `${JSON.stringify(manifest, undefined, 2).replaceAll(flatList, joinLines)}\n`;
}

/** A list of plain texts goes on one line, as the formatter has it. */
const flatList = /\[\s+("[^[\]{}]*")\s+\]/g;

function joinLines(_list: string, items: string): string {
  return `[${items.replaceAll(/,\s+/g, ', ')}]`;
}

function entry(name: string, key: string): Entry {
  return { path: `${name}.csv`, importer: name.replace('/', '.'), key: key.split(' ') };
}
