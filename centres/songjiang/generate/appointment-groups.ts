import { readTable, type Table } from './table.ts';

const columns = [
  'siteCode',
  'nameZh',
  'nameEn',
  'zoneCode',
  'hintZh',
  'hintEn',
  'queueCode',
  'departmentCodes',
  'windowNumbers',
  'slotMinutes',
  'capacityBy',
  'places',
  'walkInPercent',
  'open',
  'order',
] as const;

/** What can be booked in the district's hall: a group for each service zone, under the letter of its queue. */
const groups = [
  ['f1-enterprise', 'A', '企业开办与变更', 'Starting and changing a firm'],
  ['f1-tax', 'B', '税务服务', 'Tax services'],
  ['f2-social', 'C', '社会事务', 'Social affairs'],
  ['f2-social-insurance', 'D', '社保医保', 'Social and medical insurance'],
  ['f2-real-estate', 'E', '不动产登记', 'Real estate registration'],
  ['f2-housing-fund', 'F', '公积金', 'Housing provident fund'],
  ['f2-exit-entry', 'G', '出入境', 'Exit and entry'],
  ['f3-construction', 'H', '投资建设', 'Investment and construction'],
  ['f3-utilities', 'J', '水电气网', 'Utilities'],
  ['f1-cross-province', 'K', '跨省通办', 'Cross-province services'],
] as const;

const site = 'district-hall';

/** 预约业务: places follow the windows that are staffed; a third stays for those who come without an appointment. */
export function makeAppointmentGroups(): Table<(typeof columns)[number]> {
  const windows = readTable('organisation/windows.csv', [
    'siteCode',
    'number',
    'zoneCode',
    'departmentCodes',
  ]).filter((window) => window.siteCode === site);
  const rows = groups.map(([zoneCode, queueCode, nameZh, nameEn], at) => {
    const own = windows.filter((window) => window.zoneCode === zoneCode);
    const departments = new Set(own.flatMap((window) => window.departmentCodes.split('|')));
    return {
      siteCode: site,
      nameZh,
      nameEn,
      zoneCode,
      hintZh: '请带身份证件和办事材料，提前到取号机签到取号。',
      hintEn: 'Bring your identity card and papers, and check in at a ticket machine.',
      queueCode,
      departmentCodes: [...departments].join('|'),
      windowNumbers: own.map((window) => window.number).join('|'),
      slotMinutes: 30,
      capacityBy: 'windows',
      places: 2,
      walkInPercent: 34,
      open: true,
      order: (at + 1) * 10,
    };
  });
  return { columns, rows };
}
