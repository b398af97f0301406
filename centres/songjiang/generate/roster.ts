import { hall } from './organisation.ts';
import { listPeople, type Person } from './people.ts';
import { itemAt } from './random.ts';
import { listStationings } from './staff.ts';
import { addDays, type Table } from './table.ts';

const rosterColumns = [
  'date',
  'employeeNo',
  'shiftCode',
  'siteCode',
  'zoneCode',
  'windowNumber',
] as const;

const leaveColumns = [
  'employeeNo',
  'kind',
  'startsOn',
  'endsOn',
  'status',
  'approvedBy',
  'reason',
] as const;

/** Monday of the sample week. */
const monday = '2026-11-23';

/** The windows that open on Saturdays. */
const saturdayWindows = [1, 5, 13, 14, 15, 29, 37, 41, 42, 43, 57, 59, 61, 62, 71, 75, 76, 83];

const hallFloors = ['f1-entrance', 'f2-waiting', 'f3-waiting'];

interface Duty {
  date: string;
  employeeNo: string;
  shiftCode: string;
  siteCode: string;
  zoneCode?: string;
  windowNumber?: number;
}

interface Leave {
  employeeNo: string;
  kind: string;
  startsOn: string;
  endsOn: string;
  status: string;
  approvedBy?: string;
  reason: string;
}

export function makeRoster(): Table<(typeof rosterColumns)[number]> {
  const people = listPeople();
  const rows = [0, 1, 2, 3, 4].flatMap((day) => {
    const date = addDays(monday, day);
    return [...windowDuties(people, date), ...floorDuties(people, date, day)];
  });
  return { columns: rosterColumns, rows: [...rows, ...saturdayDuties(people)] };
}

function windowDuties(people: readonly Person[], date: string): Duty[] {
  const away = awayOn(people, date);
  return listStationings(people)
    .filter((entry) => entry.validTo === undefined)
    .map(({ postA, postB, windowNumber }) => {
      const employeeNo = away.has(postA) ? postB : postA;
      return { date, employeeNo, shiftCode: 'weekday', siteCode: hall, windowNumber };
    });
}

function floorDuties(people: readonly Person[], date: string, day: number): Duty[] {
  const at = (shiftCode: string, person: Person, zoneCode: string): Duty => {
    return { date, employeeNo: person.employeeNo, shiftCode, siteCode: hall, zoneCode };
  };
  const busy = new Set(windowDuties(people, date).map((duty) => duty.employeeNo));
  const of = (postCode: string): Person[] => people.filter((one) => one.postCode === postCode);
  const leaders = of('shift-leader').filter((_, index) => index !== day % 4);
  const guides = of('guide');
  return [
    ...leaders.map((person, index) => at('leader', person, itemAt(hallFloors, index))),
    ...guides.map((person, index) =>
      at(index < 3 ? 'guide-early' : 'guide-late', person, itemAt(hallFloors, index % 3)),
    ),
    ...of('video-clerk').map((person) => at('weekday', person, 'f3-virtual')),
    ...of('reserve-clerk')
      .filter((person) => !busy.has(person.employeeNo))
      .map((person) => at('weekday', person, 'f1-entrance')),
  ];
}

function saturdayDuties(people: readonly Person[]): Duty[] {
  const date = addDays(monday, 5);
  const base = { date, siteCode: hall };
  const first = (postCode: string): string =>
    people.find((one) => one.postCode === postCode)?.employeeNo ?? '';
  const windows = windowDuties(people, date)
    .filter((duty) => saturdayWindows.includes(duty.windowNumber ?? 0))
    .map((duty) => ({ ...duty, shiftCode: 'saturday' }));
  return [
    ...windows,
    {
      ...base,
      employeeNo: first('shift-leader'),
      shiftCode: 'leader-saturday',
      zoneCode: 'f1-entrance',
    },
    { ...base, employeeNo: first('guide'), shiftCode: 'saturday', zoneCode: 'f1-entrance' },
  ];
}

function awayOn(people: readonly Person[], date: string): Set<string> {
  const leaves = listLeaves(people).filter(
    (leave) => leave.status === 'approved' && leave.startsOn <= date && date <= leave.endsOn,
  );
  return new Set(leaves.map((leave) => leave.employeeNo));
}

export function makeLeave(): Table<(typeof leaveColumns)[number]> {
  return { columns: leaveColumns, rows: listLeaves(listPeople()) };
}

function listLeaves(people: readonly Person[]): Leave[] {
  const holder = (window: number): Person => {
    const person = people.find((one) => one.ownWindow === window);
    if (!person) throw new Error(`Nobody holds window ${window}`);
    return person;
  };
  const approver = (department: string): Person => {
    const person = people.find(
      (one) => one.departmentCode === department && one.postCode === 'approver',
    );
    if (!person) throw new Error(`No approver in ${department}`);
    return person;
  };
  // Those away in the sample week are chosen so that each of their stand-ins is free.
  const lines: Array<[Person, string, string, string, string, string]> = [
    [holder(17), 'annual', '2026-11-23', '2026-11-27', 'approved', '年休假'],
    [holder(45), 'sick', '2026-11-24', '2026-11-25', 'approved', '感冒发热'],
    [holder(30), 'training', '2026-11-26', '2026-11-26', 'approved', '税收新政培训'],
    [holder(62), 'personal', '2026-11-27', '2026-11-27', 'approved', '家中有事'],
    [holder(20), 'annual', '2026-12-07', '2026-12-11', 'requested', '年休假'],
    [holder(44), 'marriage', '2026-12-14', '2026-12-23', 'requested', '婚假'],
    [holder(86), 'personal', '2026-11-20', '2026-11-20', 'refused', '当日窗口人手不足'],
    [holder(2), 'annual', '2026-10-12', '2026-10-16', 'cancelled', '行程取消'],
    [approver('market-regulation'), 'maternity', '2026-09-01', '2027-01-26', 'approved', '产假'],
    [approver('construction'), 'official', '2026-11-24', '2026-11-24', 'approved', '现场核查'],
    [approver('health'), 'annual', '2026-11-23', '2026-11-25', 'approved', '年休假'],
    [approver('transport'), 'sick', '2026-11-18', '2026-11-20', 'approved', '复诊'],
  ];
  return lines.map(([person, kind, startsOn, endsOn, status, reason]) => {
    const employeeNo = person.employeeNo;
    const answered = status === 'approved' || status === 'refused';
    const approvedBy = answered ? superiorOf(people, person).employeeNo : undefined;
    const leave = { employeeNo, kind, startsOn, endsOn, status, reason };
    return approvedBy === undefined ? leave : { ...leave, approvedBy };
  });
}

/** Stationed people ask their chief representative, the centre's own the head of their office. */
function superiorOf(people: readonly Person[], person: Person): Person {
  const superior = people.find((one) =>
    person.departmentCode === undefined
      ? one.officeCode === person.officeCode && one.postCode === 'office-head'
      : one.departmentCode === person.departmentCode && one.postCode === 'chief-representative',
  );
  if (!superior) throw new Error(`${person.employeeNo} has no superior`);
  return superior;
}
