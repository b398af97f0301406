import { Readable } from 'node:stream';

import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import type { SheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamCsv } from '#kernel/documents/sheets/write-csv.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import {
  type MonthLine,
  type MonthQuery,
  permissions,
  type ScoreState,
  type TargetKind,
} from '../../contract.ts';
import { whoActs } from '../complaints/who.ts';
import type { ComplaintsDeps } from '../deps.ts';
import * as repository from '../repository-scores.ts';
import { sumMonth } from '../rules/month.ts';
import { readSettings } from '../settings.ts';
import { loadScoreNames, toScore } from './view-scores.ts';

async function filterFor(
  deps: ComplaintsDeps,
  db: Db,
  actor: Actor,
  permission: string,
  more: { readonly state?: ScoreState | undefined; readonly month?: string | undefined },
): Promise<repository.ScoreFilter> {
  const reach = reachOf(actor, permission);
  const who = reach.ownerId === undefined ? undefined : await whoActs(deps, db, actor);
  return { ...more, reach, ownPersonId: who?.personId ?? undefined };
}

/** Scores that the actor may see, newest first: the centre’s, a unit’s, or their own. */
export async function listScores(
  deps: ComplaintsDeps,
  actor: Actor,
  query: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly state?: ScoreState | undefined;
    readonly month?: string | undefined;
  },
) {
  const { db } = deps.database;
  const filter = await filterFor(deps, db, actor, permissions.viewScores.name, query);
  const rows = await repository.listScores(db, actor.centreId, filter, {
    limit: query.limit,
    cursor: readCursor(query.cursor),
  });
  const names = await loadScoreNames(deps, db, actor, rows);
  const page = toPage(
    rows,
    query.limit,
    (row) => toScore(row, actor, names),
    (row) => [row.score_id],
  );
  return { ...page, total: null };
}

/** 月度考评表. */
export async function showMonth(
  deps: ComplaintsDeps,
  actor: Actor,
  { month, target }: MonthQuery,
  permission: string = permissions.viewScores.name,
) {
  const { db } = deps.database;
  const { centreId } = actor;
  const filter = await filterFor(deps, db, actor, permission, { month });
  const [settings, rows] = await Promise.all([
    readSettings(db, centreId),
    repository.listMonth(db, centreId, filter, target),
  ]);
  const sums = sumMonth(
    rows.map((row) => ({
      targetId: row.target_id ?? '',
      item: row.item,
      points: Number(row.points),
    })),
    settings,
  );
  const nameOf = await loadTargets(
    deps,
    db,
    centreId,
    target,
    sums.map(({ targetId }) => targetId),
  );
  const lines: MonthLine[] = sums.map((sum) => ({ ...sum, ...nameOf(sum.targetId) }));
  return { month, target, lines };
}

interface TargetName {
  readonly nameZh: string;
  readonly nameEn: string;
}

async function loadTargets(
  { organisation, staff }: ComplaintsDeps,
  db: Db,
  centreId: number,
  target: TargetKind,
  ids: readonly string[],
): Promise<(id: string) => TargetName> {
  const pick = (found: TargetName | undefined): TargetName => ({
    nameZh: found?.nameZh ?? '—',
    nameEn: found?.nameEn ?? '—',
  });
  if (target === 'person') {
    const people = ids.length === 0 ? [] : await staff.listStaffRefs(db, centreId, ids);
    const byId = new Map(people.map((person) => [person.id, person]));
    return (id) => pick(byId.get(id));
  }
  const { windows, departments } = await organisation.loadDirectory(db, centreId);
  if (target === 'department') return (id) => pick(departments.byId.get(id));
  return (id) => {
    const window = windows.byId.get(id);
    return pick(
      window && {
        nameZh: `${window.number} 号 ${window.nameZh}`,
        nameEn: `${window.number} ${window.nameEn}`,
      },
    );
  };
}

const COLUMNS = [
  { type: 'integer', key: 'rank', heading: { 'zh-CN': '名次', en: 'Rank' } },
  { type: 'text', key: 'name', heading: { 'zh-CN': '考评对象', en: 'Whom' } },
  { type: 'number', key: 'total', heading: { 'zh-CN': '得分', en: 'Points' } },
  { type: 'number', key: 'minus', heading: { 'zh-CN': '扣分', en: 'Lost' } },
  { type: 'number', key: 'bonus', heading: { 'zh-CN': '加分', en: 'Won' } },
  { type: 'integer', key: 'count', heading: { 'zh-CN': '条数', en: 'Scores' } },
  { type: 'text', key: 'grade', heading: { 'zh-CN': '等次', en: 'Grade' } },
] as const satisfies SheetColumns;

const GRADES = {
  pass: { 'zh-CN': '合格', en: 'Pass' },
  nearly: { 'zh-CN': '基本合格', en: 'Nearly' },
  fail: { 'zh-CN': '不合格', en: 'Fail' },
} as const;

/** The table as CSV; the export is recorded first. */
export async function exportMonth(
  deps: ComplaintsDeps,
  actor: Actor,
  query: MonthQuery,
  locale: Locale,
): Promise<Readable> {
  const { lines } = await showMonth(deps, actor, query, permissions.export.name);
  await deps.database.transaction(async (tx) =>
    recordLook(tx, deps.clock, actor, {
      act: permissions.export.name,
      subject: { kind: 'complaints.month', id: query.month },
      fields: [query.target],
    }),
  );
  const rows = lines.map((line) => ({
    ...line,
    name: locale === 'en' ? line.nameEn : line.nameZh,
    grade: GRADES[line.grade][locale],
  }));
  return Readable.from(streamCsv(rows, COLUMNS, { locale }), { objectMode: false });
}
