import { addDays, type Day } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { EvaluationSettings, RateableService, Text } from '../../contract.ts';
import { type Names, toServedBy } from '../names.ts';
import * as repository from '../repository.ts';
import { mayRate, type Rateable } from '../rules/rating.ts';
import type { EvaluationRow, ServiceRow } from '../tables.ts';

/** What of a service says whether it can be rated: `first` is its rating, when there is one. */
export const toRateable = (
  service: ServiceRow,
  { additionDays }: EvaluationSettings,
  first: EvaluationRow | null,
): Rateable => ({
  timesRated: service.times_rated,
  servedAt: service.served_at,
  openUntil: service.open_until,
  addUntil: first === null ? null : addDays(localDay(first.rated_at), additionDays),
});

export interface Looking {
  readonly names: Names;
  readonly settings: EvaluationSettings;
  readonly today: Day;
}

/** Services as whoever was served sees them, with what they said already. */
export async function toRateableServices(
  db: Db,
  rows: readonly ServiceRow[],
  looking: Looking,
): Promise<RateableService[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const given = await repository.listOfServices(
    db,
    first.centre_id,
    rows.map((row) => row.service_id),
  );
  return rows.map((row) =>
    toView(
      row,
      given.filter((one) => one.service_id === row.service_id && one.channel !== 'default'),
      looking,
    ),
  );
}

function toView(
  row: ServiceRow,
  given: readonly EvaluationRow[],
  { names, settings, today }: Looking,
): RateableService {
  const [first = null] = given;
  return {
    token: row.token,
    kind: row.kind,
    servedAt: row.served_at.toISOString(),
    openUntil: row.open_until,
    ticketNo: row.ticket_no,
    caseNo: row.case_no,
    matterName: row.matter_name as Text | null,
    servedBy: toServedBy(row, names),
    may: mayRate(toRateable(row, settings, first), today),
    given: given.map((one) => ({
      number: one.number,
      grade: one.grade,
      ratedAt: one.rated_at.toISOString(),
    })),
    reply: given.map(({ reply }) => reply).findLast((reply) => reply !== '') ?? '',
  };
}
