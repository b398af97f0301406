import type { HoursRow, Stretch } from '../../contract.ts';

export interface DraftStretch {
  /** Names the line on the page, while it is edited. */
  readonly key: number;
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

export interface WeekDraft {
  readonly validFrom: string;
  readonly onClosedDays: boolean;
  readonly stretches: readonly DraftStretch[];
  readonly isChanged: boolean;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

export const isTime = (text: string, isEnd: boolean): boolean =>
  TIME.test(text) || (isEnd && text === '24:00');

/** The rows that hold on a day. */
export function rowsOn(rows: readonly HoursRow[], day: string): HoursRow[] {
  return rows.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo));
}

/** A draft for a week from a day on, which begins with what is recorded for that day. */
export function startDraft(rows: readonly HoursRow[], validFrom: string): WeekDraft {
  const holding = rowsOn(rows, validFrom);
  return {
    validFrom,
    onClosedDays: holding.length > 0 && holding.every((row) => row.onClosedDays),
    stretches: holding
      .toSorted((a, b) => a.opens.localeCompare(b.opens))
      .map(({ weekday, opens, closes }, key) => ({ key, weekday, opens, closes })),
    isChanged: false,
  };
}

/** What the draft sends; undefined while a time of it is not one. */
export function toStretches(draft: WeekDraft): Stretch[] | undefined {
  const isSound = draft.stretches.every(
    ({ opens, closes }) => isTime(opens, false) && isTime(closes, true) && opens < closes,
  );
  if (!isSound) return undefined;
  return draft.stretches.map(({ weekday, opens, closes }) => ({
    weekday,
    opens,
    closes,
    onClosedDays: draft.onClosedDays,
  }));
}

const nextKey = (draft: WeekDraft) => Math.max(-1, ...draft.stretches.map(({ key }) => key)) + 1;

/** With one stretch more on a weekday: the afternoon after a morning, else the morning. */
export function addStretch(draft: WeekDraft, weekday: number): WeekDraft {
  const hasMorning = draft.stretches.some((one) => one.weekday === weekday && one.opens < '12:00');
  const [opens, closes] = hasMorning ? ['13:30', '17:00'] : ['09:00', '11:30'];
  const added = { key: nextKey(draft), weekday, opens, closes };
  return { ...draft, isChanged: true, stretches: [...draft.stretches, added] };
}

export function removeStretch(draft: WeekDraft, key: number): WeekDraft {
  const stretches = draft.stretches.filter((one) => one.key !== key);
  return { ...draft, isChanged: true, stretches };
}

export function changeStretch(
  draft: WeekDraft,
  key: number,
  change: Partial<Pick<DraftStretch, 'opens' | 'closes'>>,
): WeekDraft {
  const stretches = draft.stretches.map((one) => (one.key === key ? { ...one, ...change } : one));
  return { ...draft, isChanged: true, stretches };
}

/** Tuesday to Friday like Monday. */
export function copyMonday(draft: WeekDraft): WeekDraft {
  const monday = draft.stretches.filter(({ weekday }) => weekday === 1);
  const others = draft.stretches.filter(({ weekday }) => weekday === 1 || weekday > 5);
  let key = nextKey(draft);
  const copies = [2, 3, 4, 5].flatMap((weekday) =>
    monday.map((one) => ({ ...one, weekday, key: key++ })),
  );
  return { ...draft, isChanged: true, stretches: [...others, ...copies] };
}

export interface Period {
  readonly from: string;
  readonly to: string | null;
  readonly rows: readonly HoursRow[];
}

/** The rows gathered by the days on which they hold, the newest first. */
export function toPeriods(rows: readonly HoursRow[]): Period[] {
  const groups = Map.groupBy(rows, (row) => `${row.validFrom} ${row.validTo ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ from: first.validFrom, to: first.validTo, rows: group }];
  });
}
