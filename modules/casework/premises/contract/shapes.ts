import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { CarrierKind, Excluded, OwnerKind, ProofKind, UseRole, UseType } from './kinds.ts';
import { CheckPoint, FilingAct, FilingKind, Ground, Stage, Standing } from './state.ts';

export const BASE = '/api/v1/premises';
export const PUBLIC = '/api/v1/public/premises';
export const OWN = '/api/v1/me/premises';

export const Words = z.object({ 'zh-CN': z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

const Line = z.string().trim().max(200);
const Area = z.number().min(0).max(1_000_000);

/** 载体, as its operator enters it. */
export const CarrierInput = z.object({
  kind: CarrierKind,
  name: Line.min(2),
  nameEn: Line,
  /** Nine digits of a town of the district. */
  town: z.string().regex(/^\d{9}$/),
  phone: z.string().trim().max(40),
});
export type CarrierInput = z.infer<typeof CarrierInput>;

export const Building = z.object({
  name: Line,
  /** What is still missing is said by the check, not refused: a draft may be half written. */
  standardAddress: Line,
  propertyCertNo: Line,
  ownerName: Line,
  ownerNumber: z.string().trim().max(40),
  ownerKind: OwnerKind,
  useType: UseType,
  areaM2: Area,
  floorsAbove: z.number().int().min(0).max(200),
  floorsBelow: z.number().int().min(0).max(20),
  isIllegal: z.boolean(),
});
export type Building = z.infer<typeof Building>;

/** 房屋单元. `id` is null until it was saved once; it stays the same over all versions. */
export const Unit = z.object({
  id: Id.nullable(),
  /** 1 is the ground floor, -1 the first below it. */
  floor: z.number().int().min(-20).max(200),
  roomNo: z.string().trim().max(40),
  areaM2: Area,
  maxSubjects: z.number().int().min(0).max(5000),
  excluded: Excluded.nullable(),
  /** Credit codes of subjects of one controller: they do not count towards the limit. */
  groupCodes: z.array(z.string().trim().max(18)).max(50),
});
export type Unit = z.infer<typeof Unit>;

/** A paper that proves something of the building, or of some of its rooms. */
export const ProofInput = z.object({
  kind: ProofKind,
  number: z.string().trim().max(100),
  validFrom: Day,
  /** Null: without end. */
  validUntil: Day.nullable(),
  /** The rooms that it is about; none for the whole building. */
  rooms: z.array(z.string().trim().max(40)).max(2000),
  fileId: Id.nullable(),
});

export const Proof = ProofInput.extend({
  fileName: z.string(),
  /** SM3 of the file. */
  hash: z.string(),
  source: z.enum(['upload', 'record']),
});
export type Proof = z.infer<typeof Proof>;

export const BodyInput = z.object({
  building: Building,
  units: z.array(Unit).max(3000),
  proofs: z.array(ProofInput).max(200),
});
export type BodyInput = z.infer<typeof BodyInput>;

/** What is filed: a building with its units and proofs. */
export const FilingBody = BodyInput.extend({ proofs: z.array(Proof).max(200) });
export type FilingBody = z.infer<typeof FilingBody>;

/** What keeps a filing from being submitted, or is only to be looked at. */
export const Finding = z.object({
  code: z.string(),
  isBlocking: z.boolean(),
  /** `building`, `units.301`, `proofs.0`. */
  place: z.string(),
  message: Words,
});
export type Finding = z.infer<typeof Finding>;

/** One reason of a return, and the point of the check that it belongs to. */
export const ReturnReason = z.object({
  point: CheckPoint,
  text: z.string().trim().min(2).max(500),
});
export type ReturnReason = z.infer<typeof ReturnReason>;

export const ReturnRound = z.object({
  at: Instant,
  byName: z.string(),
  stage: Stage,
  reasons: z.array(ReturnReason),
  /** Points whose facts the operator changed since. */
  changed: z.array(CheckPoint),
});
export type ReturnRound = z.infer<typeof ReturnRound>;

export const Town = z.object({ code: z.string(), name: Words });
export type Town = z.infer<typeof Town>;

export const Carrier = CarrierInput.extend({
  id: Id,
  townName: Words,
  operatorName: z.string(),
  operatorCode: z.string(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
});
export type Carrier = z.infer<typeof Carrier>;

export const FilingLine = z.object({
  id: Id,
  carrierId: Id,
  carrierName: z.string(),
  carrierKind: CarrierKind,
  operatorName: z.string(),
  buildingName: z.string(),
  address: z.string(),
  town: Town,
  kind: FilingKind,
  number: z.string(),
  standing: Standing,
  stage: Stage,
  filedVersion: z.number().int(),
  validUntil: Day.nullable(),
  unitCount: z.number().int(),
  submittedAt: Instant.nullable(),
  /** Until when the step that it waits for is to be done. */
  dueOn: Day.nullable(),
  isDemonstration: z.boolean(),
  updatedAt: Instant,
});
export type FilingLine = z.infer<typeof FilingLine>;

export const HistoryEntry = z.object({
  id: Id,
  at: Instant,
  act: FilingAct,
  stage: Stage,
  standing: Standing,
  ground: Ground.nullable(),
  reason: z.string(),
  byName: z.string(),
  filedVersion: z.number().int(),
});

export const VersionLine = z.object({
  filedVersion: z.number().int(),
  kind: FilingKind,
  filedAt: Instant,
  filedByName: z.string(),
  validUntil: Day.nullable(),
  hash: z.string(),
  unitCount: z.number().int(),
  uses: z.number().int(),
});

export const UnitState = z.enum(['free', 'part', 'full', 'suspended', 'expired', 'excluded']);
export type UnitState = z.infer<typeof UnitState>;

export const Occupant = z.object({
  id: Id,
  name: z.string(),
  creditCode: z.string(),
  role: UseRole,
  since: Day,
  isUnreachable: z.boolean(),
});
export type Occupant = z.infer<typeof Occupant>;

/** A unit as it is filed, on the plan of its floor. */
export const PlanUnit = z.object({
  id: Id,
  token: z.string(),
  floor: z.number().int(),
  roomNo: z.string(),
  address: z.string(),
  areaM2: z.number(),
  maxSubjects: z.number().int(),
  /** Subjects that are in it or have applied for it. */
  taken: z.number().int(),
  /** Null: no limit. */
  left: z.number().int().nullable(),
  excluded: Excluded.nullable(),
  state: UnitState,
  /** Why it cannot be used; null when it can. */
  reason: Words.nullable(),
  validUntil: Day.nullable(),
  occupants: z.array(Occupant),
});
export type PlanUnit = z.infer<typeof PlanUnit>;

export const Plan = z.object({
  filingId: Id,
  number: z.string(),
  filedVersion: z.number().int(),
  standing: Standing,
  reason: z.string(),
  validUntil: Day.nullable(),
  building: z.object({
    name: z.string(),
    address: z.string(),
    useType: UseType,
    floorsAbove: z.number().int(),
    floorsBelow: z.number().int(),
  }),
  units: z.array(PlanUnit),
});
export type Plan = z.infer<typeof Plan>;

/** One filing in full, for its operator and for those who check it. */
export const Filing = FilingLine.extend({
  carrier: Carrier,
  /** What is being worked on. */
  draft: FilingBody.nullable(),
  /** What is in force. */
  filed: FilingBody.nullable(),
  findings: z.array(Finding),
  points: z.array(CheckPoint),
  returns: z.array(ReturnRound),
  history: z.array(HistoryEntry),
  versions: z.array(VersionLine),
  plan: Plan.nullable(),
  uses: z.number().int(),
  unreachablePercent: z.number(),
  standingReason: z.string(),
  mayDo: z.array(FilingAct),
  version: z.number().int(),
});
export type Filing = z.infer<typeof Filing>;

/** What a form keeps of premises that were picked: where, in which version, and the hash of what was filed. */
export const Pick = z.object({
  unitId: Id,
  filingNumber: z.string(),
  version: z.number().int(),
  hash: z.string(),
  address: z.string(),
});
export type Pick = z.infer<typeof Pick>;

export const Refusal = z.object({ code: z.string(), message: Words });
export type Refusal = z.infer<typeof Refusal>;

/** A unit as the search shows it. */
export const FoundUnit = z.object({
  pick: Pick,
  token: z.string(),
  carrierId: Id,
  carrierName: z.string(),
  carrierKind: CarrierKind,
  buildingName: z.string(),
  town: Town,
  floor: z.number().int(),
  roomNo: z.string(),
  areaM2: z.number(),
  useType: UseType,
  state: UnitState,
  left: z.number().int().nullable(),
  validUntil: Day.nullable(),
});
export type FoundUnit = z.infer<typeof FoundUnit>;

export const CarrierCard = z.object({
  id: Id,
  kind: CarrierKind,
  name: z.string(),
  nameEn: z.string(),
  town: Town,
  address: z.string(),
  operatorName: z.string(),
  phone: z.string(),
  units: z.number().int(),
  free: z.number().int(),
  isDemonstration: z.boolean(),
});
export type CarrierCard = z.infer<typeof CarrierCard>;

/** What was filed of a unit in one version: it stays as it was. */
export const Snapshot = z.object({
  unitId: Id,
  number: z.string(),
  version: z.number().int(),
  filedAt: Instant,
  hash: z.string(),
  /** Whether the hash fits the text that is kept. */
  isWhole: z.boolean(),
  address: z.string(),
  carrierName: z.string(),
  carrierKind: CarrierKind,
  operatorName: z.string(),
  buildingName: z.string(),
  useType: UseType,
  areaM2: z.number(),
  validUntil: Day.nullable(),
  proofs: z.array(
    z.object({
      kind: ProofKind,
      number: z.string(),
      validFrom: Day,
      validUntil: Day.nullable(),
      hash: z.string(),
    }),
  ),
  /** The version in force now. */
  newest: z.number().int(),
  standing: Standing,
});
export type Snapshot = z.infer<typeof Snapshot>;

export const UseLine = z.object({
  id: Id,
  at: Instant,
  unitId: Id,
  address: z.string(),
  number: z.string(),
  filedVersion: z.number().int(),
  role: UseRole,
  subjectName: z.string(),
  matterName: Words,
  caseId: Id,
  caseNumber: z.string(),
  state: z.enum(['reserved', 'settled', 'freed']),
});
export type UseLine = z.infer<typeof UseLine>;

export const Figures = z.object({
  carriers: z.number().int(),
  filings: z.number().int(),
  units: z.number().int(),
  free: z.number().int(),
  occupants: z.number().int(),
  unreachable: z.number().int(),
  uses: z.number().int(),
  daysSavedPerUse: z.number(),
  daysSaved: z.string(),
  waitingTown: z.number().int(),
  waitingRegulator: z.number().int(),
  overdue: z.number().int(),
  endingSoon: z.number().int(),
  byKind: z.array(
    z.object({
      kind: CarrierKind,
      carriers: z.number().int(),
      units: z.number().int(),
      uses: z.number().int(),
    }),
  ),
  byTown: z.array(
    z.object({
      town: Town,
      units: z.number().int(),
      free: z.number().int(),
      uses: z.number().int(),
    }),
  ),
  byMonth: z.array(
    z.object({ month: z.string(), filed: z.number().int(), uses: z.number().int() }),
  ),
});
export type Figures = z.infer<typeof Figures>;

/** A row of a sheet of units, and what is wrong with it. */
export const UnitRow = z.object({
  row: z.number().int(),
  unit: Unit.nullable(),
  act: z.enum(['add', 'change', 'same', 'bad']),
  faults: z.array(z.object({ field: z.string(), value: z.string(), reason: Words })),
});
export const UnitPreview = z.object({
  fileName: z.string(),
  rows: z.array(UnitRow),
  add: z.number().int(),
  change: z.number().int(),
  same: z.number().int(),
  bad: z.number().int(),
});
export type UnitPreview = z.infer<typeof UnitPreview>;
