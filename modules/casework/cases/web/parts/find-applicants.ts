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
  if (isCode(text)) return findByCode(text, signal);
  try {
    const { items } = await call(parties.searchParties, { body: { text, limit: FEW }, signal });
    return items.map(toFound);
  } catch (error) {
    // Too little to look people up by yet; whoever types on is asked again.
    if (error instanceof ApiProblem && error.is(problems.tooGeneral)) return [];
    throw error;
  }
}

const toFound = (party: PartySummary): Found<PartySummary> => ({
  key: party.id,
  title: party.name,
  detail: [party.identifier?.masked, party.phone, party.partyNo]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' · '),
  value: party,
});

/** Longer than any number or name, and of the signs that codes are made of: a scanner has typed it (随申码, 电子营业执照). */
export const isCode = (text: string): boolean => /^[\w\-.:/?=&%+]{24,}$/u.test(text.trim());

async function findByCode(
  code: string,
  signal: AbortSignal,
): Promise<ReadonlyArray<Found<PartySummary>>> {
  const { party, agent } = await call(parties.presentCode, { body: { code: code.trim() }, signal });
  return agent === null ? [toFound(party)] : [toFound(party), toFound(agent)];
}
