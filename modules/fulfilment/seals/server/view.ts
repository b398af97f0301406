import { type CentreDay, centreDay } from '#kernel/centre/centre-day.ts';
import { maskName } from '#kernel/crypto/mask.ts';
import type { Db } from '#kernel/db/types.ts';

import {
  isLawful,
  type MakerSet,
  type OwnSet,
  type Seal,
  type SealSet,
  sealKinds,
  type SetAct,
  type Step,
} from '../contract.ts';
import type { SealsDeps } from './deps.ts';
import * as makers from './repository-makers.ts';
import * as repository from './repository.ts';
import { lightOf } from './rules/lights.ts';
import type { MakerRow, SetRow, StepRow } from './tables.ts';
import { openDelivery, openLegalName } from './vault.ts';

/** What views of sets need around them. */
export interface Around {
  readonly makers: ReadonlyMap<string, MakerRow>;
  readonly day: CentreDay;
}

export async function loadAround(deps: SealsDeps, db: Db, centreId: number): Promise<Around> {
  const [rows, day] = await Promise.all([
    makers.listMakers(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  return { day, makers: new Map(rows.map((row) => [row.maker_id, row])) };
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function toSet(row: SetRow, { makers: known, day }: Around): SealSet {
  return {
    id: row.set_id,
    number: row.number,
    state: row.state,
    light: lightOf(row, day.now, day.today),
    firmName: row.firm_name,
    uscc: row.uscc,
    partyId: row.party_id,
    licenceId: row.licence_id,
    licenceNumber: row.licence_number,
    licensedOn: row.licensed_on,
    caseNo: row.case_no,
    claimUntil: row.claim_until,
    appliedAt: instant(row.applied_at),
    dueOn: row.due_on,
    answerBy: instant(row.answer_by),
    makerId: row.maker_id,
    makerName: row.maker_id === null ? '' : (known.get(row.maker_id)?.name ?? ''),
    way: row.way,
    trackingNo: row.tracking_no,
    signedAt: instant(row.signed_at),
    isRemake: row.is_remake,
    isOutdated: row.is_outdated,
    version: row.version,
  };
}

/** What is cut; the name of the legal representative is masked for whoever does not cut it. */
export function toSeals(deps: SealsDeps, row: SetRow, sees: 'all' | 'masked'): Seal[] {
  const legal = openLegalName(deps.cipher, row);
  const shown = sees === 'all' ? legal : maskName(legal);
  return row.seals.map(({ kind, ...seal }) => ({
    kind,
    material: sealKinds[kind].material,
    text: kind === 'legal-representative' ? shown : row.firm_name,
    ...seal,
  }));
}

export const toStep = (row: StepRow): Step => ({
  seq: row.seq,
  at: row.at.toISOString(),
  act: row.act,
  from: row.from_state,
  to: row.to_state,
  byName: row.by_name,
  note: row.note,
});

export function toOwnSet(
  deps: SealsDeps,
  row: SetRow,
  steps: readonly StepRow[],
  around: Around,
): OwnSet {
  const { partyId: _party, makerId: _maker, ...set } = toSet(row, around);
  return {
    ...set,
    seals: toSeals(deps, row, 'all'),
    steps: steps.map((step) => {
      const { byName: _by, note: _note, ...shown } = toStep(step);
      return shown;
    }),
    delivery: openDelivery(deps.cipher, row),
    mayClaim: row.state === 'eligible' && around.day.today <= row.claim_until,
    mayWithdraw: isLawful('withdraw', row.state),
  };
}

const MAKERS_ACTS = [
  'accept',
  'decline',
  'file',
  'engrave',
  'hand-over',
] as const satisfies readonly SetAct[];

export async function toMakerSet(
  deps: SealsDeps,
  db: Db,
  row: SetRow,
  around: Around,
): Promise<MakerSet> {
  const { partyId: _party, trackingNo: _tracking, ...set } = toSet(row, around);
  const remakes = row.is_remake
    ? await repository.listRemakes(db, row.centre_id, [row.set_id])
    : [];
  return {
    ...set,
    seals: toSeals(deps, row, 'all'),
    remakeReason: remakes.findLast(({ done_at }) => done_at === null)?.reason ?? '',
    acts: MAKERS_ACTS.filter((act) => isLawful(act, row.state)),
  };
}
