import { authorise, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { isEqualSecret } from '#kernel/crypto/equal-secret.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { normaliseCode } from '#kernel/ids/token.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Complaint,
  type ComplaintFilter,
  type Followed,
  permissions,
  problems,
} from '../../contract.ts';
import type { ComplaintsDeps } from '../deps.ts';
import { personRevealed } from '../events.ts';
import * as repository from '../repository.ts';
import type { ComplaintRow } from '../tables.ts';
import { NEVER } from './limits.ts';
import { placeOf } from './take-up.ts';
import { toComplaint, toSummary } from './view.ts';
import { maySee, whoActs } from './who.ts';

/** The work list; counted by the conditions of the list. */
export async function listComplaints(
  deps: ComplaintsDeps,
  actor: Actor,
  query: ComplaintFilter & {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly search?: string | undefined;
  },
) {
  const { db } = deps.database;
  const { centreId } = actor;
  const reach = reachOf(actor, permissions.view.name);
  const [today, directory] = await Promise.all([
    todayOf(deps, db, centreId),
    deps.organisation.loadDirectory(db, centreId),
  ]);
  const filter = { ...query, reach, today, search: query.search };
  const paging = { limit: query.limit, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    repository.listComplaints(db, centreId, filter, paging),
    repository.countComplaints(db, centreId, filter),
  ]);
  const page = toPage(
    rows,
    query.limit,
    (row) => toSummary(row, directory, today),
    (row) => [row.due_on, row.complaint_id],
  );
  return { ...page, total };
}

export async function getComplaint(
  deps: ComplaintsDeps,
  actor: Actor,
  id: string,
): Promise<Complaint> {
  const { db } = deps.database;
  const row = orNotFound(await repository.findComplaint(db, actor.centreId, id));
  if (!maySee(actor, row)) throw new ProblemError(commonProblems.notFound);
  return toComplaint(deps, db, actor, row);
}

/** Where it stands, for whoever holds number and code. A wrong code and an unknown number answer alike. */
export async function followComplaint(
  { database }: ComplaintsDeps,
  actor: Actor,
  { number, code }: { readonly number: string; readonly code: string },
): Promise<Followed> {
  const { db } = database;
  const row = await repository.findByNumber(db, actor.centreId, number.toUpperCase());
  const isRight = isEqualSecret(row?.query_code ?? '', normaliseCode(code));
  const found = orNotFound(isRight ? row : undefined);
  const steps = await repository.listSteps(db, actor.centreId, found.complaint_id);
  return {
    number: found.number,
    kind: found.kind,
    title: found.title,
    state: found.state,
    dueOn: found.handle_due_on === NEVER ? null : found.handle_due_on,
    reply: IS_ANSWERED.has(found.state) ? found.reply : '',
    timeline: steps
      .filter(({ act }) => act !== 'assist')
      .map((step) => ({ act: step.act, at: step.at.toISOString(), to: step.to_state })),
  };
}

/** An answer is told when it was approved. */
const IS_ANSWERED: ReadonlySet<string> = new Set(['reviewed', 'called-back', 'closed']);

/** Name and number of who complained, for the call; written down. */
export async function revealPerson(deps: ComplaintsDeps, actor: Actor, id: string) {
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.findComplaint(tx, centreId, id));
    authorise(actor, permissions.reveal.name, { departmentId: row.department_id });
    const who = await whoActs(deps, tx, actor);
    if (who.personId !== null && who.personId === row.target_person_id)
      throw new ProblemError(problems.targetPerson);
    personRevealed({ tx, clock: deps.clock, actor }, id);
    const open = (column: 'name_sealed' | 'mobile_sealed') => openField(deps, row, column);
    return { name: open('name_sealed'), mobile: open('mobile_sealed') };
  });
}

function openField(
  { cipher }: ComplaintsDeps,
  row: ComplaintRow,
  column: 'name_sealed' | 'mobile_sealed',
): string {
  const sealed = row[column];
  return sealed === null ? '' : cipher.decrypt(placeOf(row, column), sealed);
}
