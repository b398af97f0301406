import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import type { Plan, PlanUnit } from '../../contract.ts';
import { LABEL, layOutFloors, type PlacedFloor, type PlacedUnit, ROW } from './lay-out-floors.ts';
import { messages } from './messages.ts';
import { sayFloor, sayShortFloor } from './say-floor.ts';

import './plan.css';

export interface FloorPlanProps {
  readonly plan: Plan;
  readonly chosenId: string | undefined;
  readonly onChoose: (unit: PlanUnit) => void;
}

/** The floors of a building drawn one above the other, each unit with its state. Arrow keys move, Enter chooses. */
export function FloorPlan({ plan, chosenId, onChoose }: FloorPlanProps) {
  const t = useWords(messages);
  const titleId = useId();
  const ref = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layOutFloors(plan.units), [plan.units]);
  const [focusId, setFocusId] = useState<string>();
  const first = layout.floors[0]?.units[0]?.unit.id;
  const tabId = focusId ?? chosenId ?? first;
  const goTo = (unit: PlanUnit | undefined) => {
    if (unit === undefined) return;
    setFocusId(unit.id);
    ref.current?.querySelector<SVGGElement>(`[data-unit="${unit.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, placed: PlacedUnit, floorAt: number) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(placed.unit);
      return;
    }
    const next = findNext(event.key, layout.floors, placed, floorAt);
    if (next === undefined) return;
    event.preventDefault();
    goTo(next.unit);
  };
  return (
    <figure className="ow-plan">
      <figcaption id={titleId}>
        {t('planOf', { building: plan.building.name })} <small>{t('planHint')}</small>
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- wide plans scroll, with the keyboard too */}
      <div className="ow-plan-scroll" tabIndex={0} role="region" aria-labelledby={titleId}>
        <svg
          ref={ref}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          style={{ minWidth: layout.width }}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing has no fieldset
          role="group"
          aria-labelledby={titleId}
        >
          <defs>
            <pattern id={`${titleId}-hatch`} width="8" height="8" patternUnits="userSpaceOnUse">
              <path d="M0 8L8 0" className="ow-plan-hatch" />
            </pattern>
          </defs>
          {layout.floors.map((row, floorAt) => (
            <g key={row.floor}>
              <text x={LABEL - 10} y={row.y + ROW / 2} className="ow-plan-floor">
                {sayShortFloor(row.floor)}
              </text>
              <title>{sayFloor(t, row.floor)}</title>
              {row.units.map((placed) => (
                <UnitBox
                  key={placed.unit.id}
                  placed={placed}
                  y={row.y}
                  hatch={`url(#${titleId}-hatch)`}
                  isChosen={placed.unit.id === chosenId}
                  isInTabOrder={placed.unit.id === tabId}
                  onChoose={() => onChoose(placed.unit)}
                  onKeyDown={(event) => onKeyDown(event, placed, floorAt)}
                />
              ))}
            </g>
          ))}
        </svg>
      </div>
      <Legend units={plan.units} />
    </figure>
  );
}

/** The unit beside, above or below. */
function findNext(
  key: string,
  floors: readonly PlacedFloor[],
  from: PlacedUnit,
  floorAt: number,
): PlacedUnit | undefined {
  const row = floors[floorAt]?.units ?? [];
  const at = row.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return row[at + 1];
    case 'ArrowLeft':
      return row[at - 1];
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    case 'ArrowUp':
      return nearest(floors[floorAt - 1], from);
    case 'ArrowDown':
      return nearest(floors[floorAt + 1], from);
    default:
      return undefined;
  }
}

function nearest(row: PlacedFloor | undefined, { x, width }: PlacedUnit): PlacedUnit | undefined {
  const middle = (one: Pick<PlacedUnit, 'x' | 'width'>) => one.x + one.width / 2;
  const far = (one: PlacedUnit) => Math.abs(middle(one) - middle({ x, width }));
  return row?.units.toSorted((a, b) => far(a) - far(b))[0];
}

interface UnitBoxProps {
  readonly placed: PlacedUnit;
  readonly y: number;
  readonly hatch: string;
  readonly isChosen: boolean;
  readonly isInTabOrder: boolean;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function UnitBox(props: UnitBoxProps) {
  const { placed, y, hatch, isChosen, isInTabOrder, onChoose, onKeyDown } = props;
  const t = useWords(messages);
  const { unit, x, width } = placed;
  const isTaken = unit.state === 'part' || unit.state === 'full';
  const below = isTaken ? t('firms', { count: unit.taken }) : t(unit.state);
  // What is seen stands first, word by word, so that whoever speaks to the page can name it.
  const said = [
    `${unit.roomNo} ${below}`,
    ...(isTaken ? [t(unit.state)] : []),
    t('areaOf', { area: unit.areaM2 }),
  ].join(t('comma'));
  return (
    <g
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- there is no button inside a drawing
      role="button"
      aria-pressed={isChosen}
      aria-label={said}
      tabIndex={isInTabOrder ? 0 : -1}
      data-unit={unit.id}
      data-state={unit.state}
      data-chosen={isChosen ? 'yes' : 'no'}
      className="ow-plan-unit"
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <rect x={x} y={y + 2} width={width} height={ROW - 6} rx="5" />
      {unit.state === 'excluded' ? (
        <rect x={x} y={y + 2} width={width} height={ROW - 6} rx="5" style={{ fill: hatch }} />
      ) : null}
      <text x={x + width / 2} y={y + 24} className="ow-plan-room">
        {unit.roomNo}
      </text>{' '}
      <text x={x + width / 2} y={y + 42} className="ow-plan-said">
        {below}
      </text>
    </g>
  );
}

const STATES = ['free', 'part', 'full', 'suspended', 'expired', 'excluded'] as const;

function Legend({ units }: { readonly units: readonly PlanUnit[] }) {
  const t = useWords(messages);
  const counts = STATES.map((state) => ({
    state,
    count: units.filter((unit) => unit.state === state).length,
  })).filter(({ count }) => count > 0);
  return (
    <ul className="ow-plan-legend" aria-label={t('legend')}>
      {counts.map(({ state, count }) => (
        <li key={state} data-state={state}>
          <span aria-hidden="true" />
          {t(state)} {count}
        </li>
      ))}
    </ul>
  );
}
