import { sm3Hex } from '#kernel/crypto/sm3.ts';

import type { Party } from './citizens.ts';
import { listFirms } from './firms.ts';
import { type PlannedBuilding, plannedBuildings } from './premises-plan.ts';
import type { Cell, Table } from './table.ts';

/** Numbers of the year before: the register numbers its own from this year on. */
const numberOf = ({ town }: PlannedBuilding, at: number): string =>
  `ZS2025${town.slice(6, 9)}${String(at + 1).padStart(5, '0')}`;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

interface PlannedUnit {
  readonly floor: number;
  readonly roomNo: string;
  readonly areaM2: number;
  readonly maxSubjects: number;
  readonly excluded: string;
}

/** Floors from the lowest: rooms of unlike size, and on each floor what cannot be let. */
function listUnits(plan: PlannedBuilding): PlannedUnit[] {
  const floors = [
    ...Array.from({ length: plan.below }, (_, at) => at - plan.below),
    ...Array.from({ length: plan.floors }, (_, at) => at + 1),
  ];
  return floors.flatMap((floor) => {
    const prefix = floor < 0 ? `B${-floor}` : String(floor);
    const closed = floor < 0 || (plan.floors > 4 && floor === 6);
    const rooms = Array.from({ length: plan.rooms }, (_, at): PlannedUnit => {
      const isSwitchRoom = at === plan.rooms - 1 && (floor === 1 || floor < 0) && plan.rooms > 4;
      const isRefuge = plan.floors > 10 && floor === 6;
      const excluded = (isRefuge && 'refuge-floor') || (isSwitchRoom && 'switch-room') || '';
      const isOpen = excluded === '' && floor > 0;
      return {
        floor,
        roomNo: `${prefix}${twoDigits(at + 1)}`,
        areaM2: Math.round(plan.areaM2 * (0.7 + ((at * 7 + floor * 3 + 40) % 7) / 10)),
        maxSubjects: isOpen ? plan.holds : 0,
        excluded: floor < 0 && excluded === '' ? 'civil-defence' : excluded,
      };
    });
    return closed || plan.rooms < 6
      ? rooms
      : [...rooms, { floor, roomNo: `${prefix}LT`, areaM2: 24, maxSubjects: 0, excluded: 'shaft' }];
  });
}

const listOperators = (): Party[] => listFirms().filter((firm) => firm.identifierKind === 'uscc');

const buildingColumns = [
  'number',
  'carrier',
  'carrierEn',
  'kind',
  'town',
  'operatorCode',
  'phone',
  'building',
  'address',
  'certNo',
  'owner',
  'ownerKind',
  'useType',
  'areaM2',
  'floorsAbove',
  'floorsBelow',
  'titleKind',
  'titleNo',
  'titleFrom',
  'titleHash',
  'rightKind',
  'rightNo',
  'rightFrom',
  'rightUntil',
  'rightHash',
  'otherKind',
  'otherNo',
  'otherFrom',
  'otherUntil',
  'otherHash',
  'stage',
  'suspendedFor',
] as const;

const unitColumns = [
  'number',
  'floor',
  'roomNo',
  'areaM2',
  'maxSubjects',
  'excluded',
  'groupCodes',
] as const;

const occupantColumns = [
  'number',
  'roomNo',
  'name',
  'creditCode',
  'role',
  'since',
  'isUnreachable',
] as const;

/** Carriers of every kind with their buildings: some ending soon, one ended, one suspended, two on their way. */
export function makePremisesBuildings(): Table<(typeof buildingColumns)[number]> {
  const operators = listOperators();
  const rows = plannedBuildings.map((plan, at) => {
    const operator = operators[plan.operator - 1];
    const total = listUnits(plan).reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const titleNo = `沪（2020）松字不动产权第${String(9_000_000 + at)}号（演示）`;
    const rightNo = `YS-2024-${twoDigits(at + 1)}（演示）`;
    const otherNo = plan.otherKind === undefined ? '' : `GY-2024-${twoDigits(at + 1)}（演示）`;
    return {
      number: numberOf(plan, at),
      carrier: plan.carrier,
      carrierEn: plan.carrierEn,
      kind: plan.kind,
      town: plan.town,
      operatorCode: operator?.identifierNumber,
      phone: operator?.phone,
      building: plan.building,
      address: plan.address,
      certNo: titleNo,
      owner: '松江演示置业有限公司（演示）',
      ownerKind: 'firm',
      useType: plan.useType,
      areaM2: Math.ceil(total * 1.2),
      floorsAbove: plan.floors,
      floorsBelow: plan.below,
      titleKind: 'title',
      titleNo,
      titleFrom: '2020-05-18',
      titleHash: sm3Hex(titleNo),
      rightKind: plan.rightKind,
      rightNo,
      rightFrom: '2024-04-01',
      rightUntil: plan.rightUntil,
      rightHash: sm3Hex(rightNo),
      otherKind: plan.otherKind,
      otherNo,
      otherFrom: plan.otherKind === undefined ? '' : '2024-04-01',
      otherUntil: '',
      otherHash: plan.otherKind === undefined ? '' : sm3Hex(otherNo),
      stage: plan.stage ?? 'filed',
      suspendedFor: plan.suspendedFor,
    };
  });
  return { columns: buildingColumns, rows };
}

export function makePremisesUnits(): Table<(typeof unitColumns)[number]> {
  const rows = plannedBuildings.flatMap((plan, at) =>
    listUnits(plan).map((unit) => ({ number: numberOf(plan, at), ...unit, groupCodes: '' })),
  );
  return { columns: unitColumns, rows };
}

/** The made-up firms in the units, none in two; of some it is noted that nobody finds them there. */
export function makePremisesOccupants(): Table<(typeof occupantColumns)[number]> {
  const firms = listOperators();
  let next = 0;
  const rows: Array<Partial<Record<(typeof occupantColumns)[number], Cell>>> = [];
  for (const [at, plan] of plannedBuildings.entries()) {
    const open = listUnits(plan).filter(({ excluded }) => excluded === '');
    const wanted = Math.min(open.length, Math.round((open.length * plan.let) / 100), 14);
    for (let place = 0; place < wanted; place += 1) {
      const firm = firms[next];
      const unit = open[(place * 5) % open.length];
      if (firm === undefined || unit === undefined) break;
      next += 1;
      rows.push({
        number: numberOf(plan, at),
        roomNo: unit.roomNo,
        name: firm.nameZh,
        creditCode: firm.identifierNumber,
        role: 'seat',
        since: `202${3 + (next % 3)}-${twoDigits(1 + (next % 12))}-15`,
        isUnreachable: next % 17 === 0,
      });
    }
  }
  return { columns: occupantColumns, rows };
}
