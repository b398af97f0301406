import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import { maskName } from '#kernel/crypto/mask.ts';
import type { Tx } from '#kernel/db/types.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomCode } from '#kernel/ids/token.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Complaint,
  type Kind,
  permissions,
  problems,
  type PublicInput,
  type StaffInput,
  termsOf,
} from '../../contract.ts';
import type { ComplaintsDeps } from '../deps.ts';
import { complaintReceived } from '../events.ts';
import { attachEvidence } from '../evidence.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { ComplaintRow } from '../tables.ts';
import { dueAfter } from './limits.ts';
import { toComplaint } from './view.ts';

const NUMBERED: Readonly<Record<Kind, string>> = {
  complaint: 'TS{year}{serial:5}',
  hotline: 'RX{year}{serial:5}',
  stuck: 'BBC{year}{serial:5}',
  letter: 'LX{year}{serial:5}',
};

type Sealed = 'name_sealed' | 'mobile_sealed';

export const placeOf = (key: Pick<ComplaintRow, 'centre_id' | 'complaint_id'>, column: Sealed) => ({
  centreId: String(key.centre_id),
  table: 'complaints.complaint',
  column,
  rowId: key.complaint_id,
});

function seal(
  cipher: FieldCipher,
  key: Pick<ComplaintRow, 'centre_id' | 'complaint_id'>,
  column: Sealed,
  text: string,
): string | null {
  return text === '' ? null : cipher.encrypt(placeOf(key, column), text);
}

/** Writes one down with its limits; the number is taken last. */
export async function takeUp(
  deps: ComplaintsDeps,
  tx: Tx,
  actor: Actor,
  input: StaffInput,
): Promise<ComplaintRow> {
  const { centreId } = actor;
  const today = await todayOf(deps, tx, centreId);
  const [limits, about] = await Promise.all([
    findLimits(deps, tx, centreId, today, input),
    findWhatAbout(deps, tx, centreId, input),
  ]);
  const year = Number(today.slice(0, 4));
  const serial = await takeNumber(tx, { centreId, series: `complaints.${input.kind}`, year });
  const row: ComplaintRow = {
    ...NEW,
    ...toSaid(deps.cipher, { centre_id: centreId, complaint_id: newId() }, input),
    ...limits,
    ...about,
    number: formatNumber(NUMBERED[input.kind], { year, serial }),
    query_code: randomCode(8),
    received_at: deps.clock.now(),
  };
  repository.insertComplaint(tx, row);
  await attachEvidence(deps, tx, actor, row.complaint_id, input.fileIds);
  repository.insertStep(tx, {
    centre_id: centreId,
    step_id: newId(),
    complaint_id: row.complaint_id,
    act: 'register',
    to_state: row.state,
    by_account: actor.id,
    by_name: actor.kind === 'staff' ? actor.name : '',
    note: '',
    at: row.received_at,
    file_ids: [...input.fileIds],
  });
  complaintReceived({ tx, clock: deps.clock, actor }, row);
  return row;
}

/** What every complaint begins with. */
const NEW = {
  state: 'received',
  is_open: true,
  assisting: [] as string[],
  call_back_due_on: null,
  was_contact_late: false,
  was_handled_late: false,
  was_extended: false,
  was_redone: false,
  was_forced: false,
  reply: '',
  result: null,
  is_proven: false,
  satisfaction: null,
  overdue_told: [] as string[],
  closed_at: null,
  version: 1,
} as const;

type Key = Pick<ComplaintRow, 'centre_id' | 'complaint_id'>;

const toSaid = (cipher: FieldCipher, key: Key, input: StaffInput) => ({
  ...key,
  kind: input.kind,
  wish: input.wish,
  external_no: input.externalNo === '' ? null : input.externalNo,
  title: input.title,
  content: input.content,
  name_sealed: seal(cipher, key, 'name_sealed', input.name),
  name_masked: input.name === '' ? '' : maskName(input.name),
  mobile_sealed: seal(cipher, key, 'mobile_sealed', input.mobile),
  case_no: input.caseNo,
  ticket_no: input.ticketNo,
  term_class: input.termClass,
});

async function findLimits(
  deps: ComplaintsDeps,
  tx: Tx,
  centreId: number,
  today: Day,
  { kind, termClass }: StaffInput,
) {
  const terms = termsOf(await readSettings(tx, centreId), kind);
  const due = (days: number) => dueAfter(deps, tx, centreId, today, days);
  const contactDueOn = await due(terms.contactDays);
  return {
    contact_due_on: contactDueOn,
    due_on: contactDueOn,
    handle_due_on: await due(terms[termClass]),
    return_until: await due(terms.returnDays),
  };
}

/** The case, unit, window and person that it concerns, as far as they are known. */
async function findWhatAbout(deps: ComplaintsDeps, tx: Tx, centreId: number, input: StaffInput) {
  const [found, directory, target] = await Promise.all([
    input.caseNo === '' ? undefined : deps.cases.findCaseByNo(tx, centreId, input.caseNo),
    deps.organisation.loadDirectory(tx, centreId),
    findTarget(deps, tx, centreId, input),
  ]);
  if (input.departmentId !== null && !directory.departments.byId.has(input.departmentId))
    throw new ProblemError(problems.unknownUnit);
  const ofCase = found?.departmentId ?? null;
  return {
    case_id: found?.id ?? null,
    department_id: input.departmentId ?? ofCase,
    target_department_id: target.departmentId ?? ofCase ?? input.departmentId,
    target_window_id: directory.windows.byId.get(input.windowId ?? '')?.id ?? null,
    target_person_id: target.personId,
  };
}

async function findTarget(
  { staff }: ComplaintsDeps,
  tx: Tx,
  centreId: number,
  { personId }: StaffInput,
): Promise<{ readonly personId: string | null; readonly departmentId: string | null }> {
  const person = personId === null ? undefined : await staff.findPerson(tx, centreId, personId);
  return { personId: person?.id ?? null, departmentId: person?.departmentId ?? null };
}

/** From outside. The answer is the number and the code by which it is followed; the code is shown once. */
export async function makeComplaint(
  deps: ComplaintsDeps,
  actor: Actor,
  input: PublicInput,
  once: Once,
) {
  return deps.database.transaction(async (tx) => {
    const row = await takeUp(deps, tx, actor, {
      ...input,
      externalNo: '',
      departmentId: null,
      personId: null,
      termClass: 'normal',
    });
    const answer = { number: row.number, code: row.query_code, dueOn: row.handle_due_on };
    once.claim(tx, answer);
    return answer;
  });
}

/** At the 办不成事 window, from a slip, a letter or a call. */
export async function registerComplaint(
  deps: ComplaintsDeps,
  actor: Actor,
  input: StaffInput,
  once: Once,
): Promise<Complaint> {
  authorise(actor, permissions.register.name);
  return deps.database.transaction(async (tx) => {
    const row = await takeUp(deps, tx, actor, input);
    const answer = await toComplaint(deps, tx, actor, row);
    once.claim(tx, answer);
    return answer;
  });
}
