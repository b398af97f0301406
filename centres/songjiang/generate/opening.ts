import { hall, sites } from './organisation.ts';
import { addDays, type Table } from './table.ts';

const hourColumns = [
  'siteCode',
  'zoneCode',
  'weekday',
  'opens',
  'closes',
  'onClosedDays',
  'validFrom',
  'validTo',
] as const;

const closedColumns = [
  'siteCode',
  'date',
  'kind',
  'nameZh',
  'nameEn',
  'likeWeekday',
  'source',
] as const;

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

interface Hours {
  days: readonly number[];
  spans: ReadonlyArray<readonly [string, string]>;
  validFrom: string;
  validTo?: string;
  zoneCode?: string;
  onClosedDays?: boolean;
}

/** The hall closed at noon until the end of 2024; since then it serves without a break. */
const hallHours: readonly Hours[] = [
  {
    days: weekdays,
    spans: [
      ['09:00', '11:30'],
      ['13:30', '17:00'],
    ],
    validFrom: '2024-01-01',
    validTo: '2024-12-31',
  },
  { days: [6], spans: [['09:00', '11:30']], validFrom: '2024-01-01', validTo: '2024-12-31' },
  { days: weekdays, spans: [['09:00', '17:00']], validFrom: '2025-01-01' },
  {
    days: [6],
    spans: [
      ['09:00', '11:30'],
      ['13:00', '16:00'],
    ],
    validFrom: '2025-01-01',
  },
  {
    days: everyDay,
    spans: [['00:00', '24:00']],
    validFrom: '2024-01-01',
    zoneCode: 'f1-self-service',
    onClosedDays: true,
  },
];

const townHours: readonly Hours[] = [
  {
    days: weekdays,
    spans: [
      ['08:30', '11:30'],
      ['13:00', '16:30'],
    ],
    validFrom: '2024-01-01',
  },
  { days: [6], spans: [['09:00', '11:30']], validFrom: '2024-01-01' },
];

const parkHours: readonly Hours[] = [
  { days: weekdays, spans: [['09:00', '17:00']], validFrom: '2024-01-01' },
];

const farHours: readonly Hours[] = [
  { days: everyDay, spans: [['09:30', '18:30']], validFrom: '2025-01-01', onClosedDays: true },
];

export function makeOpeningHours(): Table<(typeof hourColumns)[number]> {
  const bySite = {
    [hall]: hallHours,
    town: townHours,
    park: parkHours,
    'far-kiosk': farHours,
  };
  const rows = sites.flatMap((site) => {
    const hours = bySite[site.kind as keyof typeof bySite];
    return hours.flatMap((entry) => spread(site.code, entry));
  });
  return { columns: hourColumns, rows };
}

function spread(siteCode: string, hours: Hours) {
  const { zoneCode, validFrom, validTo, onClosedDays = false } = hours;
  return hours.days.flatMap((weekday) =>
    hours.spans.map(([opens, closes]) => {
      return { siteCode, zoneCode, weekday, opens, closes, onClosedDays, validFrom, validTo };
    }),
  );
}

interface HolidayYear {
  source: string;
  off: ReadonlyArray<readonly [string, string, string, string]>;
  /** Saturdays and Sundays that are working days. */
  makeUp: readonly string[];
}

/** Notices of the General Office of the State Council on the arrangement of public holidays. */
const holidayYears: readonly HolidayYear[] = [
  {
    source: 'gov.cn 202310/6911528',
    off: [
      ['2024-01-01', '2024-01-01', '元旦', "New Year's Day"],
      ['2024-02-10', '2024-02-17', '春节', 'Spring Festival'],
      ['2024-04-04', '2024-04-06', '清明节', 'Qingming Festival'],
      ['2024-05-01', '2024-05-05', '劳动节', 'Labour Day'],
      ['2024-06-10', '2024-06-10', '端午节', 'Dragon Boat Festival'],
      ['2024-09-15', '2024-09-17', '中秋节', 'Mid-autumn Festival'],
      ['2024-10-01', '2024-10-07', '国庆节', 'National Day'],
    ],
    makeUp: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  {
    source: 'gov.cn 202411/6986383',
    off: [
      ['2025-01-01', '2025-01-01', '元旦', "New Year's Day"],
      ['2025-01-28', '2025-02-04', '春节', 'Spring Festival'],
      ['2025-04-04', '2025-04-06', '清明节', 'Qingming Festival'],
      ['2025-05-01', '2025-05-05', '劳动节', 'Labour Day'],
      ['2025-05-31', '2025-06-02', '端午节', 'Dragon Boat Festival'],
      ['2025-10-01', '2025-10-08', '国庆节、中秋节', 'National Day and Mid-autumn Festival'],
    ],
    makeUp: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    source: 'gov.cn 202511/7047091',
    off: [
      ['2026-01-01', '2026-01-03', '元旦', "New Year's Day"],
      ['2026-02-15', '2026-02-23', '春节', 'Spring Festival'],
      ['2026-04-04', '2026-04-06', '清明节', 'Qingming Festival'],
      ['2026-05-01', '2026-05-05', '劳动节', 'Labour Day'],
      ['2026-06-19', '2026-06-21', '端午节', 'Dragon Boat Festival'],
      ['2026-09-25', '2026-09-27', '中秋节', 'Mid-autumn Festival'],
      ['2026-10-01', '2026-10-07', '国庆节', 'National Day'],
    ],
    makeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

/** One row a day for all sites of the centre: an empty site means every one. */
export function makeClosedDays(): Table<(typeof closedColumns)[number]> {
  const rows = holidayYears.flatMap(({ source, off, makeUp }) => {
    const closed = off.flatMap(([first, last, nameZh, nameEn]) =>
      daysOf(first, last).map((date) => ({ date, kind: 'closed', nameZh, nameEn, source })),
    );
    const open = makeUp.map((date) => {
      const [nameZh, nameEn] = ['调休上班', 'Make-up working day'];
      return { date, kind: 'open', nameZh, nameEn, likeWeekday: 1, source };
    });
    return [...closed, ...open].toSorted((one, other) => one.date.localeCompare(other.date));
  });
  return { columns: closedColumns, rows };
}

function daysOf(first: string, last: string): string[] {
  const days = [first];
  while (days.at(-1) !== last) days.push(addDays(days.at(-1) ?? first, 1));
  return days;
}
