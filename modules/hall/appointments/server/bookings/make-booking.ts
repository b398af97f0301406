import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomCode, randomToken } from '#kernel/ids/token.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BookInput, type Channel, problems } from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import type { Doing } from '../doing.ts';
import { tellOf } from '../events.ts';
import { tellHolder } from '../messages.ts';
import * as repository from '../repository.ts';
import type { BookingRow } from '../tables.ts';
import { sealMobile } from '../vault.ts';
import { takePlace } from './place.ts';

/** For whom it is booked, and by whom. */
export interface Booker {
  readonly partyId: string;
  /** Who will come. */
  readonly personId: string;
  readonly accountId: string | null;
  readonly channel: Channel;
}

/** Books a place in the caller's transaction and tells the holder. */
export async function makeBooking(
  doing: Doing,
  input: BookInput,
  booker: Booker,
): Promise<BookingRow> {
  const { deps, tx, actor } = doing;
  const { centreId } = actor;
  const { clock, cipher, parties } = deps;
  const [summary, person, matter] = await Promise.all([
    parties.findPartySummary(tx, centreId, booker.partyId),
    parties.findPartyInFull(tx, centreId, booker.personId),
    findMatter(deps, tx, centreId, input.matterId),
  ]);
  if (summary === undefined) throw new ProblemError(problems.unknownReference);
  const { groupId, day, from } = input;
  const wanted = { centreId, groupId, day, from, personId: booker.personId };
  const placed = await takePlace(deps, tx, wanted);
  const key = { centre_id: centreId, booking_id: newId(clock) };
  const row: BookingRow = {
    ...key,
    ...placed,
    ...matter,
    ...sealMobile(cipher, key, person?.mobile),
    code: randomCode(8),
    token: randomToken(18),
    party_id: booker.partyId,
    person_id: booker.personId,
    account_id: booker.accountId,
    holder_shown: summary.name,
    channel: booker.channel,
    state: 'booked',
    reason: '',
    is_excused: false,
    ticket_id: null,
    ticket_no: null,
    moves: 0,
    booked_at: clock.now(),
    arrived_at: null,
    version: 1,
    updated_at: clock.now(),
  };
  repository.insertBooking(tx, row);
  tellOf(doing, 'booked', row);
  await tellHolder(doing, 'booked', row);
  return row;
}

async function findMatter(
  deps: AppointmentsDeps,
  tx: Tx,
  centreId: number,
  matterId: string | null,
): Promise<Pick<BookingRow, 'matter_id' | 'matter_zh' | 'matter_en'>> {
  if (matterId === null) return { matter_id: null, matter_zh: '', matter_en: '' };
  const { today } = await centreDay(deps, tx, centreId);
  const matter = await deps.matters.findCurrent(tx, { centreId, matterId, on: today });
  if (matter === undefined) throw new ProblemError(problems.unknownReference);
  const { zh, en } = matter.content.name;
  return { matter_id: matterId, matter_zh: zh, matter_en: en ?? zh };
}
