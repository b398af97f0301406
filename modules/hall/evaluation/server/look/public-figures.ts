import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { daysInMonth, type Day } from '#kernel/clock/day.ts';

import type { PublicFigures } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import * as repository from '../repository-look.ts';
import { toFigures } from '../rules/figures.ts';
import { loadOptionWords, readSettings } from '../settings.ts';
import { countGroups, sumOf, toGroups } from './figures.ts';

const EVERYTHING: repository.Seen = {
  reach: { everything: true, siteIds: [], departmentIds: [], windowIds: [], ownerId: undefined },
  ownPersonId: undefined,
};

const MONTHS = 12;

/** 结果公开: a month by department and the year behind it, for everybody. Nobody of the staff is named. */
export async function showPublicFigures(
  deps: EvaluationDeps,
  actor: Actor,
  query: { readonly month?: string | undefined },
): Promise<PublicFigures> {
  const { db } = deps.database;
  const { centreId } = actor;
  const today = await todayOf(deps, db, centreId);
  const month = query.month ?? today.slice(0, 7);
  const period = { ...EVERYTHING, ...toPeriod(month) };
  const year = { ...EVERYTHING, from: `${addMonths(month, 1 - MONTHS)}-01`, to: period.to };
  const [settings, departments, months, options, wordsOf] = await Promise.all([
    readSettings(db, centreId),
    countGroups(db, centreId, period, 'department'),
    countGroups(db, centreId, year, 'month'),
    repository.countOptions(db, centreId, period, 10),
    loadOptionWords(db, centreId),
  ]);
  const groups = await toGroups(deps, db, centreId, 'department', departments);
  return {
    month,
    whole: toFigures(sumOf(departments)),
    departments: groups.filter(
      ({ key, figures }) => key !== '' && figures.active >= settings.publicLeast,
    ),
    months: [...months]
      .map(([key, counts]) => {
        const { active, goodRate, badRate } = toFigures(counts);
        return { month: key, active, goodRate, badRate };
      })
      .toSorted((one, other) => one.month.localeCompare(other.month)),
    options: options.map(({ code, version, count }) => ({ ...wordsOf(version, code), count })),
    least: settings.publicLeast,
  };
}

function toPeriod(month: string): { readonly from: Day; readonly to: Day } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = String(daysInMonth(year, number)).padStart(2, '0');
  return { from: `${month}-01`, to: `${month}-${last}` };
}

function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const all = year * 12 + number - 1 + count;
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`;
}
