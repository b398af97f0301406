import { describe, expect, it } from 'vitest';

import { column, dangling, readRows, repeated, type Row, tally } from './checks/support.ts';

const staff = readRows('staff/staff.csv');
const posts = readRows('staff/posts.csv');
const stationing = readRows('staff/stationing.csv');
const shifts = readRows('staff/shifts.csv');
const roster = readRows('staff/roster.csv');
const leave = readRows('staff/leave.csv');

const numbers = column(staff, 'employeeNo');
const current = stationing.filter((row) => row['validTo'] === '');

const rolesOf = (row: Row): string[] =>
  (row['roles'] ?? '').split('|').filter((role) => role !== '');
const withRole = (role: string): string[] =>
  staff
    .filter((row) => rolesOf(row).some((grant) => grant.startsWith(`${role}@`)))
    .map((row) => row['employeeNo'] ?? '');

const roles = [
  'system-admin',
  'security-admin',
  'audit-admin',
  'organisation-manager',
  'hr-manager',
  'device-manager',
  'hall-manager',
  'window-clerk',
  'premises-checker',
  'department-approver',
  'registrar',
  'licence-manager',
  'matters-manager',
  'matters-publisher',
  'service-supervisor',
  'fulfilment-manager',
  'department-head',
  'finance',
  'finance-maker',
  'finance-checker',
  'finance-approver',
  'publicity',
];

describe('the staff of the centre', () => {
  it('are 575 people with a number each', () => {
    expect(staff).toHaveLength(575);
    expect(repeated(numbers)).toEqual([]);
    expect(repeated(column(staff, 'mobile'))).toEqual([]);
    expect(repeated(column(staff, 'email'))).toEqual([]);
  });

  it('keep to the quota of 75 contract staff', () => {
    const counts = tally(column(staff, 'employment'));
    expect(Object.keys(counts).toSorted()).toEqual(['contract', 'established', 'stationed']);
    expect(counts['contract']).toBeLessThanOrEqual(75);
  });

  it('are all made up: numbers and addresses that reach nobody', () => {
    for (const row of staff) {
      expect(row['mobile']).toMatch(/^1540001\d{4}$/);
      expect(row['email']).toMatch(/^[a-z.]+\d{4}@songjiang\.example\.com$/);
      expect(row['demonstration']).toBe('true');
    }
  });

  it('have names that are written and read', () => {
    for (const row of staff) {
      expect(row['nameZh']).toMatch(/^\p{Script=Han}{2,4}$/u);
      expect(row['nameEn']).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      expect(row['namePinyin']).toMatch(/^[a-z]+( [a-z]+){1,3}$/);
    }
    const names = column(staff, 'nameZh');
    expect(names.some((name) => /^(欧阳|上官|司马|皇甫|令狐|夏侯|尉迟)/.test(name))).toBe(true);
    // A character that GB 2312 does not have: forms, search and print must cope with it.
    expect(names.some((name) => /[䶮㛃]/.test(name))).toBe(true);
  });

  it('belong to an office or to a department, the three leaders to neither', () => {
    const offices = column(readRows('organisation/offices.csv'), 'code');
    const departments = column(readRows('organisation/departments.csv'), 'code');
    expect(dangling(column(staff, 'officeCode'), offices)).toEqual([]);
    expect(dangling(column(staff, 'departmentCode'), departments)).toEqual([]);
    expect(dangling(column(staff, 'postCode'), column(posts, 'code'))).toEqual([]);
    const nowhere = staff.filter((row) => row['officeCode'] === '' && row['departmentCode'] === '');
    expect(column(nowhere, 'postCode')).toEqual([
      'centre-director',
      'deputy-director',
      'deputy-director',
    ]);
    for (const row of staff) {
      const stationed = row['employment'] === 'stationed';
      expect(row['departmentCode'] !== '').toBe(stationed);
    }
    const chiefs = staff.filter((row) => row['postCode'] === 'chief-representative');
    expect(column(chiefs, 'departmentCode').toSorted()).toEqual(departments.toSorted());
  });

  it('hold only roles that exist, over things that exist', () => {
    const scopes = new Set([
      'centre',
      ...column(readRows('organisation/sites.csv'), 'code').map((code) => `site:${code}`),
      ...column(readRows('organisation/departments.csv'), 'code').map(
        (code) => `department:${code}`,
      ),
      ...readRows('organisation/windows.csv').map((row) => {
        return `window:${row['siteCode']}/${row['number']}`;
      }),
    ]);
    for (const row of staff) {
      for (const grant of rolesOf(row)) {
        const [role = '', scope = ''] = grant.split('@');
        expect(roles).toContain(role);
        expect([...scopes]).toContain(scope);
      }
      expect(repeated(rolesOf(row))).toEqual([]);
    }
    for (const role of roles) expect(withRole(role)).not.toEqual([]);
  });

  it('keep the system, security and audit administrators apart', () => {
    const administrators = ['system-admin', 'security-admin', 'audit-admin'].flatMap(withRole);
    expect(administrators).toHaveLength(3);
    expect(new Set(administrators).size).toBe(3);
    for (const row of staff.filter((one) => administrators.includes(one['employeeNo'] ?? ''))) {
      expect(rolesOf(row)).toHaveLength(1);
    }
  });

  it('let nobody take in and decide, nor decide for another department', () => {
    expect(dangling(withRole('window-clerk'), numbers)).toEqual([]);
    const both = withRole('window-clerk').filter((one) =>
      withRole('department-approver').includes(one),
    );
    expect(both).toEqual([]);
    for (const row of staff) {
      const grants = rolesOf(row).filter((grant) => grant.startsWith('department-approver@'));
      for (const grant of grants) {
        expect(grant).toBe(`department-approver@department:${row['departmentCode']}`);
      }
    }
  });
});

describe('stationing, roster and leave', () => {
  it('man each of the 97 windows with two different people', () => {
    expect(
      column(current, 'windowNumber')
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 97 }, (_, at) => at + 1));
    for (const row of stationing) expect(row['postA']).not.toBe(row['postB']);
    expect(
      dangling([...column(stationing, 'postA'), ...column(stationing, 'postB')], numbers),
    ).toEqual([]);
    expect(repeated(column(current, 'postA'))).toEqual([]);
  });

  it('station people of the department at its specialist windows', () => {
    const windows = readRows('organisation/windows.csv');
    for (const row of current) {
      const window = windows.find((one) => {
        return one['siteCode'] === row['siteCode'] && one['number'] === row['windowNumber'];
      });
      if (window?.['kind'] !== 'specialist') continue;
      for (const post of ['postA', 'postB']) {
        const person = staff.find((one) => one['employeeNo'] === row[post]);
        expect((window['departmentCodes'] ?? '').split('|')).toContain(person?.['departmentCode']);
      }
    }
  });

  it('give the clerks the right to the windows where they are stationed', () => {
    for (const row of current) {
      for (const post of ['postA', 'postB']) {
        const person = staff.find((one) => one['employeeNo'] === row[post]) ?? {};
        const grants = rolesOf(person);
        const window = `window-clerk@window:district-hall/${row['windowNumber']}`;
        expect(grants).toContain(window);
      }
    }
  });

  it('never use a person before the day of joining', () => {
    const joined = new Map(staff.map((row) => [row['employeeNo'], row['joinedOn'] ?? '']));
    for (const row of stationing) {
      for (const post of ['postA', 'postB']) {
        expect((joined.get(row[post]) ?? '9') <= (row['validFrom'] ?? '')).toBe(true);
      }
    }
  });

  it('never put a person in two places at once, nor on duty while on leave', () => {
    expect(repeated(roster.map((row) => `${row['date']} ${row['employeeNo']}`))).toEqual([]);
    const onLeave = roster.filter((duty) =>
      leave.some((one) => {
        const same = one['employeeNo'] === duty['employeeNo'] && one['status'] === 'approved';
        const [date, from, to] = [duty['date'] ?? '', one['startsOn'] ?? '', one['endsOn'] ?? ''];
        return same && from <= date && date <= to;
      }),
    );
    expect(onLeave).toEqual([]);
  });

  it('keep all 97 windows staffed on each weekday of the sample week', () => {
    const manned = roster.filter((row) => row['windowNumber'] !== '');
    const byDay = tally(column(manned, 'date'));
    expect(Object.values(byDay).slice(0, 5)).toEqual([97, 97, 97, 97, 97]);
    expect(Object.keys(byDay)).toHaveLength(6);
    for (const duty of manned) {
      const row = current.find((one) => one['windowNumber'] === duty['windowNumber']);
      expect([row?.['postA'], row?.['postB']]).toContain(duty['employeeNo']);
    }
  });

  it('refers only to shifts, zones and people that exist', () => {
    expect(dangling(column(roster, 'shiftCode'), column(shifts, 'code'))).toEqual([]);
    expect(dangling(column(roster, 'employeeNo'), numbers)).toEqual([]);
    const zones = column(readRows('organisation/zones.csv'), 'code');
    expect(dangling(column(roster, 'zoneCode'), zones)).toEqual([]);
    expect(
      dangling([...column(leave, 'employeeNo'), ...column(leave, 'approvedBy')], numbers),
    ).toEqual([]);
  });

  it('lets a superior answer a leave, never the person who asks', () => {
    for (const row of leave) {
      const answered = row['status'] === 'approved' || row['status'] === 'refused';
      expect(row['approvedBy'] !== '').toBe(answered);
      expect(row['approvedBy']).not.toBe(row['employeeNo']);
      expect((row['startsOn'] ?? '') <= (row['endsOn'] ?? '')).toBe(true);
    }
  });
});
