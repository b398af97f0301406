import {
  type PartySummary,
  problems,
  routes as parties,
} from '#modules/registry/parties/contract.ts';
import { ApiProblem, call } from '#web/client/index.ts';

import type { Found } from './Finder.tsx';

const FEW = 8;

/** Parties by identity number, credit code, telephone, name or initials; masked. The text travels in the body only. */
export async function findApplicants(
  text: string,
  signal: AbortSignal,
): Promise<ReadonlyArray<Found<PartySummary>>> {
  try {
    const { items } = await call(parties.searchParties, { body: { text, limit: FEW }, signal });
    return items.map((party) => ({
      key: party.id,
      title: party.name,
      detail: [party.identifier?.masked, party.phone, party.partyNo]
        .filter((part) => part !== null && part !== undefined && part !== '')
        .join(' · '),
      value: party,
    }));
  } catch (error) {
    // Too little to look people up by yet; whoever types on is asked again.
    if (error instanceof ApiProblem && error.is(problems.tooGeneral)) return [];
    throw error;
  }
}
