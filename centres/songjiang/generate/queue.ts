import { readTable, type Table } from './table.ts';

const businessColumns = [
  'siteCode',
  'code',
  'letter',
  'nameZh',
  'nameEn',
  'hintZh',
  'hintEn',
  'zoneCode',
  'departmentCodes',
  'realName',
  'open',
  'dailyLimit',
  'warnPeople',
  'warnMinutes',
  'usualMinutes',
  'order',
] as const;

const serviceColumns = ['siteCode', 'windowNumber', 'mainCodes', 'overflowCodes'] as const;

const site = 'district-hall';

interface Line {
  readonly zone: string;
  readonly letter: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly hintZh: string;
  readonly hintEn: string;
  readonly minutes: number;
  readonly realName?: boolean;
  /** Windows of these zones help when its line is long. */
  readonly helpers?: readonly string[];
}

/** What tickets are drawn for in the district's hall. Letters without I and O, which displays confuse with digits. */
const lines: readonly Line[] = [
  {
    zone: 'f1-enterprise',
    letter: 'A',
    code: 'enterprise',
    nameZh: '企业开办与变更',
    nameEn: 'Starting and changing a firm',
    hintZh: '营业执照、变更、注销、食品经营等许可',
    hintEn: 'Business licences, changes, closing, food and other permits',
    minutes: 14,
    helpers: ['f1-assisted'],
  },
  {
    zone: 'f1-tax',
    letter: 'B',
    code: 'tax',
    nameZh: '税务服务',
    nameEn: 'Tax services',
    hintZh: '申报、发票、证明',
    hintEn: 'Returns, invoices, certificates',
    minutes: 10,
  },
  {
    zone: 'f2-social',
    letter: 'C',
    code: 'social-affairs',
    nameZh: '社会事务',
    nameEn: 'Social affairs',
    hintZh: '人社、民政、教育、住房、退役军人等',
    hintEn: 'Labour, civil affairs, education, housing, veterans',
    minutes: 12,
    helpers: ['f1-assisted'],
  },
  {
    zone: 'f2-social-insurance',
    letter: 'D',
    code: 'social-insurance',
    nameZh: '社保医保',
    nameEn: 'Social and medical insurance',
    hintZh: '参保、转移、报销',
    hintEn: 'Joining, moving, claims',
    minutes: 9,
    helpers: ['f2-social'],
  },
  {
    zone: 'f2-real-estate',
    letter: 'E',
    code: 'real-estate',
    nameZh: '不动产登记',
    nameEn: 'Real estate registration',
    hintZh: '转移、抵押、查询',
    hintEn: 'Transfer, mortgage, search',
    minutes: 20,
    realName: true,
  },
  {
    zone: 'f2-housing-fund',
    letter: 'F',
    code: 'housing-fund',
    nameZh: '公积金',
    nameEn: 'Housing provident fund',
    hintZh: '缴存、提取、贷款',
    hintEn: 'Deposits, withdrawals, loans',
    minutes: 11,
    realName: true,
  },
  {
    zone: 'f2-exit-entry',
    letter: 'G',
    code: 'exit-entry',
    nameZh: '出入境',
    nameEn: 'Exit and entry',
    hintZh: '护照、通行证、签注',
    hintEn: 'Passports, permits, endorsements',
    minutes: 8,
    realName: true,
  },
  {
    zone: 'f3-construction',
    letter: 'H',
    code: 'construction',
    nameZh: '投资建设',
    nameEn: 'Investment and construction',
    hintZh: '规划、施工许可、验收',
    hintEn: 'Planning, building permits, completion',
    minutes: 25,
  },
  {
    zone: 'f3-utilities',
    letter: 'J',
    code: 'utilities',
    nameZh: '水电气网',
    nameEn: 'Utilities',
    hintZh: '报装、过户、缴费',
    hintEn: 'Connection, transfer, payment',
    minutes: 10,
  },
  {
    zone: 'f1-cross-province',
    letter: 'K',
    code: 'cross-province',
    nameZh: '跨省通办',
    nameEn: 'Cross-province services',
    hintZh: '长三角异地业务',
    hintEn: 'Services of other provinces of the delta',
    minutes: 18,
  },
  {
    zone: 'f1-issue',
    letter: 'L',
    code: 'issue',
    nameZh: '统一出件',
    nameEn: 'Result collection',
    hintZh: '领取证照和批文',
    hintEn: 'Collect licences and decisions',
    minutes: 4,
  },
  {
    zone: 'f1-consultation',
    letter: 'M',
    code: 'consultation',
    nameZh: '综合咨询',
    nameEn: 'General enquiries',
    hintZh: '不确定办什么，先来这里',
    hintEn: 'Not sure what you need? Begin here',
    minutes: 5,
  },
  {
    zone: 'f1-assisted',
    letter: 'N',
    code: 'assisted',
    nameZh: '帮办服务',
    nameEn: 'Assisted service',
    hintZh: '老年人、残疾人及需要帮助的人',
    hintEn: 'Older and disabled people and whoever needs help',
    minutes: 15,
  },
  {
    zone: 'f1-unresolved',
    letter: 'P',
    code: 'unresolved',
    nameZh: '“办不成事”反映',
    nameEn: 'Unresolved matters',
    hintZh: '来过仍未办成的事',
    hintEn: 'What could not be settled before',
    minutes: 20,
  },
  {
    zone: 'f3-agency',
    letter: 'Q',
    code: 'agency',
    nameZh: '产业项目代办',
    nameEn: 'Industrial project agency',
    hintZh: '一对一项目代办',
    hintEn: 'One to one for industrial projects',
    minutes: 30,
  },
];

const readWindows = () =>
  readTable('organisation/windows.csv', ['siteCode', 'number', 'zoneCode', 'departmentCodes']);

const settings = { open: true, dailyLimit: 0, warnPeople: 30, warnMinutes: 30 };

/** 排队业务: one for each service zone of the hall; in each town one for everything and one with help. */
export function makeBusinesses(): Table<(typeof businessColumns)[number]> {
  const windows = readWindows();
  const hall = lines.map((line, at) => {
    const own = windows.filter((one) => one.siteCode === site && one.zoneCode === line.zone);
    const departments = new Set(own.flatMap((one) => one.departmentCodes.split('|')));
    return {
      siteCode: site,
      code: line.code,
      letter: line.letter,
      nameZh: line.nameZh,
      nameEn: line.nameEn,
      hintZh: line.hintZh,
      hintEn: line.hintEn,
      zoneCode: line.zone,
      departmentCodes: [...departments].join('|'),
      realName: line.realName ?? false,
      ...settings,
      usualMinutes: line.minutes,
      order: (at + 1) * 10,
    };
  });
  const towns = [...new Set(windows.map((one) => one.siteCode))].filter((code) => code !== site);
  return { columns: businessColumns, rows: [...hall, ...towns.flatMap(makeTown)] };
}

function makeTown(siteCode: string) {
  const common = { siteCode, zoneCode: `${siteCode}-hall`, departmentCodes: '', realName: false };
  return [
    {
      ...common,
      code: 'comprehensive',
      letter: 'A',
      nameZh: '综合受理',
      nameEn: 'Comprehensive service',
      hintZh: '本街镇办理的全部事项',
      hintEn: 'All matters of this town',
      ...settings,
      usualMinutes: 12,
      order: 10,
    },
    {
      ...common,
      code: 'assisted',
      letter: 'B',
      nameZh: '帮办与远程虚拟窗口',
      nameEn: 'Assisted and virtual window',
      hintZh: '需要帮助，或由区中心远程办理',
      hintEn: 'With help, or by video with the district centre',
      ...settings,
      usualMinutes: 18,
      order: 20,
    },
  ];
}

/** 窗口业务: each window its own line, and the lines that it helps with. */
export function makeWindowServices(): Table<(typeof serviceColumns)[number]> {
  const rows = readWindows().map((window) => {
    if (window.siteCode !== site) {
      const isAssisted = window.number === '3';
      return {
        siteCode: window.siteCode,
        windowNumber: window.number,
        mainCodes: isAssisted ? 'assisted' : 'comprehensive',
        overflowCodes: isAssisted ? 'comprehensive' : '',
      };
    }
    const own = lines.filter((line) => line.zone === window.zoneCode).map((line) => line.code);
    const helps = lines.filter((line) => line.helpers?.includes(window.zoneCode) === true);
    return {
      siteCode: site,
      windowNumber: window.number,
      mainCodes: own.join('|'),
      overflowCodes: helps
        .map((line) => line.code)
        .toSorted()
        .join('|'),
    };
  });
  return { columns: serviceColumns, rows };
}
