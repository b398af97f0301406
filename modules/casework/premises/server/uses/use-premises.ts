import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { listRefusals, type Pick, problems, type UseRole } from '../../contract.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { tellOccupant, tellSettled, tellUse } from '../events.ts';
import * as unitRows from '../repository-units.ts';
import * as useRows from '../repository-uses.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { OccupancyRow, UseRow } from '../tables.ts';
import { type Asks, toQuestion } from '../view.ts';

/** Premises that somebody picked in a form. */
export interface PickedPremises {
  readonly pick: Pick;
  readonly role: UseRole;
  /** The subject that is being set up; empty when it is the applicant. */
  readonly subjectName: string;
  readonly isSoleTrader: boolean;
  /** 经营范围; empty when the form asks for none. */
  readonly scope: string;
}

export interface ForApplicant {
  readonly centreId: number;
  readonly partyId: string;
  /** The case whose own earlier choice does not count against it. */
  readonly caseId: string;
}

interface Subject {
  readonly name: string;
  readonly creditCode: string;
  /** Of the applicant, where it is a firm. */
  readonly applicantCode: string;
}

/**
 * Holds the units and checks that all can be used, as they are filed now. Answers with what the case is to keep.
 * Throws `premises/unusable` with every reason.
 */
export async function requireUsable(
  deps: PremisesDeps,
  tx: Tx,
  applicant: ForApplicant,
  picked: readonly PickedPremises[],
): Promise<Pick[]> {
  const picks: Pick[] = [];
  // In the order of their ids, so that two applicants for the same two units do not wait for each other.
  const order = picked
    .map((one, at) => ({ one, at }))
    .toSorted((a, b) => a.one.pick.unitId.localeCompare(b.one.pick.unitId));
  for (const { one, at } of order) picks[at] = await requireOne(deps, tx, applicant, one);
  return picks;
}

async function requireOne(
  deps: PremisesDeps,
  tx: Tx,
  { centreId, partyId, caseId }: ForApplicant,
  picked: PickedPremises,
): Promise<Pick> {
  const { pick, role, isSoleTrader, scope } = picked;
  const unit = await unitRows.lockUnit(tx, centreId, pick.unitId);
  const place = unit && (await unitRows.findInPlace(tx, unit));
  if (unit === undefined || place === undefined) throw new ProblemError(problems.unitUnknown);
  const [settings, { today }, occupants, reserved, subject] = await Promise.all([
    readSettings(tx, centreId),
    centreDay(deps, tx, centreId),
    unitRows.listOccupants(tx, centreId, { unitIds: [unit.unit_id] }),
    useRows.listReserved(tx, centreId, [unit.unit_id]),
    findSubject(deps, tx, centreId, partyId, picked),
  ]);
  const asks: Asks = { ...subject, role, isSoleTrader, scope, version: pick.version };
  const others = reserved.filter((use) => use.case_id !== caseId);
  const question = toQuestion(
    unit,
    {
      filing: place.filing,
      carrierKind: place.carrier.kind,
      takers: { occupants, reserved: others },
      today,
      settings,
    },
    asks,
  );
  const refusals = listRefusals(question);
  const [first] = refusals;
  if (first !== undefined)
    throw new ProblemError(problems.unusable, { reason: first.message }, { more: { refusals } });
  await requireOneSeat(tx, centreId, picked, unit.unit_id);
  return {
    unitId: unit.unit_id,
    filingNumber: place.filing.number,
    version: unit.filed_version,
    hash: unit.hash,
    address: unit.address,
  };
}

/** 一个经营主体只登记一处住所: who is set up anew has none yet. */
async function requireOneSeat(
  tx: Tx,
  centreId: number,
  { role, subjectName }: PickedPremises,
  unitId: string,
): Promise<void> {
  if (role !== 'seat' || subjectName === '') return;
  const seat = await unitRows.findSeat(tx, centreId, { creditCode: '', name: subjectName });
  if (seat !== undefined && seat.unit_id !== unitId)
    throw new ProblemError(problems.seatKept, { name: subjectName, address: seat.address });
}

async function findSubject(
  { parties }: PremisesDeps,
  db: Db,
  centreId: number,
  partyId: string,
  { subjectName }: { readonly subjectName: string },
): Promise<Subject> {
  const party = await parties.findPartyInFull(db, centreId, partyId);
  const applicantCode = party?.kind === 'organisation' ? (party.identifier?.number ?? '') : '';
  if (subjectName !== '') return { name: subjectName, creditCode: '', applicantCode };
  return { name: party?.name ?? '', creditCode: applicantCode, applicantCode };
}

export interface CaseOfUse {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly partyId: string;
  readonly matterName: { readonly zh: string; readonly en?: string | undefined };
}

/** Writes down that the case uses these units; what it had picked before and left out now is free again. */
export async function recordUses(
  deps: PremisesDeps,
  tx: Tx,
  actor: Actor,
  of: CaseOfUse,
  picked: readonly PickedPremises[],
): Promise<void> {
  const { centreId } = actor;
  const work = { deps, tx, actor };
  const before = await useRows.listUsesOfCase(tx, centreId, of.caseId);
  const now = deps.clock.now();
  for (const one of picked) {
    const unit = await unitRows.findUnit(tx, centreId, one.pick.unitId);
    if (unit === undefined) continue;
    const known = before.find((row) => row.unit_id === unit.unit_id && row.role === one.role);
    const subject = await findSubject(deps, tx, centreId, of.partyId, one);
    const row: UseRow = {
      centre_id: centreId,
      use_id: known?.use_id ?? newId(deps.clock),
      unit_id: unit.unit_id,
      filing_id: unit.filing_id,
      filed_version: one.pick.version,
      hash: one.pick.hash,
      role: one.role,
      party_id: of.partyId,
      subject_name: subject.name,
      credit_code: subject.creditCode,
      matter_zh: of.matterName.zh,
      matter_en: of.matterName.en ?? of.matterName.zh,
      case_id: of.caseId,
      case_number: of.caseNumber,
      state: 'reserved',
      by_name: actor.kind === 'citizen' ? '' : actor.name,
      at: known?.at ?? now,
      settled_at: null,
    };
    useRows.putUse(tx, row);
    if (known === undefined) tellUse(work, row, one.pick.filingNumber);
  }
  const left = before.filter(
    (row) =>
      row.state === 'reserved' &&
      !picked.some(({ pick, role }) => pick.unitId === row.unit_id && role === row.role),
  );
  for (const row of left) {
    useRows.setUseState(tx, row, 'freed', now);
    tellSettled(work, row, 'freed');
  }
}

/**
 * The case is decided: who was granted moves in, and a firm that moved leaves its former 住所; else the unit is free
 * again. A repeat changes nothing.
 */
export async function settleCase(
  deps: PremisesDeps,
  tx: Tx,
  actor: Actor,
  { caseId, isGranted }: { readonly caseId: string; readonly isGranted: boolean },
): Promise<void> {
  const { centreId } = actor;
  const work = { deps, tx, actor };
  const open = (await useRows.listUsesOfCase(tx, centreId, caseId)).filter(
    ({ state }) => state === 'reserved',
  );
  const { today } = await centreDay(deps, tx, centreId);
  for (const row of open) {
    useRows.setUseState(tx, row, isGranted ? 'settled' : 'freed', deps.clock.now());
    tellSettled(work, row, isGranted ? 'settled' : 'freed');
    if (!isGranted) continue;
    if (row.role === 'seat' && row.credit_code !== '')
      unitRows.endSeats(tx, centreId, {
        creditCode: row.credit_code,
        but: row.unit_id,
        on: today,
      });
    unitRows.insertOccupancies(tx, [toOccupancy(row, newId(deps.clock), today)]);
  }
}

const toOccupancy = (use: UseRow, id: string, today: string): OccupancyRow => ({
  centre_id: use.centre_id,
  occupancy_id: id,
  unit_id: use.unit_id,
  filing_id: use.filing_id,
  role: use.role,
  subject_name: use.subject_name,
  credit_code: use.credit_code,
  case_id: use.case_id,
  from_on: today,
  until_on: null,
  is_unreachable: false,
  note: '',
});

/** A subject that a case set up, as the registry entered it. */
export interface NewSubject {
  readonly caseId: string;
  readonly name: string;
  readonly creditCode: string;
}

/** Whoever moved in under a name alone is known by its credit code from now on: in what it uses and in where it is. */
export async function identifySubject(
  deps: PremisesDeps,
  tx: Tx,
  actor: Actor,
  { caseId, name, creditCode }: NewSubject,
): Promise<void> {
  const { centreId } = actor;
  const uses = await useRows.listUsesOfCase(tx, centreId, caseId);
  for (const use of uses)
    useRows.putUse(tx, { ...use, subject_name: name, credit_code: creditCode });
  const inside = await unitRows.listOccupants(tx, centreId, {
    unitIds: [...new Set(uses.map((use) => use.unit_id))],
  });
  for (const row of inside.filter((one) => one.case_id === caseId)) {
    unitRows.updateOccupancy(tx, row, { subject_name: name, credit_code: creditCode });
    const filing = await repository.findFiling(tx, centreId, row.filing_id);
    if (filing !== undefined)
      tellOccupant({ deps, tx, actor }, row, filing, { what: 'identified', reason: '' });
  }
}
