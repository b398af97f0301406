import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { newId } from '#kernel/ids/id.ts';

import type { EvaluationSettings } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { badWentOn } from '../events.ts';
import * as repository from '../repository-bad.ts';
import type { BadCaseRow, EvaluationRow, ServiceRow } from '../tables.ts';
import { dueAfter } from './limits.ts';

interface BadOpening {
  readonly deps: EvaluationDeps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly settings: EvaluationSettings;
}

/** 差评登记: the loop opens with the rating itself; from now the limit of the contact runs. */
export async function openBadCase(
  { deps, tx, actor, settings }: BadOpening,
  service: ServiceRow,
  evaluation: EvaluationRow,
): Promise<void> {
  const { centre_id: centreId } = service;
  const today = await todayOf(deps, tx, centreId);
  const [contactDueOn, appealUntil] = await Promise.all([
    dueAfter(deps, tx, centreId, today, settings.contactDays),
    dueAfter(deps, tx, centreId, today, settings.appealDays),
  ]);
  const year = Number(today.slice(0, 4));
  const serial = await takeNumber(tx, { centreId, series: 'evaluation.bad-case', year });
  const row: BadCaseRow = {
    centre_id: centreId,
    evaluation_id: evaluation.evaluation_id,
    service_id: service.service_id,
    number: formatNumber('CP{year}{serial:5}', { year, serial }),
    state: 'rated',
    is_open: true,
    grade: evaluation.grade,
    department_id: service.department_id,
    rated_department_id: service.department_id,
    rated_person_id: service.person_id,
    window_id: service.window_id,
    is_named: !evaluation.is_anonymous,
    finding: null,
    complexity: null,
    contact_due_on: contactDueOn,
    rectify_due_on: null,
    call_back_due_on: null,
    appeal_until: appealUntil,
    due_on: contactDueOn,
    contacted_at: null,
    rectified_at: null,
    replied_at: null,
    called_back_at: null,
    call_back: null,
    was_reopened: false,
    was_reviewed: false,
    was_contact_late: false,
    was_rectified_late: false,
    handlers: [],
    overdue_told: [],
    measures: '',
    reply: '',
    served_on: service.served_on,
    created_at: deps.clock.now(),
    closed_at: null,
    version: 1,
  };
  repository.insertBadCase(tx, row);
  repository.insertStep(tx, {
    centre_id: centreId,
    step_id: newId(),
    evaluation_id: row.evaluation_id,
    act: 'open',
    from_state: null,
    to_state: row.state,
    by_account: actor.id,
    by_name: '',
    note: '',
    at: deps.clock.now(),
  });
  badWentOn({ tx, clock: deps.clock, actor }, service, row, 'open');
}
