import type { Db } from '#kernel/db/types.ts';

import type { BudgetDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toBudgetLine } from './view.ts';

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
}

export function createApi(_deps: BudgetDeps): BudgetApi {
  return {
    listApproved: async (db, centreId, year) => {
      const versions = await Promise.all(
        (['approved', 'adjustment', 'transfer'] as const).map((stage) =>
          repository.listOfStage(db, centreId, year, stage),
        ),
      );
      const latest = versions
        .flat()
        .filter(({ state }) => state === 'approved')
        .toSorted((a, b) => a.updated_at.getTime() - b.updated_at.getTime())
        .at(-1);
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
  };
}
