import type { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { EventKind } from '#kernel/events/contract.ts';
import { tell } from '#kernel/events/tell.ts';
import { newId } from '#kernel/ids/id.ts';

import { events, permissions } from '../contract.ts';
import * as repository from './repository.ts';
import type { MandateRow, PartyRow } from './tables.ts';

interface Note<P extends z.ZodType> {
  readonly partyId: string;
  readonly payload: z.input<P>;
  /** Codes for the record's page; never a value of the person. */
  readonly detail?: Readonly<Record<string, string>>;
  /** For the audit log beside the payload. Names of fields and reasons, never what stood there. */
  readonly audit?: Readonly<Record<string, unknown>>;
}

/** Tells of an act on one party and writes it into the history of the record. */
function note<P extends z.ZodType>(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  kind: EventKind<P>,
  { partyId, payload, detail = {}, audit }: Note<P>,
): void {
  tell(tx, clock, actor, kind, {
    subject: { kind: 'parties.party', id: partyId },
    payload,
    ...(audit === undefined ? {} : { audit }),
  });
  keepHistory(tx, clock, actor, partyId, { act: kind.name, detail });
}

function keepHistory(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  partyId: string,
  entry: { readonly act: string; readonly detail: Readonly<Record<string, string>> },
): void {
  repository.insertHistory(tx, {
    centre_id: actor.centreId,
    party_id: partyId,
    entry_id: newId(clock),
    at: clock.now(),
    act: entry.act,
    by_name: actor.name,
    detail: JSON.stringify(entry.detail),
  });
}

export function partyRegistered(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: PartyRow,
  source: 'desk' | 'import' | 'sign-in',
): void {
  note(tx, clock, actor, events.registered, {
    partyId: row.party_id,
    payload: { partyId: row.party_id, kind: row.kind },
    detail: { source },
    audit: { partyNo: row.party_no, source },
  });
}

/** Says which fields of a record changed, and why; what stood in them is said nowhere. */
export function partyChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  partyId: string,
  change: {
    readonly what: 'details' | 'contacts' | 'identifiers' | 'sign-in';
    readonly fields: readonly string[];
    readonly reason?: string;
  },
): void {
  const { what, fields, reason } = change;
  note(tx, clock, actor, events.changed, {
    partyId,
    payload: { partyId, what },
    detail: { what, fields: fields.join(' ') },
    audit: { fields, ...(reason === undefined ? {} : { reason }) },
  });
}

export function identityVerified(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  partyId: string,
  verified: {
    readonly level: 'window' | 'real-name';
    readonly documentKind: string | null;
    readonly guardianId: string | null;
  },
): void {
  const { level, documentKind, guardianId } = verified;
  note(tx, clock, actor, events.verified, {
    partyId,
    payload: { partyId, level },
    detail: { level, ...(documentKind === null ? {} : { documentKind }) },
    audit: { documentKind, guardianId },
  });
}

/** Writes down that the register was searched: by what and how much it gave, never for what. */
export function registerSearched(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  by: 'number' | 'phone' | 'name' | 'code',
  partyIds: readonly string[],
): void {
  const [only] = partyIds;
  recordLook(tx, clock, actor, {
    act: permissions.view.name,
    subject:
      only !== undefined && partyIds.length === 1
        ? { kind: 'parties.party', id: only }
        : { kind: 'parties.register', id: 'search' },
    fields: ['search', by, String(partyIds.length)],
  });
}

/** Writes down that somebody saw a field in full. */
export function fieldRevealed(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  partyId: string,
  look: {
    readonly field: string;
    readonly rowId: string | null;
    readonly reason: string;
    readonly isOwn: boolean;
  },
): void {
  const { field, rowId, reason, isOwn } = look;
  recordLook(tx, clock, actor, {
    act: isOwn ? permissions.viewOwn.name : permissions.reveal.name,
    subject: { kind: 'parties.party', id: partyId },
    fields: rowId === null ? [field] : [field, rowId],
    reason,
  });
  keepHistory(tx, clock, actor, partyId, { act: 'parties.field-revealed', detail: { field } });
}

function mandateTold(kind: typeof events.representativeAdded) {
  return (
    tx: Tx,
    clock: Clock,
    actor: Actor,
    row: MandateRow,
    more: { readonly reason?: string } = {},
  ): void => {
    const { mandate_id: mandateId, principal_id: principalId } = row;
    note(tx, clock, actor, kind, {
      partyId: principalId,
      payload: { mandateId, principalId, representativeId: row.representative_id, kind: row.kind },
      detail: { kind: row.kind },
      audit: {
        isForAll: row.is_for_all,
        departmentCodes: row.department_codes,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        ...more,
      },
    });
  };
}

export const representativeAdded = mandateTold(events.representativeAdded);
export const representativeRevoked = mandateTold(events.representativeRevoked);

interface MergeFacts {
  readonly mergeId: string;
  readonly fromId: string;
  readonly intoId: string;
}

function mergeTold(kind: typeof events.merged) {
  return (
    tx: Tx,
    clock: Clock,
    actor: Actor,
    facts: MergeFacts,
    audit: { readonly reason: string; readonly moved: number },
  ): void => {
    note(tx, clock, actor, kind, {
      partyId: facts.intoId,
      payload: facts,
      detail: { otherId: facts.fromId },
      audit,
    });
  };
}

export const partiesMerged = mergeTold(events.merged);
export const mergeUndone = mergeTold(events.mergeUndone);

export function duplicateDismissed(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  pair: { readonly oneId: string; readonly otherId: string; readonly reason: string },
): void {
  note(tx, clock, actor, events.duplicateDismissed, {
    partyId: pair.oneId,
    payload: { partyId: pair.oneId, otherId: pair.otherId },
    detail: { otherId: pair.otherId },
    audit: { reason: pair.reason },
  });
}

export function dataExported(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  partyId: string,
  more: { readonly isOwn: boolean; readonly reason: string },
): void {
  note(tx, clock, actor, events.exported, {
    partyId,
    payload: { partyId, isOwn: more.isOwn },
    audit: { reason: more.reason },
  });
}

export function partyErased(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  partyId: string,
  reason: string,
): void {
  note(tx, clock, actor, events.erased, { partyId, payload: { partyId }, audit: { reason } });
}

/** A refused request is an act too: the law wants its reason kept (个人信息保护法 art. 50). */
export function erasureRefused(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  partyId: string,
  refusal: { readonly until: string; readonly reason: string },
): void {
  note(tx, clock, actor, events.erasureRefused, {
    partyId,
    payload: { partyId, until: refusal.until },
    detail: { until: refusal.until },
    audit: { reason: refusal.reason },
  });
}

export function keysRotated(tx: Tx, clock: Clock, actor: Actor, rows: number): void {
  tell(tx, clock, actor, events.keysRotated, {
    subject: { kind: 'parties.register', id: 'keys' },
    payload: { rows },
  });
}

export function settingsChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  change: { readonly before: unknown; readonly after: { readonly keepYears: number } },
): void {
  tell(tx, clock, actor, events.settingsChanged, {
    subject: { kind: 'parties.setting', id: 'retention' },
    payload: { keepYears: change.after.keepYears },
    audit: change,
  });
}
