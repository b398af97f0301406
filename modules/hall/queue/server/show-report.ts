import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { endOfLocalDay, startOfLocalDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { CaseSum, SumBy } from '#modules/casework/cases/index.ts';

import {
  type DayCheck,
  permissions,
  type ReportBy,
  type ReportLine,
  type ReportQuery,
} from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import * as look from './repository-look.ts';
import { listDifferingDays } from './repository-measures.ts';
import { type CasesOfKey, inOrder, joinLines, NO_VISITS, toLine } from './rules/report-lines.ts';
import { readSettings } from './settings.ts';
import type { DayCheckRow } from './tables.ts';

/**
 * What a time amounts to by day, hour, window, clerk, line or matter: the visits of the hall, and beside them the
 * cases that were received, accepted and decided. Visits of today are at most five minutes old.
 */
export async function showReport(deps: QueueDeps, actor: Actor, query: ReportQuery) {
  const reach = reachOf(actor, permissions.report.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const { by } = query;
  const [{ targetMinutes }, around] = await Promise.all([
    readSettings(db, centreId),
    aroundOf(deps, db, centreId),
  ]);
  const of = {
    from: query.from,
    to: query.to,
    siteId: query.siteId,
    onlySiteIds: reach.everything ? undefined : reach.siteIds,
    targetSeconds: targetMinutes * 60,
  };
  const isOpenKnown = by === 'window' || by === 'clerk' || by === 'day';
  const sums = async (sumBy: SumBy) => sumCases(deps, db, { centreId, around, of }, sumBy);
  const [rows, total, open, openTotal, cases, allCases, checks] = await Promise.all([
    look.readReport(db, centreId, of, by),
    look.readReport(db, centreId, of, 'total'),
    isOpenKnown ? look.readOpenTime(db, centreId, of, by) : [],
    look.readOpenTime(db, centreId, of, 'total'),
    by === 'business' ? undefined : sums(by),
    sums('total'),
    listDifferingDays(db, centreId, query),
  ]);
  const openOf = new Map(open.map((row) => [row.key, row.open_seconds]));
  const lines = rows.map((row) => ({
    ...toLine(row, openOf.get(row.key)),
    ...(row.name_zh === '' ? NAMELESS[by] : {}),
  }));
  return {
    items: inOrder(joinLines(lines, cases), by),
    total: joinLines(
      [toLine(total[0] ?? NO_VISITS, openTotal[0]?.open_seconds)],
      by === 'business' ? undefined : allCases,
    )[0] as ReportLine,
    targetMinutes,
    differences: reach.everything ? checks.map(toCheck) : [],
  };
}

const toCheck = (row: DayCheckRow): DayCheck => ({
  day: row.day,
  checkedAt: row.checked_at.toISOString(),
  visits: row.visits,
  differing: typeof row.differing === 'string' ? [] : row.differing,
});

interface Asked {
  readonly centreId: number;
  readonly around: Around;
  readonly of: look.ReportOf;
}

/** The same sites and days for cases; a clerk is found under the key under which visits know them. */
async function sumCases(
  deps: QueueDeps,
  db: Db,
  { centreId, around, of }: Asked,
  by: SumBy,
): Promise<CasesOfKey[]> {
  const { zone } = around;
  const seen = of.onlySiteIds;
  const asked = of.siteId === undefined ? seen : [of.siteId];
  const sums = await deps.cases.sumCases(
    db,
    centreId,
    {
      from: startOfLocalDay(of.from, zone),
      until: endOfLocalDay(of.to, zone),
      zone,
      siteIds: asked?.filter((id) => seen === undefined || seen.includes(id)),
    },
    by,
  );
  const nameOf = await namesOf(deps, db, { centreId, around, sums, by });
  return sums.map((sum) => ({ ...sum, ...nameOf(sum) }));
}

const UNCALLED = { nameZh: '未叫号', nameEn: 'Never called' };

/** What visits are called that have no window, no clerk or no case. */
const NAMELESS: Readonly<Partial<Record<ReportBy, Pick<ReportLine, 'nameZh' | 'nameEn'>>>> = {
  window: UNCALLED,
  clerk: UNCALLED,
  matter: { nameZh: '未收件的到访', nameEn: 'Visits without a case' },
};

type Named = Pick<CasesOfKey, 'key' | 'nameZh' | 'nameEn'>;

const ELSEWHERE = { nameZh: '不经窗口', nameEn: 'Not at a window' };
const BY_ITSELF = { nameZh: '申请人或系统', nameEn: 'Applicants and the system' };

async function namesOf(
  deps: QueueDeps,
  db: Db,
  of: Pick<Asked, 'centreId' | 'around'> & {
    readonly sums: readonly CaseSum[];
    readonly by: SumBy;
  },
): Promise<(sum: CaseSum) => Named> {
  const { centreId, around, sums, by } = of;
  const plain = (key: string, name = key) => ({ key, nameZh: name, nameEn: name });
  if (by === 'hour') return ({ key }) => plain(key, `${key}:00`);
  if (by === 'window')
    return ({ key }) =>
      key === ''
        ? { key: 'elsewhere', ...ELSEWHERE }
        : plain(key, String(around.directory.windows.byId.get(key)?.number ?? ''));
  if (by === 'matter')
    return ({ key, name }) => ({
      key,
      nameZh: name?.zh ?? '',
      nameEn: name?.en ?? name?.zh ?? '',
    });
  if (by !== 'clerk') return ({ key }) => plain(key);
  const people = await deps.staff.listStaffOfAccounts(
    db,
    centreId,
    sums.map(({ key }) => key),
  );
  const byAccount = new Map(people.map((person) => [person.accountId, person]));
  return ({ key, name }) => {
    if (key === '') return { key: 'elsewhere', ...BY_ITSELF };
    const person = byAccount.get(key);
    const shown = person?.nameZh ?? name?.zh ?? '';
    return plain(person?.id ?? shown, shown);
  };
}
