import type { FindCentre } from '#kernel/access/index.ts';
import { type Centre, listCentres } from '#kernel/centre/centre.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

const LIFE_MS = 5000;

/** The centre that a host name belongs to; the first one for names that belong to none. */
export function createFindCentre(database: Database, clock: Clock): FindCentre {
  let known: { readonly centres: readonly Centre[]; readonly until: number } | undefined;
  return async (host) => {
    const now = clock.now().getTime();
    if (known === undefined || known.until < now || known.centres.length === 0) {
      known = { centres: await listCentres(database.db), until: now + LIFE_MS };
    }
    const name = host.replace(/:\d+$/, '');
    const centre =
      known.centres.find((candidate) => candidate.hosts.includes(name)) ?? known.centres[0];
    if (centre === undefined) throw new ProblemError(commonProblems.unavailable);
    return centre;
  };
}
