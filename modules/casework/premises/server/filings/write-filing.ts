import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { BodyInput, CheckPoint, Filing, FilingBody, Proof } from '../../contract.ts';
import { requireFirm, requireOwn } from '../acting.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { tellFiling } from '../events.ts';
import { PROOF_PURPOSE } from '../file-purposes.ts';
import { listUnitIds } from '../repository-units.ts';
import * as repository from '../repository.ts';
import { listChangedPoints } from '../rules/decide-act.ts';
import type { FilingRow } from '../tables.ts';
import { viewFiling } from '../view-filing.ts';
import type { Work } from '../work.ts';
import { actOnFiling, type FilingStep } from './act-on-filing.ts';

/** Begins the filing of a building. A repeat with the same key gives the same one. */
export async function createFiling(
  deps: PremisesDeps,
  actor: Actor,
  input: { readonly carrierId: string; readonly name: string },
  once: Once,
): Promise<Filing> {
  return deps.database.transaction(async (tx) => {
    const firm = await requireFirm(deps, tx, actor);
    const found = await repository.lockCarrier(tx, actor.centreId, input.carrierId);
    const carrier = orNotFound(found?.operator_id === firm.partyId ? found : undefined);
    const { isDemonstration } = await centreDay(deps, tx, actor.centreId);
    const now = deps.clock.now();
    const row: FilingRow = {
      centre_id: actor.centreId,
      filing_id: newId(deps.clock),
      carrier_id: carrier.carrier_id,
      kind: 'new',
      standing: 'none',
      stage: 'draft',
      number: '',
      filed_version: 0,
      building_name: input.name,
      address: '',
      town: carrier.town,
      draft: emptyBody(input.name, firm.name),
      points: [],
      returns: [],
      town_checked_by: '',
      standing_ground: null,
      standing_reason: '',
      valid_until: null,
      unit_count: 0,
      submitted_at: null,
      stage_at: now,
      due_on: null,
      account_id: actor.id,
      is_demonstration: isDemonstration,
      version: 1,
      updated_at: now,
    };
    repository.putFiling(tx, row);
    tellFiling({ deps, tx, actor }, row, { act: 'save' });
    const view = await viewFiling(deps, tx, actor, row, carrier);
    once.claim(tx, view);
    return view;
  });
}

const emptyBody = (name: string, ownerName: string): FilingBody => ({
  building: {
    name,
    standardAddress: '',
    propertyCertNo: '',
    ownerName,
    ownerNumber: '',
    ownerKind: 'firm',
    useType: 'office',
    areaM2: 0,
    floorsAbove: 1,
    floorsBelow: 0,
    isIllegal: false,
  },
  units: [],
  proofs: [],
});

const own: FilingStep['allow'] = async ({ deps, tx, actor }, row) => {
  await requireOwn(deps, tx, actor, row);
};

/** Saves what is being written. Files come with their own hash, units keep their ids over all versions. */
export function saveFiling(
  deps: PremisesDeps,
  actor: Actor,
  id: string,
  { version, ...input }: BodyInput & { readonly version: number },
  once: Once,
): Promise<Filing> {
  return actOnFiling(
    deps,
    actor,
    {
      act: 'save',
      id,
      version,
      allow: own,
      change: async (row, _loaded, work) => {
        const body = await toBody(work, row, input);
        return {
          draft: body,
          building_name: body.building.name,
          address: body.building.standardAddress,
          returns: noteChanges(row, body),
          unit_count: row.filed_version === 0 ? body.units.length : row.unit_count,
        };
      },
    },
    once,
  );
}

async function toBody(work: Work, row: FilingRow, input: BodyInput): Promise<FilingBody> {
  const { deps, tx, actor } = work;
  const known = new Set([
    ...(await listUnitIds(tx, actor.centreId, row.filing_id)),
    ...(row.draft?.units ?? []).map(({ id }) => id),
  ]);
  const proofs: Proof[] = [];
  for (const proof of input.proofs) proofs.push(await toProof(work, row, proof));
  return {
    building: input.building,
    // An id that this filing never gave is not taken over: it might be another's.
    units: input.units.map((unit) => ({
      ...unit,
      id: unit.id !== null && known.has(unit.id) ? unit.id : newId(deps.clock),
    })),
    proofs,
  };
}

async function toProof(
  { deps, tx, actor }: Work,
  row: FilingRow,
  input: BodyInput['proofs'][number],
): Promise<Proof> {
  const { fileId } = input;
  if (fileId === null) {
    const record = row.draft?.proofs.find(
      (one) => one.source === 'record' && one.kind === input.kind && one.number === input.number,
    );
    return record === undefined
      ? { ...input, fileName: '', hash: '', source: 'upload' }
      : { ...input, fileName: record.fileName, hash: record.hash, source: 'record' };
  }
  const before = row.draft?.proofs.find((one) => one.fileId === fileId);
  if (before !== undefined)
    return { ...input, fileName: before.fileName, hash: before.hash, source: before.source };
  const subject = { kind: 'premises.filing', id: row.filing_id };
  await deps.files.attach(tx, actor, fileId, PROOF_PURPOSE, subject);
  const file = await deps.files.getFile(tx, actor, fileId, PROOF_PURPOSE);
  return { ...input, fileName: file.name, hash: file.hash, source: 'upload' };
}

/** The points of the check whose facts differ since the last return. */
function noteChanges(row: FilingRow, body: FilingBody): FilingRow['returns'] {
  const last = row.returns.at(-1);
  if (last === undefined) return row.returns;
  const changed = new Set<CheckPoint>([...last.changed, ...listChangedPoints(row.draft, body)]);
  return [...row.returns.slice(0, -1), { ...last, changed: [...changed] }];
}

export const submitFiling = (
  deps: PremisesDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<Filing> =>
  actOnFiling(
    deps,
    actor,
    {
      act: 'submit',
      id,
      version,
      allow: own,
      change: () => ({ submitted_at: deps.clock.now(), points: [], account_id: actor.id }),
    },
    once,
  );

export const retractFiling = (
  deps: PremisesDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<Filing> => actOnFiling(deps, actor, { act: 'retract', id, version, allow: own }, once);

/** Gives up what is being written; what is in force stays. */
export const discardFiling = (
  deps: PremisesDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<Filing> =>
  actOnFiling(
    deps,
    actor,
    {
      act: 'discard',
      id,
      version,
      allow: own,
      change: async (row, _loaded, { tx }) => {
        const filed = await repository.findVersion(tx, row.centre_id, id, row.filed_version);
        return {
          draft: null,
          returns: [],
          ...(filed && {
            building_name: filed.body.building.name,
            address: filed.body.building.standardAddress,
          }),
        };
      },
    },
    once,
  );

const beginNext =
  (act: 'begin-change' | 'begin-renewal') =>
  (deps: PremisesDeps, actor: Actor, id: string, version: number, once: Once): Promise<Filing> =>
    actOnFiling(
      deps,
      actor,
      {
        act,
        id,
        version,
        allow: own,
        change: async (row, _loaded, { tx }) => {
          const filed = orNotFound(
            await repository.findVersion(tx, row.centre_id, id, row.filed_version),
          );
          const kind = act === 'begin-change' ? 'change' : 'renewal';
          return { draft: filed.body, kind, returns: [], points: [], town_checked_by: '' };
        },
      },
      once,
    );

export const beginChange = beginNext('begin-change');
export const beginRenewal = beginNext('begin-renewal');
