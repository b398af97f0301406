import { centreDay } from '#kernel/centre/centre-day.ts';
import { maskAddress, maskName } from '#kernel/crypto/mask.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { newId } from '#kernel/ids/id.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Contact, type Direction, problems, type SubjectKind } from '../contract.ts';
import type { Doing } from './deps.ts';
import { parcelMoved } from './events.ts';
import * as repository from './repository.ts';
import { readSettings } from './settings.ts';
import type { ParcelRow } from './tables.ts';
import { sealContact } from './vault.ts';

export interface NewParcel {
  readonly direction: Direction;
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly no: string };
  readonly partyId: string;
  readonly contents: string;
  readonly hasOriginals: boolean;
  readonly contact: Contact;
  /** Where somebody weighed it. */
  readonly weightGrams?: number;
}

/** A parcel that waits to be ordered; there is one open for each thing and direction. Takes a number, so it comes late. */
export async function makeParcel(doing: Doing, input: NewParcel): Promise<ParcelRow> {
  const { deps, tx, actor } = doing;
  const { direction, subject, contact } = input;
  const open = await repository.findOpen(tx, actor.centreId, {
    kind: subject.kind,
    id: subject.id,
    direction,
  });
  if (open !== undefined)
    throw new ProblemError(problems.alreadyOpen, { what: subject.no, number: open.number });
  const { usualGrams } = await readSettings(tx, actor.centreId);
  const { today, now } = await centreDay(deps, tx, actor.centreId);
  const year = Number.parseInt(today.slice(0, 4), 10);
  const key = { centre_id: actor.centreId, parcel_id: newId(deps.clock) };
  const serial = await takeNumber(tx, { centreId: actor.centreId, series: 'courier.parcel', year });
  const row: ParcelRow = {
    ...key,
    number: formatNumber('KD{year}{serial:6}', { year, serial }),
    direction,
    subject_kind: subject.kind,
    subject_id: subject.id,
    subject_no: subject.no,
    party_id: input.partyId,
    contents: input.contents,
    has_originals: input.hasOriginals,
    contact_sealed: sealContact(deps.cipher, key, contact),
    recipient_shown: maskName(contact.recipient),
    place_shown: maskAddress(contact.address),
    state: 'waiting',
    carrier_id: null,
    tracking_no: '',
    hand_over_id: null,
    failure: '',
    created_at: now,
    handed_at: null,
    last_event_at: null,
    signed_at: null,
    signed_on: null,
    weight_grams: input.weightGrams ?? usualGrams,
    ended_on: null,
    version: 1,
    updated_at: now,
  };
  if (!(await repository.insertParcel(tx, row)))
    throw new ProblemError(problems.alreadyOpen, { what: subject.no, number: '' });
  parcelMoved(doing, row);
  return row;
}
