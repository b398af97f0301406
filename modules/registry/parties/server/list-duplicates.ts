import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type DuplicatePair, type DuplicateReason, permissions } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import { duplicateDismissed } from './events.ts';
import { hasOtherNumber } from './merge-plan.ts';
import { insertNotDuplicate } from './repository-merge.ts';
import { type Candidate, findCandidates } from './repository-search.ts';
import * as repository from './repository.ts';
import { scoreOf } from './score-duplicate.ts';
import type { IdentifierRow, PartyRow } from './tables.ts';
import type { Vault } from './vault.ts';
import { loadSummaries, viewingOf } from './view.ts';

/** Pairs of records that are probably one party, the likeliest first, each with its reasons. */
export async function listDuplicates(
  deps: PartiesDeps,
  actor: Actor,
  query: { readonly limit: number },
): Promise<{ items: DuplicatePair[] }> {
  authorise(actor, permissions.merge.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  const pairs = await findCandidates(db, centreId, query.limit);
  const ids = [...new Set(pairs.flatMap((pair) => [pair.one_id, pair.other_id]))];
  const rows = await repository.findParties(db, centreId, ids);
  const [lines, { identifiers }] = await Promise.all([
    loadSummaries(db, viewing, centreId, rows),
    repository.findBelongings(db, centreId, ids),
  ]);
  const parties = new Map(rows.map((row) => [row.party_id, row]));
  const numbers = Map.groupBy(identifiers, (row) => row.party_id);
  const items = pairs.map((pair): DuplicatePair => {
    const facts = (id: string) => ({
      row: orNotFound(parties.get(id)),
      identifiers: numbers.get(id) ?? [],
    });
    const reasons = reasonsOf(viewing.vault, pair, facts(pair.one_id), facts(pair.other_id));
    return {
      one: orNotFound(lines.get(pair.one_id)),
      other: orNotFound(lines.get(pair.other_id)),
      score: scoreOf(reasons),
      reasons,
    };
  });
  return { items: items.toSorted((a, b) => b.score - a.score) };
}

interface Facts {
  readonly row: PartyRow;
  readonly identifiers: readonly IdentifierRow[];
}

function reasonsOf(vault: Vault, pair: Candidate, one: Facts, other: Facts): DuplicateReason[] {
  const kinds = (facts: Facts) => new Set(facts.identifiers.map(({ kind }) => kind));
  const hasLegacy = [...one.identifiers, ...other.identifiers].some(
    (row) => (row.kind === '111' || row.kind === '112') && vault.openNumber(row).length === 15,
  );
  const bornOn = vault.openDetails(one.row).bornOn;
  const isTemporary = kinds(one).has('112') !== kinds(other).has('112');
  const found: Array<[boolean, DuplicateReason]> = [
    [pair.by_number, 'same-number'],
    [pair.by_number && isTemporary, 'temporary-card'],
    [pair.by_number && hasLegacy, 'legacy-number'],
    [pair.by_name && pair.by_phone, 'same-name-and-phone'],
    [pair.by_name && one.row.kind === 'organisation', 'same-firm-name'],
    [bornOn !== null && bornOn === vault.openDetails(other.row).bornOn, 'same-birthday'],
    [hasOtherNumber(vault, one.identifiers, other.identifiers), 'different-numbers'],
  ];
  return found.flatMap(([holds, reason]) => (holds ? [reason] : []));
}

/** Remembers that two records are two parties, so that nobody has to look again. */
export async function dismissDuplicate(
  deps: PartiesDeps,
  actor: Actor,
  input: { readonly oneId: string; readonly otherId: string; readonly reason: string },
  once: Once,
): Promise<{ done: true }> {
  authorise(actor, permissions.merge.name);
  const { clock } = deps;
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const locked = await repository.lockParties(tx, centreId, [input.oneId, input.otherId]);
    const [oneId, otherId] = [
      orNotFound(locked.get(input.oneId)).party_id,
      orNotFound(locked.get(input.otherId)).party_id,
    ].toSorted();
    if (oneId === undefined || otherId === undefined) return { done: true };
    insertNotDuplicate(tx, {
      centre_id: centreId,
      one_id: oneId,
      other_id: otherId,
      reason: input.reason,
      dismissed_by_name: actor.name,
      dismissed_at: clock.now(),
    });
    duplicateDismissed(tx, clock, actor, { oneId, otherId, reason: input.reason });
    once.claim(tx, { done: true });
    return { done: true };
  });
}
