import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type ActInput,
  type Complaint,
  type ComplaintSettings,
  nextState,
  problems,
  termsOf,
} from '../../contract.ts';
import type { ComplaintsDeps } from '../deps.ts';
import { complaintWentOn } from '../events.ts';
import { attachEvidence } from '../evidence.ts';
import * as repository from '../repository.ts';
import { findMissing, findRefusal } from '../rules/act.ts';
import { readSettings } from '../settings.ts';
import type { ComplaintRow } from '../tables.ts';
import { dueAfter, limitOf } from './limits.ts';
import { toComplaint } from './view.ts';
import { aroundOf, authoriseAct, whoActs } from './who.ts';

interface Work {
  readonly deps: ComplaintsDeps;
  readonly tx: Tx;
  readonly row: ComplaintRow;
  readonly input: ActInput;
  readonly settings: ComplaintSettings;
  readonly today: Day;
}

/** One step: authorise, load, decide by the table, the roles and the limits, write, tell. */
export async function act(
  deps: ComplaintsDeps,
  actor: Actor,
  id: string,
  input: ActInput,
  once: Once,
): Promise<Complaint> {
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockComplaint(tx, centreId, id));
    authoriseAct(actor, input.act, row);
    requireVersion(row, input.version);
    const [who, settings, today] = await Promise.all([
      whoActs(deps, tx, actor),
      readSettings(tx, centreId),
      todayOf(deps, tx, centreId),
    ]);
    const around = aroundOf(row, settings, today);
    const refusal = findRefusal(input.act, around, who) ?? findMissing(input, around);
    if (refusal !== undefined) throw refusal;
    const changes = await decisions[input.act]?.({ deps, tx, row, input, settings, today });
    const after = toAfter(deps, { ...row, ...changes }, input);
    await attachEvidence(deps, tx, actor, id, input.fileIds);
    repository.updateComplaint(tx, after);
    repository.insertStep(tx, {
      centre_id: centreId,
      step_id: newId(),
      complaint_id: id,
      act: input.act,
      to_state: after.state,
      by_account: actor.id,
      by_name: actor.name,
      note: input.act === 'reply' ? input.reply : input.note,
      at: deps.clock.now(),
      file_ids: [...input.fileIds],
    });
    complaintWentOn({ tx, clock: deps.clock, actor }, after, input.act, {
      from: row.state,
      note: input.note,
    });
    const answer = await toComplaint(deps, tx, actor, after);
    once.claim(tx, answer);
    return answer;
  });
}

function toAfter(deps: ComplaintsDeps, changed: ComplaintRow, input: ActInput): ComplaintRow {
  const state = nextState(input.act, changed.state);
  const isOpen = state !== 'closed' && state !== 'returned';
  return {
    ...changed,
    state,
    is_open: isOpen,
    due_on: limitOf(state, changed).dueOn,
    closed_at: isOpen ? null : deps.clock.now(),
    version: changed.version + 1,
  };
}

type Changes = Partial<ComplaintRow>;
type Decide = (work: Work) => Changes | Promise<Changes>;

const due = ({ deps, tx, row }: Work, from: Day, days: number): Promise<Day> =>
  dueAfter(deps, tx, row.centre_id, from, days);

/** What of the record an act changes beside its state; nothing where it is not named. */
const decisions: Partial<Readonly<Record<ActInput['act'], Decide>>> = {
  assign,
  'refuse-return': () => ({ was_forced: true }),
  contact: ({ row, today }) => ({ was_contact_late: today > row.contact_due_on }),
  reply: ({ row, input, today }) => ({
    reply: input.reply,
    result: input.result,
    is_proven: input.isProven,
    was_handled_late: row.was_handled_late || today > row.handle_due_on,
  }),
  review: async (work) => {
    const { callBackDays } = termsOf(work.settings, work.row.kind);
    return { call_back_due_on: await due(work, work.today, callBackDays) };
  },
  'call-back': ({ input }) => ({ satisfaction: input.satisfaction }),
  redo: async (work) => ({
    was_redone: true,
    satisfaction: null,
    handle_due_on: await due(
      work,
      work.today,
      termsOf(work.settings, work.row.kind)[work.row.term_class],
    ),
  }),
  extend: async (work) => ({
    was_extended: true,
    handle_due_on: await due(work, work.row.handle_due_on, work.input.days ?? 0),
  }),
};

/** 主办 and 协办; the class of the matter may be set with it, and its limit then counts from today. */
async function assign(work: Work): Promise<Changes> {
  const { deps, tx, row, input, settings, today } = work;
  const { departments } = await deps.organisation.loadDirectory(tx, row.centre_id);
  const ids = [input.departmentId ?? '', ...input.assistingIds];
  if (ids.some((id) => !departments.byId.has(id)) || new Set(ids).size !== ids.length)
    throw new ProblemError(problems.unknownUnit);
  const terms = termsOf(settings, row.kind);
  const termClass = input.termClass ?? row.term_class;
  return {
    department_id: input.departmentId,
    assisting: input.assistingIds,
    term_class: termClass,
    return_until: await due(work, today, terms.returnDays),
    handle_due_on: await due(work, today, terms[termClass]),
    is_open: true,
  };
}
