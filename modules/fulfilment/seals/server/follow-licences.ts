import { systemActor } from '#kernel/access/system-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { addDays } from '#kernel/clock/day.ts';
import { listenToAll, on } from '#kernel/events/listener.ts';
import { isProblem, ProblemError } from '#kernel/problems/problem-error.ts';
import { events as licenceEvents } from '#modules/casework/licences/contract.ts';
import { events as partyEvents } from '#modules/registry/parties/contract.ts';

import { isLawful, problems } from '../contract.ts';
import { move } from './act.ts';
import type { SealsDeps } from './deps.ts';
import { give } from './dispatch.ts';
import type { Doing } from './doing.ts';
import { tellFirm } from './messages.ts';
import { findFirm, openSet, requireDrawable, type Firm } from './open-set.ts';
import * as makers from './repository-makers.ts';
import * as repository from './repository.ts';
import { readSettings } from './settings.ts';
import type { SetRow } from './tables.ts';
import { openLegalName, sealLegalName } from './vault.ts';

const LISTENER = 'seals.follow-licences';

/** A licence that was issued entitles; one that changed changes what is not cut yet; one that ended ends it. */
export const followLicences = (deps: SealsDeps) =>
  listenToAll(LISTENER, [
    on(licenceEvents.issued, async (tx, { centreId, payload }) => {
      const doing = { deps, tx, actor: systemActor(centreId, LISTENER) };
      const firm = await findHolder(doing, payload.licenceId, payload.kind);
      if (firm === undefined) return;
      const prior = await repository.findOfFirm(tx, centreId, firm.uscc);
      if (prior !== undefined) await followChange(doing, prior, firm, payload.caseNumber);
      else await entitle(doing, firm, payload.caseNumber);
    }),
    on(licenceEvents.stateChanged, async (tx, { centreId, payload }) => {
      if (payload.to !== 'revoked' && payload.to !== 'cancelled') return;
      const doing = { deps, tx, actor: systemActor(centreId, LISTENER) };
      const settings = await readSettings(tx, centreId);
      if (payload.kind !== settings.licenceKind) return;
      const licence = await deps.licences.getLicence(tx, centreId, payload.licenceId);
      for (const found of await repository.listOfParty(tx, centreId, licence.holder.partyId)) {
        const row = await repository.lockSet(tx, centreId, found.set_id);
        if (row !== undefined && isLawful('cancel', row.state))
          move(doing, row, 'cancel', { note: '营业执照已注销或撤销' });
      }
    }),
    on(partyEvents.merged, async (tx, { centreId, payload }) =>
      repository.moveParty(tx, centreId, payload.fromId, payload.intoId),
    ),
    on(partyEvents.erased, async (tx, { centreId, payload }) =>
      repository.forgetParty(tx, centreId, payload.partyId),
    ),
  ]);

async function findHolder(
  { deps, tx, actor }: Doing,
  licenceId: string,
  kind: string,
): Promise<Firm | undefined> {
  const settings = await readSettings(tx, actor.centreId);
  if (kind !== settings.licenceKind) return undefined;
  const { holder, issuedOn } = await deps.licences.getLicence(tx, actor.centreId, licenceId);
  const { today } = await centreDay(deps, tx, actor.centreId);
  // Licences of many years are taken over at once; those long past the claim need no further look.
  const isLongPast = issuedOn < addDays(today, -31 * (settings.claimMonths + 1));
  if (holder.kind !== 'organisation' || isLongPast) return undefined;
  return findFirm(deps, tx, actor.centreId, holder.partyId, settings);
}

/** Opens the set of a firm that is entitled; who is not gets none, and nothing stops. */
async function entitle(doing: Doing, firm: Firm, caseNo: string): Promise<SetRow | undefined> {
  try {
    const row = await openSet(doing, firm, caseNo);
    await tellFirm(doing, 'entitled', row);
    return row;
  } catch (error) {
    const isRefusal =
      error instanceof ProblemError &&
      Object.values(problems).some((kind) => isProblem(error, kind));
    if (isRefusal) return undefined;
    throw error;
  }
}

/**
 * The text of what is not cut follows the licence. A maker that has it takes it anew with the new drawing, and what was filed
 * is void. What is cut stays, marked: the free set is used.
 */
async function followChange(
  doing: Doing,
  found: SetRow,
  { licence }: Firm,
  caseNo: string,
): Promise<void> {
  const { deps, tx, actor } = doing;
  if (licence === undefined) return;
  const row = (await repository.lockSet(tx, actor.centreId, found.set_id)) ?? found;
  const isSame =
    row.firm_name === licence.firmName && openLegalName(deps.cipher, row) === licence.legalName;
  if (isSame) {
    // Who claimed before the licence was heard of has no case yet.
    if (row.case_no === '' && caseNo !== '' && row.licence_id === licence.id)
      repository.updateSet(tx, { ...row, case_no: caseNo });
    return;
  }
  if (!isLawful('rename', row.state)) {
    const now = deps.clock.now();
    repository.updateSet(tx, {
      ...row,
      is_outdated: true,
      version: row.version + 1,
      updated_at: now,
    });
    return;
  }
  requireDrawable({
    firmName: licence.firmName,
    taxNumber: row.uscc,
    legalName: licence.legalName,
  });
  repository.voidFiled(
    tx,
    row,
    row.seals.map(({ kind }) => kind),
  );
  const renamed = move(doing, row, 'rename', {
    changes: {
      firm_name: licence.firmName,
      legal_sealed: sealLegalName(deps.cipher, row, licence.legalName),
      licence_id: licence.id,
      licence_number: licence.number,
      seals: row.seals.map((seal) => ({ ...seal, filedNumber: null })),
    },
    note: `${row.firm_name} → ${licence.firmName}`,
  });
  if (renamed.state === 'dispatched') await askAgain(doing, renamed);
  await tellFirm(doing, 'renamed', renamed);
}

/** The maker has as long to answer as for a new set. */
async function askAgain(doing: Doing, row: SetRow): Promise<void> {
  if (row.maker_id === null) return;
  const maker = await makers.lockMaker(doing.tx, row.centre_id, row.maker_id);
  if (maker !== undefined) await give(doing, { ...row, state: 'applied' }, maker);
}
