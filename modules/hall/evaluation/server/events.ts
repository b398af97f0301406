import type { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { type BadAct, events, isBad, type Suspicion } from '../contract.ts';
import type { BadCaseRow, ConfirmationRow, EvaluationRow, ServiceRow } from './tables.ts';

export interface Telling {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly actor: Actor;
}

const aboutOf = (service: ServiceRow) => ({
  serviceId: service.service_id,
  windowId: service.window_id,
  departmentId: service.department_id,
  personId: service.person_id,
  caseId: service.case_id,
});

const ratedOf = (service: ServiceRow, row: EvaluationRow) => ({
  ...aboutOf(service),
  evaluationId: row.evaluation_id,
  number: row.number,
  grade: row.grade,
  channel: row.channel,
  isBad: isBad(row.grade),
});

const subjectOf = (id: string) => ({ kind: 'evaluation.evaluation', id });

export function serviceInvited({ tx, clock, actor }: Telling, service: ServiceRow): void {
  tell(tx, clock, actor, events.invited, {
    subject: { kind: 'evaluation.service', id: service.service_id },
    payload: aboutOf(service),
  });
}

const confirmingOf = (row: ConfirmationRow) => ({
  confirmationId: row.confirmation_id,
  windowId: row.window_id,
  caseId: row.case_id,
  documentId: row.document_id,
  state: row.state,
  signatureFileId: row.signature_file_id,
  textHash: row.text_hash,
  signatureHash: row.signature_hash,
  proofHash: row.proof_hash,
});

export function confirmationAsked({ tx, clock, actor }: Telling, row: ConfirmationRow): void {
  tell(tx, clock, actor, events.confirmationAsked, {
    subject: { kind: 'evaluation.confirmation', id: row.confirmation_id },
    payload: confirmingOf(row),
  });
}

export function confirmationSettled({ tx, clock, actor }: Telling, row: ConfirmationRow): void {
  tell(tx, clock, actor, events.confirmationSettled, {
    subject: { kind: 'evaluation.confirmation', id: row.confirmation_id },
    payload: confirmingOf(row),
    audit: { caseNo: row.case_no, number: row.number, proofHash: row.proof_hash },
  });
}

/** A rating, or the system’s default mark; and beside it that it looks wrong. */
export function serviceRated(
  { tx, clock, actor }: Telling,
  service: ServiceRow,
  row: EvaluationRow,
  suspicions: readonly Suspicion[],
): void {
  const payload = ratedOf(service, row);
  const subject = subjectOf(row.evaluation_id);
  tell(tx, clock, actor, row.channel === 'default' ? events.defaulted : events.rated, {
    subject,
    payload,
    audit: { channel: row.channel, wasKept: row.was_kept },
  });
  if (row.standing !== 'suspect') return;
  tell(tx, clock, actor, events.suspected, {
    subject,
    payload: { ...payload, codes: suspicions.map(({ code }) => code) },
  });
}

export function ratingJudged(
  { tx, clock, actor }: Telling,
  service: ServiceRow,
  row: EvaluationRow,
  judged: Pick<z.input<typeof events.judged.payload>, 'ground'> & { readonly reason: string },
): void {
  tell(tx, clock, actor, events.judged, {
    subject: subjectOf(row.evaluation_id),
    payload: { ...ratedOf(service, row), ground: judged.ground },
    audit: { reason: judged.reason },
  });
}

const badOf = (service: ServiceRow, row: BadCaseRow, act: BadAct) => ({
  ...aboutOf(service),
  departmentId: row.department_id ?? service.department_id,
  evaluationId: row.evaluation_id,
  act,
  state: row.state,
  version: row.version,
});

export function badWentOn(
  { tx, clock, actor }: Telling,
  service: ServiceRow,
  row: BadCaseRow,
  act: BadAct,
  audit: Readonly<Record<string, unknown>> = {},
): void {
  const payload = badOf(service, row, act);
  const subject = subjectOf(row.evaluation_id);
  tell(tx, clock, actor, events.badWentOn, { subject, payload, audit });
  if (act === 'verify' && row.finding === 'valid')
    tell(tx, clock, actor, events.badConfirmed, { subject, payload });
}

export function badExcluded(
  { tx, clock, actor }: Telling,
  service: ServiceRow,
  row: BadCaseRow,
  ground: z.input<typeof events.badExcluded.payload>['ground'],
): void {
  tell(tx, clock, actor, events.badExcluded, {
    subject: subjectOf(row.evaluation_id),
    payload: { ...badOf(service, row, 'exclude'), ground },
  });
}

export function badOverdue(
  { tx, clock, actor }: Telling,
  service: ServiceRow,
  row: BadCaseRow,
  what: z.input<typeof events.badOverdue.payload>['what'],
): void {
  tell(tx, clock, actor, events.badOverdue, {
    subject: subjectOf(row.evaluation_id),
    payload: { ...badOf(service, row, 'open'), what },
  });
}

export function raterRevealed({ tx, clock, actor }: Telling, evaluationId: string): void {
  tell(tx, clock, actor, events.raterRevealed, {
    subject: subjectOf(evaluationId),
    payload: { evaluationId },
  });
}
