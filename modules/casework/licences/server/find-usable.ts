import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BothWords, problems } from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import { findKind, listKinds } from './repository-kinds.ts';
import * as repository from './repository.ts';
import { stateOn } from './rules.ts';
import type { KindRow, LicenceRow } from './tables.ts';
import { openDisclosure } from './vault.ts';

export interface UsableQuestion {
  readonly centreId: number;
  readonly partyId: string;
  /** Code of the kind. */
  readonly kind: string;
  readonly on: Day;
}

/** A licence that stands for a paper, so that nobody has to bring it (两个免于提交). */
export interface UsableLicence {
  /** Null for one that is issued elsewhere and known through the register of parties. */
  readonly licenceId: string | null;
  readonly kind: string;
  readonly name: BothWords;
  readonly number: string;
  /** 证照标识; empty for one that is issued elsewhere. */
  readonly identifier: string;
  readonly authority: BothWords;
  readonly validUntil: Day | null;
  /** A: issued by an authority; B: seen by a window against the original (沪 trust levels). */
  readonly trust: 'A' | 'B';
  readonly content: Readonly<Record<string, BothWords>>;
}

/** The licences of a party that can be used as a paper on that day. Refuses an unknown kind. */
export async function findUsable(
  deps: LicencesDeps,
  db: Db,
  { centreId, partyId, kind: code, on }: UsableQuestion,
): Promise<UsableLicence[]> {
  const kind = await findKind(db, centreId, code);
  if (kind === undefined) throw new ProblemError(problems.unknownKind, { kind: code });
  const holderId = await deps.parties.findLivePartyId(db, centreId, partyId);
  if (holderId === undefined) return [];
  if (kind.code === IDENTITY_CARD) return findIdentityCard(deps, db, centreId, holderId, kind);
  // Of what others issue nothing is known here until they can be asked.
  if (kind.role === 'external') return [];
  const rows = await repository.listOfHolder(db, centreId, holderId);
  return rows.filter((row) => isUsable(row, code, on)).map((row) => toUsable(deps, row, kind));
}

/** All that a party holds on that day and that was issued here, in the order of the kinds. */
export async function listUsable(
  deps: LicencesDeps,
  db: Db,
  { centreId, partyId, on }: Omit<UsableQuestion, 'kind'>,
): Promise<UsableLicence[]> {
  const holderId = await deps.parties.findLivePartyId(db, centreId, partyId);
  if (holderId === undefined) return [];
  const [kinds, rows] = await Promise.all([
    listKinds(db, centreId),
    repository.listOfHolder(db, centreId, holderId),
  ]);
  return kinds.flatMap((kind) =>
    rows.filter((row) => isUsable(row, kind.code, on)).map((row) => toUsable(deps, row, kind)),
  );
}

function isUsable(row: LicenceRow, kind: string, on: Day): boolean {
  const state = stateOn({ state: row.state, validUntil: row.valid_until }, on);
  return row.kind_code === kind && state === 'valid' && row.valid_from <= on;
}

function toUsable(deps: LicencesDeps, row: LicenceRow, kind: KindRow): UsableLicence {
  return {
    licenceId: row.licence_id,
    kind: kind.code,
    name: { 'zh-CN': kind.name_zh, en: kind.name_en },
    number: row.number,
    identifier: row.identifier,
    authority: { 'zh-CN': row.authority_zh, en: row.authority_en },
    validUntil: row.valid_until,
    trust: 'A',
    content: openDisclosure(deps.cipher, row).content,
  };
}

const IDENTITY_CARD = 'resident-identity-card';

/** What the city's identity service vouches for is level A, what a window saw is level B. */
async function findIdentityCard(
  { parties }: LicencesDeps,
  db: Db,
  centreId: number,
  holderId: string,
  kind: KindRow,
): Promise<UsableLicence[]> {
  const party = await parties.findPartySummary(db, centreId, holderId);
  if (party === undefined || party.verification === 'none' || party.identifier?.kind !== '111')
    return [];
  return [
    {
      licenceId: null,
      kind: kind.code,
      name: { 'zh-CN': kind.name_zh, en: kind.name_en },
      number: party.identifier.masked,
      identifier: '',
      authority: { 'zh-CN': kind.definer_zh, en: kind.definer_zh },
      validUntil: null,
      trust: party.verification === 'real-name' ? 'A' : 'B',
      content: {},
    },
  ];
}
