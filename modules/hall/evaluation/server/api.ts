import type { Db } from '#kernel/db/types.ts';

import { type Grade, type Stars, toStars } from '../contract.ts';
import * as repository from './repository.ts';

/** The rating of a visit or a case as other modules know it: no words and no rater. */
export interface RatingRef {
  readonly evaluationId: string;
  readonly grade: Grade;
  /** 5 is the best, as interfaces count. */
  readonly stars: Stars;
  readonly at: Date;
}

/** What other modules may ask of the ratings. */
export interface EvaluationApi {
  /** The first rating of a visit to the window; a default mark is none. */
  findRatingOfVisit(db: Db, centreId: number, visitId: string): Promise<RatingRef | undefined>;
  /** The first rating of a case as a whole (一事一评). */
  findRatingOfCase(db: Db, centreId: number, caseId: string): Promise<RatingRef | undefined>;
}

async function findRating(
  db: Db,
  centreId: number,
  kind: 'visit' | 'case',
  subjectId: string,
): Promise<RatingRef | undefined> {
  const service = await repository.findServiceOf(db, centreId, kind, subjectId);
  if (service === undefined || service.times_rated === 0) return undefined;
  const given = await repository.listOfServices(db, centreId, [service.service_id]);
  const first = given.find(({ number }) => number === 1);
  return (
    first && {
      evaluationId: first.evaluation_id,
      grade: first.grade,
      stars: toStars(first.grade),
      at: first.rated_at,
    }
  );
}

export const evaluationApi: EvaluationApi = {
  findRatingOfVisit: (db, centreId, visitId) => findRating(db, centreId, 'visit', visitId),
  findRatingOfCase: (db, centreId, caseId) => findRating(db, centreId, 'case', caseId),
};
