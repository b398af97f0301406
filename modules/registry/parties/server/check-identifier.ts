import type { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';

import { type IdentifierCheck, type IdentifierKind, permissions } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { needsGuardian, parseNumber } from './numbers.ts';
import { findHolder } from './refuse-taken.ts';
import { loadSummaries, viewingOf } from './view.ts';

/** What a typed number says, and who has it already, before anything is written. */
export async function checkIdentifier(
  deps: PartiesDeps,
  actor: Actor,
  input: { readonly kind: IdentifierKind; readonly number: string },
): Promise<z.infer<typeof IdentifierCheck>> {
  authoriseAtDesk(actor, permissions.register.name);
  const { db } = deps.database;
  const viewing = viewingOf(deps, actor.centreId);
  const parsed = parseNumber(input.kind, input.number, viewing.today);
  if (!parsed.ok)
    return {
      isValid: false,
      reason: parsed.message,
      bornOn: null,
      sex: null,
      needsGuardian: false,
      registered: null,
    };
  const { number, bornOn, sex } = parsed.value;
  const holder = await findHolder(db, viewing, actor.centreId, { kind: input.kind, number });
  const summaries = await loadSummaries(db, viewing, actor.centreId, holder ? [holder] : []);
  return {
    isValid: true,
    reason: null,
    bornOn: bornOn ?? null,
    sex: sex ?? null,
    needsGuardian: needsGuardian(bornOn, viewing.today),
    registered: (holder && summaries.get(holder.party_id)) ?? null,
  };
}
