import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { parseCertificateIdentifier } from '#kernel/ids/certificate-identifier.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { HistoryAct, Proof, PublicLicence } from '../contract.ts';
import { findToken } from './addresses.ts';
import type { LicencesDeps } from './deps.ts';
import * as repository from './repository.ts';
import { checkSignature, makeProof } from './signature.ts';
import type { LicenceRow } from './tables.ts';
import { openDisclosure } from './vault.ts';
import { currentState, loadAround, loadMembers, toFields, toKindName } from './view.ts';

/** Acts that anybody who checks a licence is told of; who used it, who showed it and how it came here are not among them. */
const TOLD: ReadonlySet<HistoryAct> = new Set([
  'issue',
  'change',
  'renew',
  'replace',
  'suspend',
  'resume',
  'revoke',
  'cancel',
  'expire',
]);

/** A licence by the code on it or by its whole identifier; unknown ones are not found. */
async function findByCode(db: Db, centreId: number, code: string): Promise<LicenceRow | undefined> {
  const token = findToken(code);
  if (token !== undefined) return repository.findByToken(db, centreId, token);
  const parsed = parseCertificateIdentifier(code);
  return parsed.ok ? repository.findByIdentifier(db, centreId, parsed.value.identifier) : undefined;
}

/** What anybody may know of the licence in their hands: what it is, masked, and whether it holds now. */
export async function verifyPublic(
  deps: LicencesDeps,
  actor: Actor,
  code: string,
): Promise<PublicLicence> {
  const { db } = deps.database;
  const row = orNotFound(await findByCode(db, actor.centreId, code));
  return viewPublic(deps, db, row);
}

/** Signed data of the licence, without its content. */
export async function provePublic(deps: LicencesDeps, actor: Actor, code: string): Promise<Proof> {
  const { db } = deps.database;
  const row = orNotFound(await findByCode(db, actor.centreId, code));
  const around = await loadAround(deps, db, actor.centreId);
  return makeProof(deps, row, currentState(row, around), false);
}

export async function viewPublic(
  deps: LicencesDeps,
  db: Db,
  row: LicenceRow,
): Promise<PublicLicence> {
  const { centre_id: centreId } = row;
  const around = await loadAround(deps, db, centreId);
  const [members, history, editions] = await Promise.all([
    loadMembers(db, centreId, [row], around),
    repository.listHistory(db, centreId, row.licence_id),
    repository.listEditions(db, centreId, row.lineage_id),
  ]);
  const newest = editions[0];
  const fields = toFields(around.kinds.get(row.kind_code), openDisclosure(deps.cipher, row));
  return {
    kind: toKindName(around, row.kind_code),
    number: row.number,
    identifier: row.identifier,
    edition: row.edition,
    token: row.token,
    state: currentState(row, around),
    holder: row.holder_shown,
    authority: { 'zh-CN': row.authority_zh, en: row.authority_en },
    issuedOn: row.issued_on,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    fields: fields.flatMap(({ isPublic, label, value }) => (isPublic ? [{ label, value }] : [])),
    members: (members.get(row.licence_id) ?? []).map(({ id: _id, ...member }) => member),
    changes: history.flatMap(({ at, act }) =>
      TOLD.has(act) ? [{ at: at.toISOString(), act }] : [],
    ),
    newer:
      newest === undefined || newest.edition === row.edition
        ? null
        : { token: newest.token, edition: newest.edition },
    signature: checkSignature(deps, row),
    checkedAt: deps.clock.now().toISOString(),
    isDemonstration: row.is_demonstration,
  };
}
