import { describe, expect, it } from 'vitest';

import {
  column,
  dangling,
  isCreditCode,
  readRows,
  repeated,
  type Row,
  tally,
} from './checks/support.ts';

const offices = readRows('organisation/offices.csv');
const sites = readRows('organisation/sites.csv');
const zones = readRows('organisation/zones.csv');
const departments = readRows('organisation/departments.csv');
const windows = readRows('organisation/windows.csv');
const hours = readRows('organisation/opening-hours.csv');
const closedDays = readRows('organisation/closed-days.csv');

const hallWindows = windows.filter((row) => row['siteCode'] === 'district-hall');

const towns = [
  ['001', '岳阳街道'],
  ['002', '永丰街道'],
  ['003', '方松街道'],
  ['004', '中山街道'],
  ['005', '广富林街道'],
  ['006', '九里亭街道'],
  ['102', '泗泾镇'],
  ['103', '佘山镇'],
  ['104', '车墩镇'],
  ['105', '新桥镇'],
  ['106', '洞泾镇'],
  ['107', '九亭镇'],
  ['109', '泖港镇'],
  ['116', '石湖荡镇'],
  ['117', '新浜镇'],
  ['120', '叶榭镇'],
  ['121', '小昆山镇'],
] as const;

describe('the organisation of the centre', () => {
  it('has the seven offices that the published budget names', () => {
    expect(column(offices, 'nameZh')).toEqual([
      '人事科',
      '信息保障科',
      '宣传科',
      '审批协调科',
      '产业项目服务科',
      '区域联络科',
      '窗口服务科',
    ]);
  });

  it('has one hall, seventeen towns, three parks and two far kiosks', () => {
    expect(tally(column(sites, 'kind'))).toEqual({
      'district-hall': 1,
      town: 17,
      park: 3,
      'far-kiosk': 2,
    });
  });

  it('gives every town the code of its division, with nine and with twelve digits', () => {
    const rows = sites.filter((row) => row['kind'] === 'town');
    const found = rows.map((row) => [row['divisionCode'], row['nameZh']]);
    const expected = towns.map(([code, name]) => {
      return [`310117${code}`, `${name}社区事务受理服务中心`];
    });
    expect(found).toEqual(expected);
    for (const row of sites) {
      expect(row['divisionCode12']).toBe(row['divisionCode']?.padEnd(12, '0'));
    }
  });

  it('has 44 departments, each with a valid credit code of its kind', () => {
    expect(departments).toHaveLength(44);
    const prefixes: Record<string, RegExp> = {
      government: /^11/,
      institution: /^12/,
      vertical: /^1[12]/,
      utility: /^91/,
    };
    for (const row of departments) {
      expect(row['uscc']).toSatisfy(isCreditCode);
      expect(row['uscc']).toMatch(prefixes[row['kind'] ?? ''] ?? /^$/);
      expect(row['demonstration']).toBe('true');
    }
  });

  it('uses no code and no name twice', () => {
    for (const rows of [offices, sites, zones, departments]) {
      expect(repeated(column(rows, 'code'))).toEqual([]);
    }
    for (const name of ['nameZh', 'nameEn', 'shortZh', 'uscc']) {
      expect(repeated(column(departments, name))).toEqual([]);
    }
    expect(repeated(windows.map((row) => `${row['siteCode']}/${row['number']}`))).toEqual([]);
  });

  it('has an English and a Chinese name for everything', () => {
    for (const row of [...offices, ...sites, ...zones, ...departments, ...windows, ...closedDays]) {
      expect(row['nameZh']).toMatch(/\p{Script=Han}/u);
      expect(row['nameEn']).toMatch(/^[ -~]+$/);
    }
  });

  it('points only to what exists', () => {
    const siteCodes = column(sites, 'code');
    for (const rows of [zones, windows, hours, closedDays]) {
      expect(dangling(column(rows, 'siteCode'), siteCodes)).toEqual([]);
    }
    expect(dangling(column(windows, 'zoneCode'), column(zones, 'code'))).toEqual([]);
    expect(dangling(column(hours, 'zoneCode'), column(zones, 'code'))).toEqual([]);
    const codes = column(departments, 'code');
    expect(dangling(column(windows, 'departmentCodes'), codes)).toEqual([]);
  });
});

describe('the windows of the district hall', () => {
  it('are 97, numbered 1 to 97', () => {
    const numbers = column(hallWindows, 'number').map(Number);
    expect(numbers).toEqual(Array.from({ length: 97 }, (_, at) => at + 1));
  });

  it('serve every department, each once in a window', () => {
    const served = column(hallWindows, 'departmentCodes').map((cell) => cell.split('|'));
    expect(new Set(served.flat())).toEqual(new Set(column(departments, 'code')));
    for (const codes of served) expect(repeated(codes)).toEqual([]);
  });

  it('are of every kind', () => {
    expect(Object.keys(tally(column(hallWindows, 'kind'))).toSorted()).toEqual(
      [
        'assisted',
        'comprehensive',
        'consultation',
        'cross-province',
        'issue',
        'specialist',
        'unresolved',
      ].toSorted(),
    );
  });

  it('have a low counter on every floor that receives people', () => {
    const floors = hallWindows
      .filter((row) => row['accessible'] === 'true')
      .map((row) => zones.find((zone) => zone['code'] === row['zoneCode'])?.['floor']);
    expect(new Set(floors)).toEqual(new Set(['1', '2', '3']));
  });
});

describe('the floor plans', () => {
  const box = (row: Row): { left: number; top: number; right: number; bottom: number } => {
    const left = Number(row['x']);
    const top = Number(row['y']);
    return { left, top, right: left + Number(row['width']), bottom: top + Number(row['height']) };
  };

  it('keep every zone on the plan of 100 by 60', () => {
    for (const zone of zones) {
      const { left, top, right, bottom } = box(zone);
      expect([left >= 0, top >= 0, right <= 100, bottom <= 60, right > left, bottom > top]).toEqual(
        Array.from({ length: 6 }, () => true),
      );
    }
  });

  it('let no two zones of a floor overlap', () => {
    const clashes = zones.flatMap((one, at) =>
      zones.slice(at + 1).flatMap((other) => {
        const sameFloor = one['siteCode'] === other['siteCode'] && one['floor'] === other['floor'];
        const [a, b] = [box(one), box(other)];
        const apart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        return sameFloor && !apart ? [`${one['code']} and ${other['code']}`] : [];
      }),
    );
    expect(clashes).toEqual([]);
  });

  it('put every window inside its zone, and no two on one spot', () => {
    for (const window of windows) {
      const zone = zones.find((row) => row['code'] === window['zoneCode']);
      expect(zone?.['siteCode']).toBe(window['siteCode']);
      const { left, top, right, bottom } = box(zone ?? {});
      const [x, y] = [Number(window['x']), Number(window['y'])];
      expect(x > left && x < right && y > top && y < bottom).toBe(true);
    }
    const spots = windows.map((row) => `${row['zoneCode']} ${row['x']} ${row['y']}`);
    expect(repeated(spots)).toEqual([]);
  });
});

describe('the opening hours', () => {
  it('open the hall on six days of the week, and the self-service area always', () => {
    const hall = hours.filter((row) => row['siteCode'] === 'district-hall');
    const now = hall.filter((row) => row['validTo'] === '');
    const ofHall = now.filter((row) => row['zoneCode'] === '');
    expect(new Set(column(ofHall, 'weekday'))).toEqual(new Set(['1', '2', '3', '4', '5', '6']));
    const always = now.filter((row) => row['zoneCode'] === 'f1-self-service');
    expect(always.map((row) => [row['weekday'], row['opens'], row['closes']])).toEqual(
      ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, '00:00', '24:00']),
    );
    expect(new Set(column(always, 'onClosedDays'))).toEqual(new Set(['true']));
  });

  it('never overlap on one day of one place', () => {
    const sorted = hours.toSorted((a, b) => (a['opens'] ?? '').localeCompare(b['opens'] ?? ''));
    const clashes = sorted.flatMap((one, at) =>
      sorted.slice(at + 1).filter((other) => {
        const samePlace = ['siteCode', 'zoneCode', 'weekday'].every(
          (key) => one[key] === other[key],
        );
        const sameTime =
          (one['validFrom'] ?? '') <= (other['validTo'] || '9999') &&
          (other['validFrom'] ?? '') <= (one['validTo'] || '9999');
        return samePlace && sameTime && (other['opens'] ?? '') < (one['closes'] ?? '');
      }),
    );
    expect(clashes).toEqual([]);
    for (const row of hours) expect((row['opens'] ?? '') < (row['closes'] ?? '')).toBe(true);
  });

  it('leave the working days that the State Council set for 2024 to 2026', () => {
    const kinds = new Map(closedDays.map((row) => [row['date'], row['kind']]));
    const workingDays = (year: number): number => {
      let count = 0;
      for (const day = new Date(`${year}-01-01`); day.getUTCFullYear() === year;) {
        const kind = kinds.get(day.toISOString().slice(0, 10));
        const weekend = day.getUTCDay() % 6 === 0;
        if (kind === undefined ? !weekend : kind === 'open') count += 1;
        day.setUTCDate(day.getUTCDate() + 1);
      }
      return count;
    };
    expect([2024, 2025, 2026].map(workingDays)).toEqual([251, 248, 248]);
    expect(repeated(column(closedDays, 'date'))).toEqual([]);
  });
});
