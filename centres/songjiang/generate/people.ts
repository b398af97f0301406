import { makeName, type PersonName, type Sex } from './names.ts';
import { type WindowRow, hall, listWindows } from './organisation.ts';
import { type Dice, makeDice } from './random.ts';
import { contractSeats, officeSeats, stationedCounts } from './staff-plan.ts';
import { addDays, weekdayOf } from './table.ts';

export interface Person extends PersonName {
  employeeNo: string;
  sex: Sex;
  officeCode?: string;
  departmentCode?: string;
  postCode: string;
  employment: 'established' | 'contract' | 'stationed';
  joinedOn: string;
  /** Roles that do not come from a window. */
  roles: string;
  /** The hall window that is this person's own (A post). */
  ownWindow?: number;
}

type Seat = Omit<Person, keyof PersonName | 'employeeNo' | 'sex' | 'joinedOn' | 'employment'>;

export const hallWindows: readonly WindowRow[] = listWindows().filter(
  (window) => window.siteCode === hall,
);

const clerkPosts: Partial<Record<WindowRow['kind'], string>> = {
  consultation: 'consultation-clerk',
  assisted: 'assistance-clerk',
  unresolved: 'assistance-clerk',
  'cross-province': 'comprehensive-clerk',
  comprehensive: 'comprehensive-clerk',
  issue: 'issue-clerk',
};

/** Zone of the windows that the centre's own agency officers serve. */
export const agencyZone = 'f3-agency';

/** The 575, in the order of their numbers: SJ1… established, SJ2… contract, SJ3… stationed. */
export function listPeople(): Person[] {
  const dice = makeDice('songjiang staff');
  return [
    ...hire(dice, 'established', 1, establishedSeats()),
    ...hire(dice, 'contract', 2, contractStaff()),
    ...hire(dice, 'stationed', 3, Object.keys(stationedCounts).flatMap(departmentSeats)),
  ];
}

function hire(
  dice: Dice,
  employment: Person['employment'],
  series: number,
  seats: readonly Seat[],
): Person[] {
  return seats.map((seat, at) => {
    const sex = dice.chance(employment === 'contract' ? 0.24 : 0.47) ? 'male' : 'female';
    return {
      ...seat,
      ...makeName(dice, sex),
      employeeNo: `SJ${series}${String(at + 1).padStart(3, '0')}`,
      sex,
      employment,
      joinedOn: joiningDay(dice),
    };
  });
}

/** A working weekday from the founding year to the middle of 2025. */
function joiningDay(dice: Dice): string {
  const day = addDays('2013-07-01', dice.between(0, 4370));
  return weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day;
}

function establishedSeats(): Seat[] {
  const agencyWindows = hallWindows.filter((window) => window.zoneCode === agencyZone);
  let next = 0;
  return officeSeats.map((seat) => {
    const own = seat.postCode === 'agency-officer' ? agencyWindows[next++] : undefined;
    return own ? { ...seat, ownWindow: own.number } : seat;
  });
}

function contractStaff(): Seat[] {
  const officeCode = 'window-services';
  const atWindows = hallWindows
    .filter((window) => window.kind !== 'specialist' && window.zoneCode !== agencyZone)
    .map((window) => {
      const postCode = clerkPosts[window.kind] ?? 'comprehensive-clerk';
      return { officeCode, postCode, roles: '', ownWindow: window.number };
    });
  const others = contractSeats.flatMap(([postCode, count, roles]) =>
    Array.from({ length: count }, () => ({ officeCode, postCode, roles })),
  );
  return [...atWindows, ...others];
}

function departmentSeats(departmentCode: string): Seat[] {
  const total = stationedCounts[departmentCode] ?? 0;
  const roles = `department-approver@department:${departmentCode}`;
  const head = `department-head@department:${departmentCode}`;
  const leaders: Seat[] = [{ departmentCode, postCode: 'chief-representative', roles: head }];
  if (total >= 8) leaders.push({ departmentCode, postCode: 'department-head', roles });
  const clerks = departmentClerks(departmentCode);
  const rest = total - leaders.length - clerks.length;
  const approvers = Array.from({ length: rest }, () => {
    return { departmentCode, postCode: 'approver', roles };
  });
  return [...leaders, ...clerks, ...approvers];
}

/** One clerk for each specialist window of the department, and one more for every three of them. */
function departmentClerks(departmentCode: string): Seat[] {
  const seat = { departmentCode, postCode: 'department-clerk', roles: '' };
  // Water and gas share a window: water holds it, gas stands in.
  if (departmentCode === 'gas') return [seat];
  const own = hallWindows.filter((window) => {
    return window.kind === 'specialist' && window.departmentCodes.split('|')[0] === departmentCode;
  });
  const spare = departmentCode === 'water-supply' ? 0 : Math.ceil(own.length / 3);
  return [
    ...own.map((window) => ({ ...seat, ownWindow: window.number })),
    ...Array.from({ length: spare }, () => seat),
  ];
}
