import type { RosterCell, RosterPerson, RosterWeek } from '../../contract.ts';

/** Changes of the grid that are not saved, by cell. */
export type Draft = ReadonlyMap<string, RosterCell>;

export const NO_DRAFT: Draft = new Map();

export const cellKey = (personId: string, day: string) => `${personId} ${day}`;

/** The shifts in a cell as it will be once saved; several only where an import made them. */
export function shiftsIn(
  week: Pick<RosterWeek, 'entries'>,
  draft: Draft,
  personId: string,
  day: string,
): readonly string[] {
  const change = draft.get(cellKey(personId, day));
  if (change !== undefined) return change.shiftCode === null ? [] : [change.shiftCode];
  return week.entries
    .filter((entry) => entry.personId === personId && entry.day === day)
    .map((entry) => entry.shiftCode);
}

/** The draft after a cell was filled or cleared; a cell that is as it was is no change. */
export function writeCell(
  week: Pick<RosterWeek, 'entries'>,
  draft: Draft,
  person: Pick<RosterPerson, 'id' | 'windowId'>,
  { day, shiftCode }: { readonly day: string; readonly shiftCode: string | null },
): Draft {
  const key = cellKey(person.id, day);
  const next = new Map(draft);
  next.delete(key);
  const saved = week.entries.filter((entry) => entry.personId === person.id && entry.day === day);
  const isSame =
    shiftCode === null
      ? saved.length === 0
      : saved.length === 1 && saved[0]?.shiftCode === shiftCode;
  if (isSame) return next;
  next.set(key, {
    day,
    personId: person.id,
    shiftCode,
    zoneId: saved[0]?.zoneId ?? null,
    windowId: saved[0] === undefined ? person.windowId : saved[0].windowId,
  });
  return next;
}

/** People whose name, number or window is typed. */
export function narrow(people: readonly RosterPerson[], text: string): readonly RosterPerson[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return people;
  return people.filter((person) =>
    [person.nameZh, person.nameEn, person.employeeNo, String(person.windowNumber ?? '')].some(
      (part) => part.toLowerCase().includes(wanted),
    ),
  );
}
