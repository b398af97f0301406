import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { Stage, VersionState } from '../contract.ts';
import * as repository from './repository.ts';

/** A project of the pool, 项目库: it lives over the years. */
export interface PooledProject {
  readonly code: string;
  readonly name: string;
  /** Empty where the book names none. */
  readonly office: string;
  readonly implementer: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly overview: string;
}

/** What one version of the budget gives a project. */
export interface ProjectInVersion {
  readonly versionId: string;
  readonly year: number;
  readonly stage: Stage;
  readonly number: number;
  readonly state: VersionState;
  /** Number of the approval; empty before. */
  readonly document: string;
  readonly amountFen: bigint;
  readonly lines: ReadonlyArray<{
    readonly key: string;
    readonly part: string;
    readonly amountFen: bigint;
  }>;
}

export async function listPool(db: Db, centreId: number): Promise<PooledProject[]> {
  const rows = await repository.listProjects(db, centreId);
  return rows.map((row) => ({
    code: row.project_id,
    name: row.name,
    office: row.office,
    implementer: row.implementer,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    overview: row.overview,
  }));
}

/** The versions that give a project anything, the newest first. */
export async function listProjectVersions(
  db: Db,
  centreId: number,
  code: string,
): Promise<ProjectInVersion[]> {
  const [versions, lines] = await Promise.all([
    repository.listVersions(db, centreId),
    repository.listLinesOfProject(db, centreId, code),
  ]);
  const byVersion = Map.groupBy(lines, (line) => line.version_id);
  return versions.flatMap((version) => {
    const own = byVersion.get(version.version_id) ?? [];
    if (own.length === 0) return [];
    return [
      {
        versionId: version.version_id,
        year: version.year,
        stage: version.stage,
        number: version.number,
        state: version.state,
        document: version.document ?? '',
        amountFen: own.reduce((sum, line) => sum + line.fen, 0n),
        lines: own.map((line) => ({ key: line.line_key, part: line.part, amountFen: line.fen })),
      },
    ];
  });
}
