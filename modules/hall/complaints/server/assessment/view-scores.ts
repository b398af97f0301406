import { may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';
import type { StaffRef } from '#modules/registry/staff/index.ts';

import { type AssessmentItem, permissions, type Score } from '../../contract.ts';
import { named } from '../complaints/view.ts';
import { whoActs } from '../complaints/who.ts';
import type { ComplaintsDeps } from '../deps.ts';
import { readSettings } from '../settings.ts';
import type { ScoreRow } from '../tables.ts';

export interface ScoreNames {
  readonly directory: Directory;
  readonly people: ReadonlyMap<string, StaffRef>;
  readonly items: readonly AssessmentItem[];
  readonly ownPersonId: string | null;
  readonly today: string;
}

export async function loadScoreNames(
  deps: ComplaintsDeps,
  db: Db,
  actor: Actor,
  rows: readonly ScoreRow[],
): Promise<ScoreNames> {
  const { centreId } = actor;
  const ids = [...new Set(rows.flatMap(({ person_id }) => person_id ?? []))];
  const [directory, people, { items }, who, today] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    ids.length === 0 ? [] : deps.staff.listStaffRefs(db, centreId, ids),
    readSettings(db, centreId),
    whoActs(deps, db, actor),
    todayOf(deps, db, centreId),
  ]);
  return {
    directory,
    people: new Map(people.map((person) => [person.id, person])),
    items,
    ownPersonId: who.personId,
    today,
  };
}

export function toScore(row: ScoreRow, actor: Actor, names: ScoreNames): Score {
  return {
    id: row.score_id,
    item: row.item,
    ...namesOf(row, names),
    points: Number(row.points),
    on: row.scored_on,
    evidence: row.evidence,
    isAutomatic: row.is_automatic,
    state: row.state,
    appealText: row.appeal_text,
    decision: row.decision,
    by: row.by_name,
    mayAppeal: mayAppeal(row, actor, names),
    mayDecide:
      row.state === 'appealed' && row.by_account !== actor.id && may(actor, permissions.judge.name),
    version: row.version,
  };
}

function namesOf(row: ScoreRow, { items, people, directory }: ScoreNames) {
  const item = items.find(({ code }) => code === row.item);
  return {
    itemZh: item?.nameZh ?? row.item,
    itemEn: item?.nameEn ?? row.item,
    person: named(people.get(row.person_id ?? '')),
    windowNumber: directory.windows.byId.get(row.window_id ?? '')?.number ?? null,
    department: named(directory.departments.byId.get(row.department_id ?? '')),
  };
}

function mayAppeal(row: ScoreRow, actor: Actor, { ownPersonId, today }: ScoreNames): boolean {
  const isOwn = ownPersonId !== null && ownPersonId === row.person_id;
  const target = { departmentId: row.department_id, ownerId: isOwn ? actor.id : null };
  const isOpen = row.state === 'stands' && row.decision === '' && today <= row.appeal_until;
  return isOpen && may(actor, permissions.appeal.name, target);
}
