import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import type { Tx } from '../db/types.ts';
import { tell } from '../events/tell.ts';
import type { Once } from '../http/idempotency.ts';
import { requireVersion } from '../problems/current-version.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { mergeYears, toCalendarYear } from './calendar-api.ts';
import { type CalendarYear, checkCalendarYear } from './calendar-year.ts';
import {
  type CalendarYearItem,
  events,
  permissions,
  problems,
  type YearInput,
} from './contract.ts';
import type { CalendarDeps } from './deps.ts';
import { type CalendarYearRow, listRows, lockRow, removeRow, saveRow } from './repository.ts';
import { fromInput, toYearItem } from './view.ts';

/**
 * Enters or corrects the notice of a year. Due days that were counted without it are recounted by those who
 * listen to `calendar.year-saved`. Refuses days that contradict each other, each named.
 */
export async function saveYear(
  { database, clock }: CalendarDeps,
  actor: Actor,
  year: number,
  { version, ...input }: YearInput,
  once: Once,
): Promise<CalendarYearItem> {
  authorise(actor, permissions.manage.name);
  const entered = fromInput(year, input);
  refuseContradictions(entered);
  return database.transaction(async (tx) => {
    const before = await lockRow(tx, actor.centreId, year);
    requireVersion(toVersion(before), version);
    const isSaved = await saveRow(tx, {
      centre_id: actor.centreId,
      year,
      title: entered.notice.title,
      notice_number: entered.notice.number,
      issued_on: entered.notice.issuedOn,
      holidays: JSON.stringify(entered.holidays),
      make_up_days: JSON.stringify(entered.makeUpDays),
      version: version + 1,
      changed_by: actor.id,
      changed_by_name: actor.name,
      changed_at: clock.now(),
    });
    if (!isSaved) requireVersion({ version: version + 1 }, version);
    tell(tx, clock, actor, events.yearSaved, {
      subject: { kind: 'calendar.year', id: String(year) },
      payload: { year, number: entered.notice.number },
      audit: { before: before === undefined ? null : toCalendarYear(before), after: entered },
    });
    return answer(tx, actor, year, once);
  });
}

/** Takes back what the centre entered for a year, with the reason. */
export async function withdrawYear(
  { database, clock }: CalendarDeps,
  actor: Actor,
  year: number,
  reason: string,
  once: Once,
): Promise<CalendarYearItem> {
  authorise(actor, permissions.manage.name);
  return database.transaction(async (tx) => {
    const before = await lockRow(tx, actor.centreId, year);
    if (before === undefined) throw new ProblemError(problems.notOwn, { year });
    removeRow(tx, actor.centreId, year);
    tell(tx, clock, actor, events.yearWithdrawn, {
      subject: { kind: 'calendar.year', id: String(year) },
      payload: { year, number: before.notice_number, reason },
      audit: { before: toCalendarYear(before) },
    });
    return answer(tx, actor, year, once);
  });
}

async function answer(tx: Tx, actor: Actor, year: number, once: Once): Promise<CalendarYearItem> {
  const rows = await listRows(tx, actor.centreId);
  const item = toYearItem(
    year,
    mergeYears(rows.map(toCalendarYear)),
    rows.find((row) => row.year === year),
  );
  once.claim(tx, item);
  return item;
}

const toVersion = (row: CalendarYearRow | undefined) =>
  row === undefined ? { version: 0 } : { version: row.version, changedBy: row.changed_by_name };

function refuseContradictions(year: CalendarYear): void {
  const issues = checkCalendarYear(year);
  if (issues.length === 0) return;
  const isMakeUp = (day: string) => year.makeUpDays.some((one) => one.day === day);
  throw new ProblemError(
    problems.contradiction,
    {},
    {
      faults: issues.map(({ day, message }) => ({
        path: isMakeUp(day) ? 'body.makeUpDays' : 'body.holidays',
        reason: { 'zh-CN': `${day}：${message['zh-CN']}`, en: `${day}: ${message.en}` },
      })),
    },
  );
}
