import { type KeyboardEvent, useRef, useState } from 'react';

import { Shape } from '#web/kit/common/Shape.tsx';
import { formatNearDay } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { RosterPerson, RosterWeek } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { useNameOf } from '../parts/use-places.ts';
import { cellKey, type Draft, shiftsIn, writeCell } from './draft.ts';
import { messages } from './messages.ts';

interface GridProps {
  readonly week: RosterWeek;
  readonly people: readonly RosterPerson[];
  readonly draft: Draft;
  /** Without it the grid is only read. */
  readonly onDraft: ((draft: Draft) => void) | undefined;
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** People by days. One cell is in the order of the Tab key; arrows move, digits fill, Delete clears. */
export function RosterGrid(props: GridProps) {
  const { week, people, draft, onDraft } = props;
  const t = useWords(messages);
  const table = useRef<HTMLTableElement>(null);
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const goTo = (row: number, column: number) => {
    if (row < 0 || row >= people.length || column < 0 || column >= week.days.length) return;
    setSpot({ row, column });
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
  };
  const write = ({ row, column }: Spot, shiftCode: string | null) => {
    const [person, day] = [people[row], week.days[column]];
    if (person === undefined || day === undefined || onDraft === undefined) return;
    onDraft(writeCell(week, draft, person, { day: day.day, shiftCode }));
  };
  const press = (event: KeyboardEvent, at: Spot) => {
    const step = STEPS[event.key];
    if (step !== undefined) goTo(at.row + step[0], at.column + step[1]);
    else if (event.key === 'Delete' || event.key === 'Backspace') write(at, null);
    else {
      const shift = /^[1-9]$/.test(event.key) ? week.shifts[Number(event.key) - 1] : undefined;
      if (shift === undefined) return;
      write(at, shift.code);
      goTo(at.row, at.column + 1);
    }
    event.preventDefault();
  };
  return (
    <>
      {onDraft === undefined ? null : <Keys week={week} />}
      <div className="ow-roster">
        <table ref={table} aria-label={t('roster')}>
          <GridHead week={week} />
          <tbody>
            {people.map((person, row) => (
              <tr key={person.id}>
                <PersonHead person={person} />
                {week.days.map(({ day }, column) => (
                  <GridCell
                    key={day}
                    {...props}
                    person={person}
                    day={day}
                    name={`${row}-${column}`}
                    isCurrent={spot.row === row && spot.column === column}
                    onFocus={() => setSpot({ row, column })}
                    onPress={(event) => press(event, { row, column })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Keys({ week }: { readonly week: RosterWeek }) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  return (
    <p className="ow-roster-keys">
      {t('keys')}{' '}
      {week.shifts.slice(0, 9).map((shift, index) => (
        <span key={shift.code}>
          <kbd>{index + 1}</kbd> {nameOf(shift)} {shift.starts}–{shift.ends}
        </span>
      ))}
      <span>{t('clear')}</span>
    </p>
  );
}

function GridHead({ week }: { readonly week: RosterWeek }) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  return (
    <thead>
      <tr>
        <th scope="col">{w('person')}</th>
        {week.days.map(({ day, isOpen, reasonZh, reasonEn }) => (
          <th key={day} scope="col" data-open={isOpen ? 'yes' : 'no'}>
            {formatNearDay(day, t.language)}
            {isOpen ? null : (
              <small>{nameOf({ nameZh: reasonZh, nameEn: reasonEn }) || t('closed')}</small>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function PersonHead({ person }: { readonly person: RosterPerson }) {
  const w = useWords(words);
  const nameOf = useNameOf();
  const place =
    person.windowNumber === null
      ? nameOf({ nameZh: person.postNameZh, nameEn: person.postNameEn })
      : w('windowNumber', { number: person.windowNumber });
  return (
    <th scope="row">
      {nameOf(person)} <small>{place}</small>
    </th>
  );
}

interface CellProps extends GridProps {
  readonly person: RosterPerson;
  readonly day: string;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onPress: (event: KeyboardEvent) => void;
}

function GridCell({ week, draft, person, day, name, isCurrent, onFocus, onPress }: CellProps) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  const codes = shiftsIn(week, draft, person.id, day);
  const isAway = person.awayOn.includes(day);
  const isChanged = draft.has(cellKey(person.id, day));
  const isWrong = week.conflicts.some((one) => one.personId === person.id && one.day === day);
  const text = codes
    .map((code) => nameOf(week.shifts.find((shift) => shift.code === code)))
    .join(' ');
  const said = t('cell', {
    name: nameOf(person),
    day: formatNearDay(day, t.language),
    shift: [text || t(isAway ? 'away' : 'empty'), isChanged ? t('changed') : ''].join(' '),
  });
  return (
    <td data-changed={isChanged ? 'yes' : 'no'} data-away={isAway ? 'yes' : 'no'}>
      <button
        type="button"
        data-cell={name}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={said}
        onFocus={onFocus}
        onKeyDown={onPress}
      >
        {isWrong ? <Shape tone="bad" /> : null}
        {text || (isAway ? t('away') : '')}
      </button>
    </td>
  );
}
