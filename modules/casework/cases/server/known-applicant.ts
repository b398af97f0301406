import type { Db } from '#kernel/db/types.ts';
import type { Known } from '#modules/casework/matters/contract.ts';
import type { PartyInFull } from '#modules/registry/parties/index.ts';

import type { CasesDeps } from './deps.ts';

interface Asked {
  readonly centreId: number;
  readonly partyId: string;
  readonly today: string;
}

/**
 * What is known of an applicant before anybody types: name, number and telephone from the register. The seat 住所
 * and the legal representative 法定代表人 of a firm are those of the first licence in force that states them
 * (营业执照 comes first), else those of the register.
 */
export async function findKnownApplicant(
  deps: Pick<CasesDeps, 'parties' | 'licences'>,
  db: Db,
  { centreId, partyId, today }: Asked,
): Promise<Known['applicant']> {
  const party = await deps.parties.findPartyInFull(db, centreId, partyId);
  if (party === undefined) return undefined;
  const common = { ...toKnownPerson(party), address: toAddress(party.address, party.divisionCode) };
  if (party.kind === 'person') return common;
  const [licences, registered] = await Promise.all([
    deps.licences.listUsable(db, { centreId, partyId, on: today }),
    deps.parties.findLegalRepresentative(db, centreId, partyId),
  ]);
  const stating = licences.find(({ content }) => 'legalRepresentative' in content)?.content;
  const seat = stating?.['address']?.['zh-CN'];
  return {
    ...common,
    legalRepresentative: stating?.['legalRepresentative']?.['zh-CN'] ?? registered,
    address: seat === undefined ? common.address : toAddress(seat, divisionOf(seat, party)),
  };
}

export const toKnownPerson = ({ name, identifier, phone }: PartyInFull) => ({
  name,
  identifier: identifier?.number,
  phone,
});

/** 省、市、区、街道…: the division at the head of an address; no road bears its last character within it. */
const HEAD =
  /^(?:\p{Script=Han}{2,8}?(?:省|自治区))?(?:\p{Script=Han}{2,8}?市)?\p{Script=Han}{1,8}?[区县](?:\p{Script=Han}{1,8}?(?:街道|镇|乡)(?![路街东南西北]))?/u;

const headOf = (address: string): string => HEAD.exec(address)?.[0] ?? '';

/** The register knows the division of its own address; that of a licence is the same only when it begins alike. */
const divisionOf = (seat: string, { address, divisionCode }: PartyInFull): string =>
  address === undefined || headOf(seat) === headOf(address) ? divisionCode : '';

/** Division and rest, as a form asks for them. Without a division the whole stays, and the division is asked for. */
export function toAddress(
  address: string | undefined,
  division: string,
): { readonly division: string; readonly detail: string } | undefined {
  if (address === undefined) return undefined;
  const head = division === '' ? '' : headOf(address);
  return { division, detail: address.slice(head.length) || address };
}
