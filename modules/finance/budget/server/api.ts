import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { BudgetDeps } from './deps.ts';
import {
  listPool,
  listProjectVersions,
  type PooledProject,
  type ProjectInVersion,
} from './projects-door.ts';
import * as repository from './repository.ts';
import { sumOf, toBudgetLine } from './view.ts';

/** An approved line, for those who spend it. */
export interface ApprovedLine {
  /** Stable over versions. */
  readonly key: string;
  /** Empty for basic spending. */
  readonly projectCode: string;
  readonly projectName: string;
  readonly part: string;
  readonly funcCode: string;
  readonly econCode: string;
  readonly amountFen: bigint;
  /** Number of the approval. */
  readonly document: string;
}

export interface BudgetApi {
  /** The lines in force in a year: of the last approved version, adjustments and transfers included. */
  listApproved(db: Db, centreId: number, year: number): Promise<readonly ApprovedLine[]>;
  /** The projects that those lines pay for, by code. */
  listProjects(db: Db, centreId: number, year: number): Promise<readonly ApprovedProject[]>;
  /** Every project of the pool, whatever its years. */
  listPool(db: Db, centreId: number): Promise<readonly PooledProject[]>;
  /** What each version gives a project, the newest first. */
  listProjectVersions(db: Db, centreId: number, code: string): Promise<readonly ProjectInVersion[]>;
}

/** A project with what the budget in force gives it in a year. */
export interface ApprovedProject {
  readonly code: string;
  readonly name: string;
  readonly office: string;
  readonly implementer: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly overview: string;
  readonly amountFen: bigint;
}

export function createApi(_deps: BudgetDeps): BudgetApi {
  return {
    listPool,
    listProjectVersions,
    listApproved: async (db, centreId, year) => {
      const latest = await findInForce(db, centreId, year);
      if (latest === undefined) return [];
      const [rows, projects] = await Promise.all([
        repository.listLines(db, centreId, latest.version_id),
        repository.listProjects(db, centreId),
      ]);
      const names = new Map(projects.map((project) => [project.project_id, project.name]));
      return rows.map(toBudgetLine).map((line) => ({
        key: line.key,
        projectCode: line.projectId,
        projectName: names.get(line.projectId) ?? '',
        part: line.part,
        funcCode: line.functionCode,
        econCode: line.economicCode,
        amountFen: line.fen,
        document: latest.document ?? '',
      }));
    },
    listProjects: async (db, centreId, year) => {
      const latest = await findInForce(db, centreId, year);
      if (latest === undefined) return [];
      const [rows, projects] = await Promise.all([
        repository.listLines(db, centreId, latest.version_id),
        repository.listProjects(db, centreId),
      ]);
      const lines = Map.groupBy(rows.map(toBudgetLine), (line) => line.projectId);
      return projects.flatMap((project) => {
        const own = lines.get(project.project_id);
        return own === undefined
          ? []
          : [
              {
                code: project.project_id,
                name: project.name,
                office: project.office,
                implementer: project.implementer,
                startsOn: project.starts_on,
                endsOn: project.ends_on,
                overview: project.overview,
                amountFen: sumOf(own),
              },
            ];
      });
    },
  };
}

/** The last approved version of a year, adjustments and transfers included. */
async function findInForce(
  db: Db,
  centreId: number,
  year: number,
): Promise<repository.VersionRow | undefined> {
  const versions = await Promise.all(
    (['approved', 'adjustment', 'transfer'] as const).map((stage) =>
      repository.listOfStage(db, centreId, year, stage),
    ),
  );
  return versions
    .flat()
    .filter(({ state }) => state === 'approved')
    .toSorted((a, b) => a.updated_at.getTime() - b.updated_at.getTime())
    .at(-1);
}
