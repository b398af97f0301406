import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems } from '../../contract.ts';
import { type Dossier, DossierItem } from '../../contract/dossier.ts';
import type { CasesDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { toEntry } from '../row.ts';
import { replay } from '../rules/case-file.ts';
import { readSettings } from '../settings.ts';
import type { CaseRow } from '../tables.ts';
import { targetOf } from '../who.ts';
import { composeDossier, digestOfDossier } from './compose-dossier.ts';
import { retentionOf } from './retention.ts';

/** The dossier of an archived case as it was closed, compared with what is stored today. */
export async function getDossier(deps: CasesDeps, actor: Actor, id: string): Promise<Dossier> {
  const { db } = deps.database;
  const row = orNotFound(await repository.findCase(db, actor.centreId, id));
  authorise(actor, permissions.view.name, targetOf(row.body));
  return readDossier(deps, db, row);
}

/** The list as the history holds it, and the numbers of what differs now. Refuses a case that was never archived. */
export async function readDossier(deps: CasesDeps, db: Db, row: CaseRow): Promise<Dossier> {
  const { centre_id: centreId, case_id: id } = row;
  const [events, settings] = await Promise.all([
    repository.listEvents(db, centreId, id),
    readSettings(db, centreId),
  ]);
  const closing = events.findLast(({ act }) => act === 'archive');
  if (closing === undefined) throw new ProblemError(problems.notArchived);
  const items = DossierItem.array().parse(closing.detail['dossier']);
  const lastSeq = closing.seq - 1;
  const closed = replay(id, events.filter(({ seq }) => seq <= lastSeq).map(toEntry));
  const now = await composeDossier(deps, db, closed, { centreId, lastSeq });
  const digest = digestOfDossier(closed.caseNo, items);
  const differing = listDiffering(items, now);
  return {
    caseNo: closed.caseNo,
    archivedAt: closing.at.toISOString(),
    archivedBy: closing.by_name,
    digest,
    items,
    retention: retentionOf(settings, {
      on: localDay(closing.at),
      isGranted: closed.decision?.approves === true,
    }),
    differing,
    isIntact: differing.length === 0 && digest === closing.changes.dossierHash,
  };
}

/** Numbers of items whose content is not what it was, or is gone. What came later is no difference. */
export function listDiffering(
  closed: readonly DossierItem[],
  now: readonly DossierItem[],
): number[] {
  const present = new Set(now.map(keyOf));
  return closed.filter((item) => !present.has(keyOf(item))).map(({ no }) => no);
}

const keyOf = ({ group, name, fileId, documentId, digest }: DossierItem) =>
  [group, name.zh, fileId, documentId, digest].join('|');
