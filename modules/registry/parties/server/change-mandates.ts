import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Mandate, type MandateInput, permissions, problems } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { representativeAdded, representativeRevoked } from './events.ts';
import { invalidField } from './faults.ts';
import { MANDATE_PURPOSE } from './file-purposes.ts';
import { stateOf } from './mandate-rules.ts';
import { insertRows, updateRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import type { MandateRow, PartyRow } from './tables.ts';
import { loadMandates, viewingOf } from './view.ts';

/** Who acts for a party, and for whom it acts; ended and revoked ones too. */
export async function listMandates(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
): Promise<{ items: Mandate[] }> {
  authoriseAtDesk(actor, permissions.view.name);
  const { db } = deps.database;
  orNotFound(await repository.findParty(db, actor.centreId, partyId));
  const rows = await repository.findMandatesOf(db, actor.centreId, [partyId]);
  return { items: await loadMandates(db, viewingOf(deps, actor.centreId), actor.centreId, rows) };
}

/** Records who may act for a party. A repeat with the same key gives the same mandate. */
export async function addMandate(
  deps: PartiesDeps,
  actor: Actor,
  principalId: string,
  input: MandateInput,
  once: Once,
): Promise<Mandate> {
  authoriseAtDesk(actor, permissions.manageRepresentatives.name);
  return refuseDuplicate('mandate_unique', problems.mandateRepeated, {}, () =>
    deps.database.transaction(async (tx) => {
      const view = await writeMandate(deps, tx, actor, principalId, input);
      once.claim(tx, view);
      return view;
    }),
  );
}

/** Revokes a mandate over the version that the editor has seen. */
export async function revokeMandate(
  deps: PartiesDeps,
  actor: Actor,
  mandateId: string,
  input: { readonly reason: string; readonly version: number },
  once: Once,
): Promise<Mandate> {
  authoriseAtDesk(actor, permissions.manageRepresentatives.name);
  return deps.database.transaction(async (tx) => {
    const found = orNotFound(await repository.findMandate(tx, actor.centreId, mandateId));
    requireVersion(found, input.version);
    const view = await endMandate(deps, tx, actor, found, input.reason);
    once.claim(tx, view);
    return view;
  });
}

/** Writes a mandate of a principal who, or whose clerk, was allowed to. */
export async function writeMandate(
  deps: PartiesDeps,
  tx: Tx,
  actor: Actor,
  principalId: string,
  input: MandateInput,
): Promise<Mandate> {
  const { clock } = deps;
  const { centreId } = actor;
  const { representativeId } = input;
  if (principalId === representativeId) throw new ProblemError(problems.representsSelf);
  const parties = await repository.lockParties(tx, centreId, [principalId, representativeId]);
  const principal = orNotFound(parties.get(principalId));
  const representative = orNotFound(parties.get(representativeId));
  checkFit(principal, representative, input);
  await checkScope(deps, tx, centreId, input);
  const row: MandateRow = {
    centre_id: centreId,
    mandate_id: newId(clock),
    principal_id: principalId,
    representative_id: representativeId,
    kind: input.kind,
    is_for_all: input.isForAll,
    department_codes: input.isForAll ? [] : [...new Set(input.departmentCodes)].toSorted(),
    valid_from: input.validFrom,
    valid_to: input.validTo,
    document_no: input.documentNo,
    document_file_id: input.documentFileId,
    is_demonstration: false,
    revoked_at: null,
    revoked_reason: '',
    version: 1,
  };
  if (input.documentFileId !== null) {
    const subject = { kind: 'parties.mandate', id: row.mandate_id };
    await deps.files.attach(tx, actor, input.documentFileId, MANDATE_PURPOSE, subject);
  }
  insertRows(tx, 'parties.mandate', [row]);
  representativeAdded(tx, clock, actor, row);
  return viewOne(deps, tx, row);
}

/** Ends a mandate whose principal, representative or clerk was allowed to. */
export async function endMandate(
  deps: PartiesDeps,
  tx: Tx,
  actor: Actor,
  found: MandateRow,
  reason: string,
): Promise<Mandate> {
  const { clock } = deps;
  await repository.lockParties(tx, actor.centreId, [found.principal_id, found.representative_id]);
  const row = orNotFound(await repository.findMandate(tx, actor.centreId, found.mandate_id));
  const state = stateOf(row, viewingOf(deps, actor.centreId).today);
  if (state === 'revoked' || state === 'ended') throw new ProblemError(problems.mandateOver);
  const after: MandateRow = {
    ...row,
    revoked_at: clock.now(),
    revoked_reason: reason,
    version: row.version + 1,
  };
  updateRows(tx, 'parties.mandate', [after]);
  representativeRevoked(tx, clock, actor, after, { reason });
  return viewOne(deps, tx, after);
}

async function viewOne(deps: PartiesDeps, tx: Tx, row: MandateRow): Promise<Mandate> {
  const [view] = await loadMandates(tx, viewingOf(deps, row.centre_id), row.centre_id, [row]);
  return orNotFound(view);
}

function checkFit(principal: PartyRow, representative: PartyRow, input: MandateInput): void {
  if (principal.status !== 'active' || representative.status !== 'active')
    throw new ProblemError(problems.notActive);
  if (representative.kind !== 'person') throw new ProblemError(problems.representativeNotPerson);
  const wanted = { 'legal-representative': 'organisation', guardian: 'person', agent: undefined };
  const fitting = wanted[input.kind];
  if (fitting !== undefined && principal.kind !== fitting)
    throw new ProblemError(problems.mandateKindUnfit);
  if (input.validTo !== null && input.validTo < input.validFrom) {
    throw invalidField({
      path: 'body.validTo',
      reason: { 'zh-CN': '截止日期早于开始日期。', en: 'The last day is before the first.' },
    });
  }
}

async function checkScope(
  { organisation }: PartiesDeps,
  tx: Tx,
  centreId: number,
  input: MandateInput,
): Promise<void> {
  if (input.isForAll) return;
  if (input.departmentCodes.length === 0) throw new ProblemError(problems.mandateScope);
  const { departments } = await organisation.loadDirectory(tx, centreId);
  const unknown = input.departmentCodes.filter((code) => !departments.byCode.has(code));
  if (unknown.length === 0) return;
  throw invalidField({
    path: 'body.departmentCodes',
    reason: {
      'zh-CN': `没有这个部门：${unknown.join('、')}`,
      en: `No such department: ${unknown.join(', ')}`,
    },
  });
}
