import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

import {
  type Dimensions,
  type Evaluation,
  isBad,
  type PublicRating,
  type RatingOption,
  type Suspicion,
  type Text,
} from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { loadNames, type Names, toServedBy } from '../names.ts';
import { listServices } from '../repository-look.ts';
import { hidePersonal } from '../rules/personal.ts';
import { loadOptionWords } from '../settings.ts';
import type { EvaluationRow, Exclusion, ServiceRow } from '../tables.ts';

/** What names a rating when it is shown. */
export interface Around {
  readonly names: Names;
  readonly services: ReadonlyMap<string, ServiceRow>;
  readonly wordsOf: (version: number, code: string) => RatingOption;
}

export async function loadAround(
  deps: EvaluationDeps,
  db: Db,
  centreId: number,
  rows: readonly EvaluationRow[],
): Promise<Around> {
  const [names, services, wordsOf] = await Promise.all([
    loadNames(
      deps,
      db,
      centreId,
      rows.map((row) => row.person_id),
    ),
    listServices(
      db,
      centreId,
      rows.map((row) => row.service_id),
    ),
    loadOptionWords(db, centreId),
  ]);
  return { names, services: new Map(services.map((row) => [row.service_id, row])), wordsOf };
}

const wordsFor = (row: EvaluationRow, { wordsOf }: Around): RatingOption[] =>
  (row.options as string[]).map((code) => wordsOf(row.option_set_version, code));

export function toEvaluation(row: EvaluationRow, around: Around): Evaluation {
  const service = around.services.get(row.service_id);
  return {
    id: row.evaluation_id,
    serviceId: row.service_id,
    serviceKind: row.service_kind,
    number: row.number,
    grade: row.grade,
    options: wordsFor(row, around),
    optionSetVersion: row.option_set_version,
    // Whoever was rated reads this too: a number that could reach the rater stands in no list.
    comment: hidePersonal(row.comment),
    channel: row.channel,
    isAnonymous: row.is_anonymous,
    rater: row.name_masked,
    hasMobile: row.mobile_sealed !== null,
    ratedAt: row.rated_at.toISOString(),
    servedAt: (service?.served_at ?? row.rated_at).toISOString(),
    ticketNo: service?.ticket_no ?? null,
    caseId: service?.case_id ?? null,
    caseNo: service?.case_no ?? null,
    matterName: (service?.matter_name ?? null) as Text | null,
    servedBy: toServedBy(row, around.names),
    dimensions: row.dimensions as Dimensions,
    standing: row.standing,
    suspicions: row.suspicions as Suspicion[],
    exclusion: row.exclusion as Exclusion | null,
    isBad: isBad(row.grade),
    reply: row.reply,
  };
}

/** A rating as everybody may read it: nobody’s number stands in it, and a name only masked. */
export function toPublicRating(row: EvaluationRow, around: Around): PublicRating {
  const department = around.names.directory.departments.byId.get(row.department_id ?? '');
  const service = around.services.get(row.service_id);
  return {
    id: row.evaluation_id,
    grade: row.grade,
    options: wordsFor(row, around).map(({ textZh, textEn }) => ({ textZh, textEn })),
    comment: hidePersonal(row.comment),
    rater: row.name_masked,
    ratedOn: localDay(row.rated_at),
    channel: row.channel,
    matterName: (service?.matter_name ?? null) as Text | null,
    departmentZh: department?.nameZh ?? '',
    departmentEn: department?.nameEn ?? '',
    reply: row.reply,
  };
}
