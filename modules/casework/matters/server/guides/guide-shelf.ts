import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import { listInForce, readPublicationCount } from '../repository-guides.ts';
import { createGuideIndex, type GuideIndex } from './guide-index.ts';

/** The guides of each centre in memory, kept up to date. */
export interface GuideShelf {
  /** The guides in force today. */
  open(db: Db, centreId: number): Promise<GuideIndex>;
  /** Something was published or withdrawn in this process: the next to open looks again. */
  forget(centreId: number): void;
}

/** Other processes publish too; a reader sees it within this time. */
const LOOK_AGAIN_MS = 1_000;

interface Shelf {
  readonly index: GuideIndex;
  count: bigint;
  day: Day;
  lookedAt: number;
  loading: Promise<void> | undefined;
}

export function createGuideShelf(clock: Clock): GuideShelf {
  const shelves = new Map<number, Shelf>();

  const refresh = async (db: Db, centreId: number, shelf: Shelf): Promise<void> => {
    const lookedAt = clock.now().getTime();
    const [count, day] = await Promise.all([
      readPublicationCount(db, centreId),
      todayOf({ clock }, db, centreId),
    ]);
    if (count !== shelf.count || day !== shelf.day) {
      const rows = await listInForce(db, centreId, day);
      await shelf.index.replace(
        rows.map((row) => ({
          matterId: row.matter_id,
          editionId: row.edition_id,
          card: row.card,
        })),
      );
    }
    Object.assign(shelf, { count, day, lookedAt });
  };

  return {
    open: async (db, centreId) => {
      const shelf = shelves.get(centreId) ?? newShelf();
      shelves.set(centreId, shelf);
      if (clock.now().getTime() - shelf.lookedAt < LOOK_AGAIN_MS) return shelf.index;
      shelf.loading ??= refresh(db, centreId, shelf).finally(() => {
        shelf.loading = undefined;
      });
      await shelf.loading;
      return shelf.index;
    },
    forget: (centreId) => {
      const shelf = shelves.get(centreId);
      if (shelf !== undefined) shelf.lookedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

const newShelf = (): Shelf => ({
  index: createGuideIndex(),
  count: -1n,
  day: '',
  lookedAt: Number.NEGATIVE_INFINITY,
  loading: undefined,
});
