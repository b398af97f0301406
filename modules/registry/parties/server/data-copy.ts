import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type DataCopy, permissions } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import { dataExported } from './events.ts';
import * as repository from './repository.ts';
import { loadMandates, toHistoryEntry, viewingOf } from './view.ts';

/** A copy of everything held on a party, to hand to the party. Audited. */
export async function exportData(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  input: { readonly reason: string },
): Promise<DataCopy> {
  authorise(actor, permissions.erase.name);
  return deps.database.transaction((tx) =>
    copyData(deps, tx, actor, partyId, { isOwn: false, reason: input.reason }),
  );
}

const MOST_HISTORY = 1000;

/** Puts the copy together for whoever was allowed to have it, and writes that down. */
export async function copyData(
  deps: PartiesDeps,
  tx: Tx,
  actor: Actor,
  partyId: string,
  why: { readonly isOwn: boolean; readonly reason: string },
): Promise<DataCopy> {
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  const { vault } = viewing;
  const row = orNotFound(await repository.findParty(tx, centreId, partyId));
  const own = await repository.findBelongings(tx, centreId, [partyId]);
  const mandates = await repository.findMandatesOf(tx, centreId, [partyId]);
  const page = { limit: MOST_HISTORY, cursor: undefined };
  const history = await repository.listHistory(tx, centreId, [partyId], page);
  dataExported(tx, deps.clock, actor, partyId, why);
  return {
    madeAt: deps.clock.now().toISOString(),
    partyNo: row.party_no,
    kind: row.kind,
    name: vault.openName(row),
    ...vault.openDetails(row),
    organisationKind: row.organisation_kind,
    establishedOn: row.established_on,
    divisionCode: row.division_code,
    verification: row.verification,
    registeredAt: row.registered_at.toISOString(),
    identifiers: own.identifiers.map((one) => ({
      kind: one.kind,
      number: vault.openNumber(one),
      addedAt: one.added_at.toISOString(),
    })),
    contacts: own.contacts.map((one) => ({
      kind: one.kind,
      value: vault.openContact(one),
      addedAt: one.added_at.toISOString(),
      endedAt: one.ended_at?.toISOString() ?? null,
    })),
    mandates: await loadMandates(tx, viewing, centreId, mandates),
    history: history.map(toHistoryEntry),
    legalBasis: {
      'zh-CN':
        '《中华人民共和国个人信息保护法》第三十四条、第三十五条（国家机关为履行法定职责处理个人信息），第四十五条（查阅、复制权）。',
      en: 'Personal Information Protection Law, articles 34 and 35 (statutory duties of state organs) and 45 (access and copies).',
    },
  };
}
