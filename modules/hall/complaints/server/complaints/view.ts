import { may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import { Act, type Complaint, type ComplaintSummary, permissions } from '../../contract.ts';
import type { ComplaintsDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { findRefusal, type Who } from '../rules/act.ts';
import { readSettings } from '../settings.ts';
import type { ComplaintRow } from '../tables.ts';
import { NEVER } from './limits.ts';
import { aroundOf, assistingOf, mayAct, whoActs } from './who.ts';

interface Ref {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export const named = (ref: Ref | undefined) =>
  ref === undefined ? null : { id: ref.id, nameZh: ref.nameZh, nameEn: ref.nameEn };

export function toSummary(
  row: ComplaintRow,
  { departments }: Directory,
  today: Day,
): ComplaintSummary {
  return {
    id: row.complaint_id,
    number: row.number,
    kind: row.kind,
    wish: row.wish,
    title: row.title,
    state: row.state,
    main: named(departments.byId.get(row.department_id ?? '')),
    receivedAt: row.received_at.toISOString(),
    dueOn: row.due_on === NEVER ? null : row.due_on,
    isOverdue: row.is_open && row.due_on < today,
    externalNo: row.external_no ?? '',
  };
}

export const mayReveal = (actor: Actor, row: ComplaintRow, who: Who): boolean =>
  may(actor, permissions.reveal.name, { departmentId: row.department_id }) &&
  (who.personId === null || who.personId !== row.target_person_id);

/** One in full, for somebody who may see it. */
export async function toComplaint(
  deps: ComplaintsDeps,
  db: Db,
  actor: Actor,
  row: ComplaintRow,
): Promise<Complaint> {
  const { centreId } = actor;
  const personId = row.target_person_id;
  const [directory, steps, who, settings, today, person] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    repository.listSteps(db, centreId, row.complaint_id),
    whoActs(deps, db, actor),
    readSettings(db, centreId),
    todayOf(deps, db, centreId),
    personId === null ? undefined : deps.staff.findPerson(db, centreId, personId),
  ]);
  const around = aroundOf(row, settings, today);
  const unit = (id: string | null) => named(directory.departments.byId.get(id ?? ''));
  return {
    ...toSummary(row, directory, today),
    content: row.content,
    person: row.name_masked,
    hasMobile: row.mobile_sealed !== null,
    assisting: assistingOf(row).flatMap((id) => unit(id) ?? []),
    target: {
      department: unit(row.target_department_id),
      windowNumber: directory.windows.byId.get(row.target_window_id ?? '')?.number ?? null,
      person: named(person),
    },
    caseId: row.case_id,
    caseNo: row.case_no,
    ticketNo: row.ticket_no,
    termClass: row.term_class,
    contactDueOn: row.contact_due_on,
    handleDueOn: row.handle_due_on,
    callBackDueOn: row.call_back_due_on,
    wasContactLate: row.was_contact_late,
    wasHandledLate: row.was_handled_late,
    wasExtended: row.was_extended,
    wasRedone: row.was_redone,
    wasForced: row.was_forced,
    reply: row.reply,
    result: row.result,
    isProven: row.is_proven,
    satisfaction: row.satisfaction,
    steps: steps.map((step) => ({
      act: step.act,
      at: step.at.toISOString(),
      by: step.by_name,
      to: step.to_state,
      note: step.note,
      fileIds: step.file_ids,
    })),
    mayDo: Act.options.filter(
      (act) => mayAct(actor, act, row) && findRefusal(act, around, who) === undefined,
    ),
    mayReveal: mayReveal(actor, row, who) && row.mobile_sealed !== null,
    version: row.version,
  };
}
