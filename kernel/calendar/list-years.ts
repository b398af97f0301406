import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { listCentres } from '../centre/centre.ts';
import { DEFAULT_ZONE, localDay } from '../clock/local-day.ts';
import { mergeYears, toCalendarYear } from './calendar-api.ts';
import { type CalendarYearItem, permissions } from './contract.ts';
import type { CalendarDeps } from './deps.ts';
import { listRows } from './repository.ts';
import { toYearItem } from './view.ts';

/** Every year from the first that is known to the next one, the latest first; the calendar is no secret. */
export async function listYears(
  { database, clock }: CalendarDeps,
  actor: Actor,
): Promise<{ items: CalendarYearItem[] }> {
  if (actor.kind === 'anonymous') authorise(actor, permissions.manage.name);
  const [rows, centres] = await Promise.all([
    listRows(database.db, actor.centreId),
    listCentres(database.db),
  ]);
  const zone = centres.find(({ centreId }) => centreId === actor.centreId)?.zone ?? DEFAULT_ZONE;
  const thisYear = Number(localDay(clock.now(), zone).slice(0, 4));
  const years = mergeYears(rows.map(toCalendarYear));
  const known = years.map(({ year }) => year);
  const first = Math.min(...known, thisYear);
  const last = Math.max(...known, thisYear + 1);
  const shown = Array.from({ length: last - first + 1 }, (_, index) => last - index);
  return {
    items: shown.map((year) =>
      toYearItem(
        year,
        years,
        rows.find((row) => row.year === year),
      ),
    ),
  };
}
