import type { Day } from '#kernel/clock/day.ts';
import { maskName, maskPhone } from '#kernel/crypto/mask.ts';
import type { Db } from '#kernel/db/types.ts';
import { ageOn, parseCitizenId } from '#kernel/ids/citizen-id.ts';

import type { HolderInput, PriorityGroup } from '../contract.ts';
import type { QueueDeps } from './deps.ts';
import { createVault, keyOfParty } from './vault.ts';

/** Who takes a ticket, as far as it is known. */
export interface Holder {
  /** The same for one person, however they were recognised; null for nobody in particular. */
  readonly key: string | null;
  /** Every key under which the person may have taken a ticket. */
  readonly keys: readonly string[];
  /** Masked. */
  readonly name: string;
  readonly partyId: string | null;
  readonly accountId: string | null;
  readonly mobile: string | null;
  readonly identityNo: string | null;
  /** What the card says of the person's age. */
  readonly priority: PriorityGroup | null;
}

export const NOBODY: Holder = {
  key: null,
  keys: [],
  name: '',
  partyId: null,
  accountId: null,
  mobile: null,
  identityNo: null,
  priority: null,
};

/** The age from which a person is served first without asking (老年人权益保障法 art 2). */
const ELDERLY = 60;

/** Finds out who it is: a party of the register, or whoever showed a paper. */
export async function findHolder(
  deps: QueueDeps,
  db: Db,
  centreId: number,
  input: HolderInput | undefined,
  today: Day,
): Promise<Holder> {
  if (input === undefined) return NOBODY;
  const vault = createVault(deps.cipher, centreId);
  const number = input.identityNo?.replaceAll(' ', '').toUpperCase();
  const card = number === undefined ? undefined : parseCitizenId(number, today);
  const partyId = input.partyId ?? (await findPartyOf(deps, db, centreId, card, number));
  const live =
    partyId === undefined ? undefined : await deps.parties.findLivePartyId(db, centreId, partyId);
  const keys = [
    ...(live === undefined ? [] : [keyOfParty(live)]),
    ...(number === undefined ? [] : vault.keysOfNumber(number)),
  ];
  return {
    key: keys[0] ?? null,
    keys,
    name: maskName(input.name ?? (await findName(deps, db, centreId, live)) ?? ''),
    partyId: live ?? null,
    accountId: null,
    mobile: input.mobile ?? null,
    identityNo: number ?? null,
    priority: isElderly(card, today) ? 'elderly' : null,
  };
}

type Card = ReturnType<typeof parseCitizenId> | undefined;

const isElderly = (card: Card, today: Day): boolean =>
  card?.ok === true && ageOn(card.value.bornOn, today) >= ELDERLY;

async function findName(
  { parties }: QueueDeps,
  db: Db,
  centreId: number,
  partyId: string | undefined,
): Promise<string | undefined> {
  if (partyId === undefined) return undefined;
  return (await parties.findPartyInFull(db, centreId, partyId))?.name;
}

async function findPartyOf(
  deps: QueueDeps,
  db: Db,
  centreId: number,
  card: Card,
  number: string | undefined,
): Promise<string | undefined> {
  if (card?.ok !== true || number === undefined) return undefined;
  return (await deps.parties.findPartyByNumber(db, centreId, '111', number))?.id;
}

/** What a ticket keeps of its holder: masked for screens, sealed for messages. */
export function toHolderColumns(deps: QueueDeps, centreId: number, ticketId: string, of: Holder) {
  const vault = createVault(deps.cipher, centreId);
  return {
    holder_key: of.key,
    holder: of.name,
    party_id: of.partyId,
    account_id: of.accountId,
    mobile: of.mobile === null ? '' : maskPhone(of.mobile),
    mobile_sealed: of.mobile === null ? null : vault.sealMobile(ticketId, of.mobile),
    identity_sealed: of.identityNo === null ? null : vault.sealIdentity(ticketId, of.identityNo),
  };
}
