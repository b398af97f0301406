import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { isMobile } from '#kernel/ids/phone.ts';
import { toHalfWidth } from '#kernel/ids/text.ts';
import { isCode, normaliseCode } from '#kernel/ids/token.ts';
import type { ProblemKind } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type CheckedIn,
  type CheckInLine,
  type LookUp,
  permissions,
  problems,
} from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import { tellOf } from '../events.ts';
import * as repository from '../repository.ts';
import { type CheckInDecision, checkInSpan, mayCheckIn } from '../rules.ts';
import type { BookingRow } from '../tables.ts';
import { findMobile, openMobile } from '../vault.ts';
import { type Around, loadAround, toBooking } from '../view.ts';

/** Where somebody checks in: at a desk or at a machine of the hall. */
export type CheckInPlace = 'desk' | 'machine';

function authorisePlace(actor: Actor, place: CheckInPlace, siteId: string): void {
  if (place === 'desk') authorise(actor, permissions.checkIn.name, { siteId });
  else authorise(actor, permissions.serve.name, { ownerId: actor.id });
}

const CODE_LENGTH = 8;

/** What of today and later is booked under what somebody shows: a QR code, the 取号码, an identity or mobile number. */
export async function lookUp(
  deps: AppointmentsDeps,
  actor: Actor,
  { text, siteId }: LookUp,
  place: CheckInPlace,
): Promise<{ items: CheckInLine[] }> {
  authorisePlace(actor, place, siteId);
  const { db } = deps.database;
  const around = await loadAround(deps, db, actor.centreId);
  const rows = await findShown(deps, db, actor.centreId, text, around.centre.today);
  const here = rows.filter((row) => row.site_id === siteId && row.state !== 'cancelled');
  return { items: here.map((row) => toLine(row, around)) };
}

async function findShown(
  deps: AppointmentsDeps,
  db: Db,
  centreId: number,
  text: string,
  today: string,
): Promise<BookingRow[]> {
  const one = (row: BookingRow | undefined): BookingRow[] => (row === undefined ? [] : [row]);
  const token = /\/appointments\/at\/([\w-]{20,60})$/.exec(text)?.[1];
  if (token !== undefined) return one(await repository.findByToken(db, centreId, token));
  const plain = toHalfWidth(text).replaceAll(/[\s-]/g, '').toUpperCase();
  if (isMobile(plain))
    return repository.listOfMobile(db, centreId, findMobile(deps.cipher, centreId, plain), today);
  if (plain.length === CODE_LENGTH && isCode(normaliseCode(plain)))
    return one(await repository.findByCode(db, centreId, normaliseCode(plain)));
  const party =
    (await deps.parties.findPartyByNumber(db, centreId, '111', plain)) ??
    (await deps.parties.findPartyByNumber(db, centreId, 'uscc', plain));
  if (party !== undefined) return repository.listOfParty(db, centreId, party.id, today);
  if (plain.length < CODE_LENGTH) throw new ProblemError(problems.tooGeneral);
  return [];
}

function toLine(row: BookingRow, around: Around): CheckInLine {
  const { id, code, group, holder, from, to, day, state, ticketNo } = toBooking(row, around);
  const decision = decide(row, around);
  const kind = BLOCKED[decision];
  const values = valuesOf(row, around);
  const fill = (words: string): string =>
    words.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return {
    id,
    code,
    group,
    holder,
    from,
    to,
    day,
    state,
    ticketNo,
    blocked:
      kind === undefined
        ? null
        : {
            code: kind.code,
            title: { 'zh-CN': fill(kind.title['zh-CN']), en: fill(kind.title.en) },
          },
  };
}

const decide = (row: BookingRow, { settings, centre }: Around): CheckInDecision =>
  mayCheckIn(
    { state: row.state, day: row.day, startsAt: row.starts_at },
    settings,
    centre.now,
    centre.today,
  );

const BLOCKED: Readonly<Record<CheckInDecision, ProblemKind | undefined>> = {
  allowed: undefined,
  already: undefined,
  state: problems.notInState,
  'other-day': problems.otherDay,
  early: problems.tooEarly,
  over: problems.checkInOver,
};

function valuesOf(row: BookingRow, around: Around): Record<string, string> {
  const { settings, centre } = around;
  const span = checkInSpan(row.starts_at, settings);
  const at = decide(row, around) === 'early' ? span.from : span.until;
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: centre.zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at);
  return { day: row.day, time };
}

/**
 * Somebody has come: their appointment becomes a ticket of the one queue, in one transaction. Who checks in twice gets
 * the ticket they have.
 */
export async function checkIn(
  deps: AppointmentsDeps,
  actor: Actor,
  bookingId: string,
  place: CheckInPlace,
  once: Once,
): Promise<CheckedIn> {
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockBooking(tx, actor.centreId, bookingId));
    authorisePlace(actor, place, row.site_id);
    const around = await loadAround(deps, tx, actor.centreId);
    const decision = decide(row, around);
    const refused = BLOCKED[decision];
    if (refused !== undefined) throw new ProblemError(refused, valuesOf(row, around));
    const group = orNotFound(around.groups.get(row.group_id));
    if (group.queue_code === '') throw new ProblemError(problems.noQueue);
    const ticket = await deps.issueTicket(tx, actor, {
      siteId: row.site_id,
      zoneId: group.zone_id,
      queueCode: group.queue_code,
      appointmentId: row.booking_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      partyId: row.party_id,
      personId: row.person_id,
      holder: row.holder_shown,
      mobile: openMobile(deps.cipher, row),
      matterId: row.matter_id,
      takenAt: place,
    });
    const after: BookingRow =
      decision === 'already'
        ? row
        : {
            ...row,
            state: 'arrived',
            arrived_at: deps.clock.now(),
            ticket_id: ticket.ticketId,
            ticket_no: ticket.number,
            version: row.version + 1,
            updated_at: deps.clock.now(),
          };
    if (after !== row) {
      repository.updateBooking(tx, after);
      tellOf({ deps, tx, actor }, 'arrived', after, { at: place });
    }
    const view: CheckedIn = {
      booking: toBooking(after, around),
      ticket: { id: ticket.ticketId, number: ticket.number, ahead: ticket.ahead },
    };
    once.claim(tx, view);
    return view;
  });
}
