import type { TicketSlip } from '#modules/hall/queue/contract.ts';

import type { Visit } from '../day/plan.ts';
import type { Booked, Dossier, GivenRating, Guest } from './records.ts';

/** Everything that the centre has acknowledged: what must be found there afterwards, once each. */
export class Ledger {
  readonly guests = new Map<string, Guest>();
  readonly ratings: GivenRating[] = [];
  readonly bookings: Booked[] = [];
  readonly cases = new Map<string, Dossier>();
  /** Results that wait to be collected. */
  readonly ready: Dossier[] = [];
  readonly finished = new Map<string, string>();
  /** By the reason that the machine gave. */
  readonly turnedAway = new Map<string, number>();
  /** Pads that never asked, of visits that would have been rated there. */
  unasked = 0;
  /** Cases that were applied for from home. */
  online = 0;

  welcome(
    visit: Visit,
    slip: Pick<TicketSlip, 'ticketId' | 'number' | 'link' | 'forecastMinutes'>,
    at: number,
  ): Guest {
    const guest: Guest = {
      visit,
      ticketId: slip.ticketId,
      number: slip.number,
      token: slip.link.replace('/t/', ''),
      forecastMinutes: slip.forecastMinutes,
      issuedAt: at,
      calledAt: undefined,
      endedAt: undefined,
      isGone: false,
      turn: visit.turn,
      wasMissed: false,
    };
    this.guests.set(slip.ticketId, guest);
    return guest;
  }

  turnAway(code: string): void {
    this.turnedAway.set(code, (this.turnedAway.get(code) ?? 0) + 1);
  }
}
