import { type WindowRow, hall } from './organisation.ts';
import { agencyZone, hallWindows, listPeople, type Person } from './people.ts';
import { itemAt } from './random.ts';
import type { Table } from './table.ts';

const staffColumns = [
  'employeeNo',
  'nameZh',
  'nameEn',
  'namePinyin',
  'sex',
  'officeCode',
  'departmentCode',
  'postCode',
  'employment',
  'mobile',
  'email',
  'joinedOn',
  'roles',
  'demonstration',
] as const;

const stationingColumns = [
  'siteCode',
  'windowNumber',
  'postA',
  'postB',
  'validFrom',
  'validTo',
] as const;

export interface Stationing {
  siteCode: string;
  windowNumber: number;
  postA: string;
  postB: string;
  validFrom: string;
  validTo?: string;
}

export function makeStaff(): Table<(typeof staffColumns)[number]> {
  const people = listPeople();
  const stationings = listStationings(people).filter((entry) => entry.validTo === undefined);
  const rows = people.map((person, at) => ({
    ...person,
    mobile: `1540001${String(at + 1).padStart(4, '0')}`,
    email: `${person.namePinyin.replaceAll(' ', '.')}.${person.employeeNo.slice(2)}@songjiang.example.com`,
    roles: rolesOf(person, stationings),
    demonstration: true,
  }));
  return { columns: staffColumns, rows };
}

function rolesOf(person: Person, stationings: readonly Stationing[]): string {
  const windows = stationings
    .filter((entry) => [entry.postA, entry.postB].includes(person.employeeNo))
    .map((entry) => `window-clerk@window:${hall}/${entry.windowNumber}`);
  return [person.roles, ...windows].filter((role) => role !== '').join('|');
}

export function makeStationing(): Table<(typeof stationingColumns)[number]> {
  return { columns: stationingColumns, rows: listStationings(listPeople()) };
}

/** Who holds each of the 97 windows since 2026 (A), who stands in (B), and whom they replaced. */
export function listStationings(people: readonly Person[]): Stationing[] {
  const current = hallWindows.map((window): Stationing => {
    const postA = getHolder(people, window);
    const postB = findStandIn(people, window);
    return {
      siteCode: hall,
      windowNumber: window.number,
      postA: postA.employeeNo,
      postB: postB.employeeNo,
      validFrom: '2026-01-01',
    };
  });
  // At the turn of the year the social affairs windows changed places, A for B; who stood in at several
  // of them had come from one.
  const social = current.filter(
    (entry) => itemAt(hallWindows, entry.windowNumber - 1).zoneCode === 'f2-social',
  );
  const earlier = social
    .filter((entry, place) => social.findIndex((other) => other.postB === entry.postB) === place)
    .map(({ postA, postB, ...entry }) => {
      const dates = { validFrom: '2025-07-01', validTo: '2025-12-31' };
      return { ...entry, postA: postB, postB: postA, ...dates };
    });
  return [...earlier, ...current];
}

function getHolder(people: readonly Person[], window: WindowRow): Person {
  const holder = people.find((person) => person.ownWindow === window.number);
  if (!holder) throw new Error(`Nobody holds window ${window.number}`);
  return holder;
}

function findStandIn(people: readonly Person[], window: WindowRow): Person {
  if (window.zoneCode === agencyZone) return freeOf(people, 'agency-officer', 0);
  if (window.kind === 'specialist') {
    const departments = window.departmentCodes.split('|').slice(0, 2);
    const pool = people.filter((person) => {
      const { departmentCode = '', postCode, ownWindow } = person;
      const fits = departments.includes(departmentCode) && postCode === 'department-clerk';
      return fits && ownWindow === undefined;
    });
    return itemAt(pool, window.number % pool.length);
  }
  const row = hallWindows.filter((other) => other.zoneCode === window.zoneCode);
  // Every fourth window, and one that stands alone, is covered by a reserve clerk.
  if (row.length === 1 || window.number % 4 === 1) {
    return freeOf(people, 'reserve-clerk', window.number >> 2);
  }
  const place = row.findIndex((other) => other.number === window.number);
  return getHolder(people, itemAt(row, (place + 1) % row.length));
}

function freeOf(people: readonly Person[], postCode: string, turn: number): Person {
  const pool = people.filter(
    (person) => person.postCode === postCode && person.ownWindow === undefined,
  );
  return itemAt(pool, turn % pool.length);
}
