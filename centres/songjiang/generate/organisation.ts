import { type WindowRun, windowRuns } from './hall-windows.ts';
import { zonePlans } from './hall-zones.ts';
import { itemAt } from './random.ts';
import { readTable, type Table } from './table.ts';

export const zoneColumns = [
  'code',
  'siteCode',
  'kind',
  'nameZh',
  'nameEn',
  'floor',
  'x',
  'y',
  'width',
  'height',
  'order',
] as const;

export const windowColumns = [
  'siteCode',
  'number',
  'nameZh',
  'nameEn',
  'kind',
  'zoneCode',
  'departmentCodes',
  'accessible',
  'x',
  'y',
  'validFrom',
] as const;

export interface WindowRow {
  siteCode: string;
  number: number;
  nameZh: string;
  nameEn: string;
  kind: WindowRun['kind'];
  zoneCode: string;
  departmentCodes: string;
  accessible: boolean;
  x: number;
  y: number;
  validFrom: string;
}

export const hall = 'district-hall';

const opened = '2024-01-01';

/** What people come for in a town or a park, where three windows share everything. */
const townDepartments =
  'human-resources|social-insurance|medical-insurance-service|civil-affairs|housing|veterans|health';
const parkDepartments = 'market-regulation|tax|human-resources|construction|economy';

export const sites = readTable('organisation/sites.csv', ['code', 'kind', 'nameZh', 'order']);

const townSites = sites.filter((site) => site.kind === 'town');
const parkSites = sites.filter((site) => site.kind === 'park');
const farSites = sites.filter((site) => site.kind === 'far-kiosk');

export function makeZones(): Table<(typeof zoneColumns)[number]> {
  const rows: Array<Table<(typeof zoneColumns)[number]>['rows'][number]> = zonePlans.map((zone) => {
    const [x, y, width, height] = zone.box;
    const { code, kind, nameZh, nameEn, floor } = zone;
    return { code, siteCode: hall, kind, nameZh, nameEn, floor, x, y, width, height };
  });
  for (const { code } of townSites) {
    rows.push(
      siteZone(
        code,
        'hall',
        'service',
        ['综合受理区', 'Comprehensive Service Area'],
        [0, 0, 60, 56],
      ),
      siteZone(code, 'self', 'self-service', ['自助服务区', 'Self-service Area'], [62, 0, 36, 56]),
    );
  }
  for (const { code } of parkSites) {
    rows.push(
      siteZone(code, 'hall', 'service', ['企业服务区', 'Business Service Area'], [0, 0, 98, 56]),
    );
  }
  for (const { code } of farSites) {
    rows.push(
      siteZone(code, 'self', 'self-service', ['自助服务区', 'Self-service Area'], [0, 0, 40, 30]),
    );
  }
  return { columns: zoneColumns, rows: rows.map((row, at) => ({ ...row, order: at + 1 })) };
}

function siteZone(
  siteCode: string,
  suffix: string,
  kind: string,
  [nameZh, nameEn]: [string, string],
  [x, y, width, height]: [number, number, number, number],
) {
  const code = `${siteCode}-${suffix}`;
  return { code, siteCode, kind, nameZh, nameEn, floor: 1, x, y, width, height };
}

export function makeWindows(): Table<(typeof windowColumns)[number]> {
  return { columns: windowColumns, rows: listWindows() };
}

/** All windows: the 97 of the district hall, then three of each town and park. */
export function listWindows(): WindowRow[] {
  return [
    ...windowRuns.flatMap(layOut),
    ...townSites.flatMap(({ code }) => siteWindows(code, townDepartments)),
    ...parkSites.flatMap(({ code }) => siteWindows(code, parkDepartments)),
  ];
}

function layOut(run: WindowRun): WindowRow[] {
  const inZone = windowRuns.filter((other) => other.zoneCode === run.zoneCode);
  const first = Math.min(...inZone.map((other) => other.first));
  const last = Math.max(...inZone.map((other) => other.last));
  return Array.from({ length: run.last - run.first + 1 }, (_, at) => {
    const number = run.first + at;
    return {
      siteCode: hall,
      number,
      nameZh: `${run.nameZh}${number}号窗口`,
      nameEn: `${run.nameEn}, Window ${number}`,
      kind: run.kind,
      zoneCode: run.zoneCode,
      departmentCodes: run.departments.join('|'),
      accessible: run.accessible.includes(number),
      ...placeOf(run.zoneCode, number - first, last - first + 1),
      validFrom: opened,
    };
  });
}

/** A counter with the gap to its neighbour, as a plan draws it. */
const counterWidth = 4.6;

/** Spreads the counters evenly over one row, or over two where a row would be too tight. */
function placeOf(zoneCode: string, index: number, count: number): { x: number; y: number } {
  const zone = zonePlans.find((plan) => plan.code === zoneCode);
  if (!zone) throw new Error(`No zone ${zoneCode}`);
  const [left, top, width, height] = zone.box;
  const rows = width / count < counterWidth ? 2 : 1;
  const perRow = Math.ceil(count / rows);
  const row = Math.floor(index / perRow);
  const column = index % perRow;
  return {
    x: round(left + (width * (column + 0.5)) / perRow),
    y: round(top + (height * (row + 0.5)) / rows),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function siteWindows(siteCode: string, departmentCodes: string): WindowRow[] {
  const kinds = [
    ['comprehensive', '综合受理', 'Comprehensive Service', true],
    ['comprehensive', '综合受理', 'Comprehensive Service', false],
    ['assisted', '帮办与远程虚拟窗口', 'Assisted and Virtual Window', false],
  ] as const;
  return kinds.map(([kind, nameZh, nameEn, accessible], at) => ({
    siteCode,
    number: at + 1,
    nameZh: `${nameZh}${at + 1}号窗口`,
    nameEn: `${nameEn}, Window ${at + 1}`,
    kind,
    zoneCode: `${siteCode}-hall`,
    departmentCodes,
    accessible,
    x: itemAt([10, 30, 50], at),
    y: 12,
    validFrom: opened,
  }));
}
