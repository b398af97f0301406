import type { Day } from '#kernel/clock/day.ts';
import type { Words } from '#kernel/problems/contract.ts';

import {
  type Carrier,
  type CarrierCard,
  type FilingLine,
  type FoundUnit,
  listRefusals,
  type Occupant,
  placesLeft,
  type Plan,
  type PlanUnit,
  type Settings,
  type Standing,
  type UnitState,
  type UseLine,
  type UseQuestion,
} from '../contract.ts';
import type { UseWithAddress } from './repository-uses.ts';
import type { CarrierRow, FilingRow, OccupancyRow, UnitRow, UseRow } from './tables.ts';
import type { Towns } from './towns.ts';

/** What holds on a day: an end that has passed counts, whether or not the nightly work has said so. */
export function standingOn(
  { standing, valid_until }: Pick<FilingRow, 'standing' | 'valid_until'>,
  today: Day,
): Standing {
  const isOver = valid_until !== null && valid_until < today;
  return isOver && (standing === 'filed' || standing === 'suspended') ? 'expired' : standing;
}

export const toCarrier = (row: CarrierRow, towns: Towns): Carrier => ({
  id: row.carrier_id,
  kind: row.kind,
  name: row.name,
  nameEn: row.name_en,
  town: row.town,
  townName: towns.find(row.town).name,
  phone: row.phone,
  operatorName: row.operator_name,
  operatorCode: row.operator_code,
  isDemonstration: row.is_demonstration,
  version: row.version,
});

export const toLine = (
  row: FilingRow,
  carrier: Pick<CarrierRow, 'name' | 'kind' | 'operator_name'>,
  towns: Towns,
  today: Day,
): FilingLine => ({
  id: row.filing_id,
  carrierId: row.carrier_id,
  carrierName: carrier.name,
  carrierKind: carrier.kind,
  operatorName: carrier.operator_name,
  buildingName: row.building_name,
  address: row.address,
  town: towns.find(row.town),
  kind: row.kind,
  number: row.number,
  standing: standingOn(row, today),
  stage: row.stage,
  filedVersion: row.filed_version,
  validUntil: row.valid_until,
  unitCount: row.unit_count,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  dueOn: row.due_on,
  isDemonstration: row.is_demonstration,
  updatedAt: row.updated_at.toISOString(),
});

/** Who is in a unit, or has applied for it. */
export interface Takers {
  readonly occupants: readonly OccupancyRow[];
  readonly reserved: readonly UseRow[];
}

export const toTakers = ({ occupants, reserved }: Takers): UseQuestion['takers'] =>
  [...occupants, ...reserved].map(({ credit_code, subject_name }) => ({
    creditCode: credit_code,
    name: subject_name,
  }));

export interface UnitAround {
  readonly filing: FilingRow;
  readonly carrierKind: CarrierRow['kind'];
  readonly takers: Takers;
  readonly today: Day;
  readonly settings: Settings;
}

export type Asks = UseQuestion['asks'];

/** Somebody of whom nothing is known: whether the unit could be used at all. */
export const ANYBODY: Asks = {
  role: 'seat',
  creditCode: '',
  name: '',
  applicantCode: '',
  isSoleTrader: true,
  scope: '',
  version: undefined,
};

/** The question whether somebody may use a unit, from its rows. */
export function toQuestion(unit: UnitRow, around: UnitAround, asks: Asks): UseQuestion {
  const { filing, carrierKind, takers, today, settings } = around;
  return {
    carrierKind,
    standing: standingOn(filing, today),
    standingReason: filing.standing_reason,
    unit: {
      isCurrent: unit.is_current,
      isSuspended: unit.is_suspended,
      reason: unit.reason,
      excluded: unit.excluded,
      maxSubjects: unit.max_subjects,
      validUntil: unit.valid_until,
      useType: unit.use_type,
      groupCodes: unit.group_codes,
      filedVersion: unit.filed_version,
    },
    takers: toTakers(takers),
    asks,
    today,
    settings,
  };
}

/** How a unit stands, for the colour of the plan and the sentence beside it. */
export function toUnitState(question: UseQuestion): {
  state: UnitState;
  reason: Words | null;
  left: number | null;
} {
  const left = placesLeft(question);
  const [first] = listRefusals(question);
  const reason = first?.message ?? null;
  switch (first?.code) {
    case undefined:
      return { state: question.takers.length > 0 ? 'part' : 'free', reason, left };
    case 'full':
      return { state: 'full', reason, left };
    case 'excluded':
      return { state: 'excluded', reason, left };
    case 'expired':
      return { state: 'expired', reason, left };
    default:
      return { state: 'suspended', reason, left };
  }
}

export const toOccupant = (row: OccupancyRow): Occupant => ({
  id: row.occupancy_id,
  name: row.subject_name,
  creditCode: row.credit_code,
  role: row.role,
  since: row.from_on,
  isUnreachable: row.is_unreachable,
});

export function toPlanUnit(unit: UnitRow, around: UnitAround): PlanUnit {
  const question = toQuestion(unit, around, ANYBODY);
  return {
    id: unit.unit_id,
    token: unit.token,
    floor: unit.floor,
    roomNo: unit.room_no,
    address: unit.address,
    areaM2: unit.area_m2,
    maxSubjects: unit.max_subjects,
    taken: question.takers.length,
    excluded: unit.excluded,
    ...toUnitState(question),
    validUntil: unit.valid_until,
    occupants: around.takers.occupants.map(toOccupant),
  };
}

/** Everything that stands in the filing’s units, unit by unit. */
export interface Inside {
  readonly units: readonly UnitRow[];
  readonly occupants: readonly OccupancyRow[];
  readonly reserved: readonly UseRow[];
}

const groupBy = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

export function toPlanUnits(inside: Inside, around: Omit<UnitAround, 'takers'>): PlanUnit[] {
  const occupants = groupBy(inside.occupants, (row) => row.unit_id);
  const reserved = groupBy(inside.reserved, (row) => row.unit_id);
  return inside.units.map((unit) =>
    toPlanUnit(unit, {
      ...around,
      takers: {
        occupants: occupants.get(unit.unit_id) ?? [],
        reserved: reserved.get(unit.unit_id) ?? [],
      },
    }),
  );
}

export interface BuildingFacts {
  readonly floorsAbove: number;
  readonly floorsBelow: number;
}

export function toPlan(
  inside: Inside,
  around: Omit<UnitAround, 'takers'>,
  { floorsAbove, floorsBelow }: BuildingFacts,
): Plan {
  const { filing, today } = around;
  return {
    filingId: filing.filing_id,
    number: filing.number,
    filedVersion: filing.filed_version,
    standing: standingOn(filing, today),
    reason: filing.standing_reason,
    validUntil: filing.valid_until,
    building: {
      name: filing.building_name,
      address: filing.address,
      useType: inside.units[0]?.use_type ?? 'other',
      floorsAbove,
      floorsBelow,
    },
    units: toPlanUnits(inside, around),
  };
}

export const toFoundUnit = (
  unit: UnitRow,
  carrier: CarrierRow,
  around: UnitAround,
  towns: Towns,
): FoundUnit => {
  const question = toQuestion(unit, around, ANYBODY);
  const { state, left } = toUnitState(question);
  return {
    pick: {
      unitId: unit.unit_id,
      filingNumber: around.filing.number,
      version: unit.filed_version,
      hash: unit.hash,
      address: unit.address,
    },
    token: unit.token,
    carrierId: carrier.carrier_id,
    carrierName: carrier.name,
    carrierKind: carrier.kind,
    buildingName: around.filing.building_name,
    town: towns.find(around.filing.town),
    floor: unit.floor,
    roomNo: unit.room_no,
    areaM2: unit.area_m2,
    useType: unit.use_type,
    state,
    left,
    validUntil: unit.valid_until,
  };
};

export const toCard = (
  carrier: CarrierRow,
  filings: readonly FilingRow[],
  units: readonly PlanUnit[],
  towns: Towns,
): CarrierCard => ({
  id: carrier.carrier_id,
  kind: carrier.kind,
  name: carrier.name,
  nameEn: carrier.name_en,
  town: towns.find(carrier.town),
  address: filings[0]?.address ?? '',
  operatorName: carrier.operator_name,
  phone: carrier.phone,
  units: units.filter(({ excluded }) => excluded === null).length,
  free: units.filter(({ state, left }) => state === 'free' || (state === 'part' && left !== 0))
    .length,
  isDemonstration: carrier.is_demonstration,
});

export const toUseLine = (row: UseWithAddress, number: string): UseLine => ({
  id: row.use_id,
  at: row.at.toISOString(),
  unitId: row.unit_id,
  address: row.address,
  number,
  filedVersion: row.filed_version,
  role: row.role,
  subjectName: row.subject_name,
  matterName: { 'zh-CN': row.matter_zh, en: row.matter_en },
  caseId: row.case_id,
  caseNumber: row.case_number,
  state: row.state,
});
