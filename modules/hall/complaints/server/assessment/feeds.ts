import { systemActor } from '#kernel/access/system-actor.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { type Happened, listenToAll, on } from '#kernel/events/listener.ts';
import { events as caseEvents } from '#modules/casework/cases/contract.ts';
import { events as ratingEvents } from '#modules/hall/evaluation/contract.ts';

import { type AutoSource, events } from '../../contract.ts';
import type { ComplaintsDeps } from '../deps.ts';
import { scoreTold } from '../events.ts';
import * as repository from '../repository-scores.ts';
import { readSettings } from '../settings.ts';
import { writeScore } from './keep-score.ts';

const NAME = 'complaints.assess';

interface Concerned {
  readonly personId: string | null;
  readonly windowId: string | null;
  readonly departmentId: string | null;
}

interface Heard {
  readonly source: AutoSource;
  /** The fact: the same one counts once, by whatever items it is heard. */
  readonly subject: string;
  readonly evidence: string;
}

/** 自动考评: facts of other modules become scores by the items that name them. What was taken back is cancelled. */
export const assess = (deps: ComplaintsDeps) =>
  listenToAll(
    NAME,
    [
      on(ratingEvents.badConfirmed, (tx, event) =>
        score(deps, tx, event, {
          source: 'bad-rating-confirmed',
          subject: `rating/${event.payload.evaluationId}`,
          evidence: event.payload.evaluationId,
        }),
      ),
      on(ratingEvents.badOverdue, (tx, event) =>
        score(deps, tx, withoutPerson(event), {
          source: 'bad-rating-overdue',
          subject: `rating-overdue/${event.payload.evaluationId}`,
          evidence: event.payload.evaluationId,
        }),
      ),
      on(ratingEvents.badExcluded, (tx, event) =>
        cancel(deps, tx, event, `rating/${event.payload.evaluationId}`),
      ),
      on(events.proven, (tx, event) =>
        score(deps, tx, event, {
          source: 'complaint-proven',
          subject: `complaint/${event.payload.complaintId}`,
          evidence: event.payload.complaintId,
        }),
      ),
      on(events.overdue, (tx, event) =>
        score(deps, tx, withoutPerson(event), {
          source: 'complaint-overdue',
          subject: `complaint-overdue/${event.payload.complaintId}`,
          evidence: event.payload.complaintId,
        }),
      ),
      on(caseEvents.lit, (tx, event) => scoreOverdueCase(deps, tx, event)),
    ],
    { start: 'now' },
  );

/** A case that time alone made red: its promised limit has passed. */
async function scoreOverdueCase(
  deps: ComplaintsDeps,
  tx: Tx,
  {
    centreId,
    at,
    payload,
  }: Happened<{
    readonly caseId: string;
    readonly departmentId: string | null;
  }>,
): Promise<void> {
  const found = await deps.cases.findCase(tx, centreId, payload.caseId);
  if (found?.light !== 'red') return;
  const concerned = { personId: null, windowId: null, departmentId: payload.departmentId };
  await score(
    deps,
    tx,
    { centreId, at, payload: concerned },
    {
      source: 'case-overdue',
      subject: `case-overdue/${payload.caseId}`,
      evidence: found.caseNo,
    },
  );
}

/** Being late is the unit’s, not one person’s. */
const withoutPerson = <P extends Concerned>(event: Happened<P>): Happened<P> => ({
  ...event,
  payload: { ...event.payload, personId: null, windowId: null },
});

async function score(
  deps: ComplaintsDeps,
  tx: Tx,
  { centreId, at, payload }: Pick<Happened<Concerned>, 'centreId' | 'at' | 'payload'>,
  heard: Heard,
): Promise<void> {
  const settings = await readSettings(tx, centreId);
  const item = settings.items.find((one) => one.isOn && one.source === heard.source);
  const { personId, windowId, departmentId } = payload;
  if (item === undefined || (personId ?? windowId ?? departmentId) === null) return;
  await writeScore(
    deps,
    tx,
    systemActor(centreId, NAME),
    {
      item,
      subject: heard.subject,
      evidence: heard.evidence,
      on: localDay(at),
      personId,
      windowId,
      departmentId,
      isAutomatic: true,
    },
    settings,
  );
}

async function cancel(
  deps: ComplaintsDeps,
  tx: Tx,
  { centreId }: Pick<Happened<unknown>, 'centreId'>,
  subject: string,
): Promise<void> {
  const row = await repository.lockScoreOf(tx, centreId, subject);
  if (row === undefined || row.state === 'cancelled') return;
  const after = {
    ...row,
    state: 'cancelled' as const,
    decision: '差评经复核剔除',
    version: row.version + 1,
  };
  repository.updateScore(tx, after);
  const actor = systemActor(centreId, NAME);
  scoreTold({ tx, clock: deps.clock, actor }, after, 'cancelled', after.decision);
}
