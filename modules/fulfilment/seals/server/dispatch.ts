import { centreDay } from '#kernel/centre/centre-day.ts';
import { startOfLocalDay } from '#kernel/clock/local-day.ts';
import type { Words } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../contract.ts';
import { move } from './act.ts';
import type { Doing } from './doing.ts';
import * as makers from './repository-makers.ts';
import { chooseMaker, type NoMaker } from './rules/routing.ts';
import { readSettings } from './settings.ts';
import type { MakerRow, SetRow } from './tables.ts';

const MINUTE_MS = 60_000;

/** Makers as routing sees them, kept until the transaction ends: two sets are routed one after the other. */
async function loadCandidates({ deps, tx, actor }: Doing) {
  const { zone, today } = await centreDay(deps, tx, actor.centreId);
  const rows = await makers.lockMakers(tx, actor.centreId);
  const given = await makers.countGiven(tx, actor.centreId, {
    month: startOfLocalDay(`${today.slice(0, 8)}01`, zone),
    today: startOfLocalDay(today, zone),
  });
  return rows.map((row) => {
    const count = given.find(({ maker_id }) => maker_id === row.maker_id);
    return {
      row,
      id: row.maker_id,
      quota: row.quota,
      promiseHours: row.promise_hours,
      dailyCapacity: row.daily_capacity,
      isActive: row.is_active,
      givenThisMonth: count?.month ?? 0,
      givenToday: count?.today ?? 0,
    };
  });
}

/** Gives a claimed set to the maker whose turn it is; undefined with the reason when there is none. */
export async function route(doing: Doing, row: SetRow): Promise<SetRow | NoMaker> {
  const candidates = await loadCandidates(doing);
  const chosen = chooseMaker(candidates, row.declined);
  if (typeof chosen === 'string') return chosen;
  const maker = candidates.find(({ id }) => id === chosen.id)?.row;
  return maker === undefined ? 'none-active' : give(doing, row, maker);
}

/** Gives it to one maker, who has to answer in time. */
export async function give(doing: Doing, row: SetRow, maker: MakerRow): Promise<SetRow> {
  const { deps, tx, actor } = doing;
  const { answerMinutes } = await readSettings(tx, actor.centreId);
  const answerBy = new Date(deps.clock.now().getTime() + answerMinutes * MINUTE_MS);
  return move(doing, row, 'dispatch', {
    changes: { maker_id: maker.maker_id, answer_by: answerBy },
    note: maker.name,
  });
}

const WHY: Readonly<Record<NoMaker, Words>> = {
  'none-active': { 'zh-CN': '没有在用的刻章单位', en: 'no maker is at work' },
  'all-declined': { 'zh-CN': '所有刻章单位均已退单或未接单', en: 'every maker gave it back' },
  'all-full': { 'zh-CN': '各刻章单位今日均已满负荷', en: 'every maker is full today' },
};

export const noMaker = (why: NoMaker): ProblemError =>
  new ProblemError(problems.noMaker, { reason: WHY[why] });
