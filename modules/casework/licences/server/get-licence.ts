import { may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type Licence, permissions } from '../contract.ts';
import { verifyUrl } from './addresses.ts';
import type { LicencesDeps } from './deps.ts';
import { isWithin, reachOfLooks } from './reach.ts';
import * as repository from './repository.ts';
import { listActs, renewFrom } from './rules.ts';
import { checkSignature } from './signature.ts';
import type { LicenceRow } from './tables.ts';
import { openDisclosure } from './vault.ts';
import { loadAround, loadMembers, toFields, toHistoryEntry, toSummary } from './view.ts';

/** One licence in full. That somebody read it is written down before the answer leaves. */
export async function getLicence(
  deps: LicencesDeps,
  actor: Actor,
  licenceId: string,
): Promise<Licence> {
  const reach = reachOfLooks(actor);
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.findLicence(tx, actor.centreId, licenceId));
    orNotFound(isWithin(reach, row) ? row : undefined);
    const view = await viewLicence(deps, tx, actor, licenceId);
    recordLook(tx, deps.clock, actor, {
      act: permissions.view.name,
      subject: { kind: 'licences.licence', id: licenceId },
      fields: ['holder', 'content'],
    });
    return view;
  });
}

/** The same for who was authorised before, in their transaction. */
export async function viewLicence(
  deps: LicencesDeps,
  db: Db,
  actor: Actor,
  licenceId: string,
): Promise<Licence> {
  const { centreId } = actor;
  const row = orNotFound(await repository.findLicence(db, centreId, licenceId));
  const around = await loadAround(deps, db, centreId);
  const [members, editions, history] = await Promise.all([
    loadMembers(db, centreId, [row], around),
    repository.listEditions(db, centreId, row.lineage_id),
    repository.listHistory(db, centreId, licenceId),
  ]);
  const kind = around.kinds.get(row.kind_code);
  const disclosure = openDisclosure(deps.cipher, row);
  const mayManage = may(actor, permissions.manage.name, { departmentId: row.department_id });
  const standing = { state: row.state, validUntil: row.valid_until };
  return {
    ...toSummary(row, around),
    holder: { partyId: row.holder_id, kind: row.holder_kind, name: disclosure.holder.name },
    holderIdentifier: disclosure.holder.identifier,
    authorityCode: row.authority_code,
    caseNumber: row.case_number,
    content: toFields(kind, disclosure),
    members: members.get(row.licence_id) ?? [],
    editions: editions.map((one) => toEdition(one, row)),
    history: history.map(toHistoryEntry),
    signature: checkSignature(deps, row),
    token: row.token,
    verifyUrl: verifyUrl(deps.publicUrl, row.token),
    hasDuplicate: kind?.has_duplicate ?? false,
    renewFrom: renewFrom(row.valid_until, kind?.renew_from_days ?? null) ?? null,
    acts: mayManage ? listActs(standing, around.today) : [],
    version: row.version,
  };
}

function toEdition(one: LicenceRow, current: LicenceRow): Licence['editions'][number] {
  return {
    id: one.licence_id,
    edition: one.edition,
    identifier: one.identifier,
    token: one.token,
    issuedOn: one.issued_on,
    state: one.licence_id === current.licence_id ? current.state : one.state,
  };
}
