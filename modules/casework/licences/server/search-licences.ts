import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { IdentifierKind } from '#modules/registry/parties/contract.ts';

import { type LicenceSummary, permissions, problems } from '../contract.ts';
import { findToken } from './addresses.ts';
import type { LicencesDeps } from './deps.ts';
import { isWithin, reachOfLooks } from './reach.ts';
import { listLicences } from './repository-list.ts';
import * as repository from './repository.ts';
import type { LicenceRow } from './tables.ts';
import { loadAround, toSummary } from './view.ts';

const SHOWN = 100;

/**
 * Licences by whatever a clerk has: the code or address on the licence, its number or identifier, the holder's whole
 * number, or a firm's name. A person is found by their number only. Each search is recorded, without its text.
 */
export async function searchLicences(
  deps: LicencesDeps,
  actor: Actor,
  text: string,
): Promise<{ items: LicenceSummary[] }> {
  const reach = reachOfLooks(actor);
  if (text.length < 2) throw new ProblemError(problems.tooGeneral);
  return deps.database.transaction(async (tx) => {
    const { centreId } = actor;
    const around = await loadAround(deps, tx, centreId);
    const token = findToken(text);
    const byToken =
      token === undefined ? undefined : await repository.findByToken(tx, centreId, token);
    const filter = { today: around.today, departments: reach, search: text };
    const found: readonly LicenceRow[] = byToken
      ? [byToken]
      : [
          ...(await findOfHolder(deps, tx, centreId, text)),
          ...(await listLicences(tx, centreId, filter, { limit: SHOWN, cursor: undefined })),
        ];
    const seen = new Map(
      found.filter((row) => isWithin(reach, row)).map((row) => [row.licence_id, row]),
    );
    recordLook(tx, deps.clock, actor, {
      act: permissions.view.name,
      subject: { kind: 'licences.search', id: actor.id },
      fields: ['holder'],
    });
    return { items: [...seen.values()].slice(0, SHOWN).map((row) => toSummary(row, around)) };
  });
}

async function findOfHolder(
  { parties }: LicencesDeps,
  db: Parameters<typeof repository.listOfHolder>[0],
  centreId: number,
  text: string,
): Promise<LicenceRow[]> {
  for (const kind of IdentifierKind.options) {
    const holder = await parties.findPartyByNumber(db, centreId, kind, text);
    if (holder !== undefined) return repository.listOfHolder(db, centreId, holder.id);
  }
  return [];
}
