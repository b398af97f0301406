import { type KeyboardEvent, useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import type { Window, Zone } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { useNameOf } from '../parts/use-names.ts';
import { findNext } from './nearest.ts';
import { WindowMark } from './WindowMark.tsx';
import { wrapName } from './wrap-name.ts';

interface HallPlanProps {
  readonly label: string;
  readonly zones: readonly Zone[];
  readonly windows: readonly Window[];
  readonly chosenId: string | undefined;
  readonly onOpen: (window: Window) => void;
}

/** One floor of a site drawn from its records: zones, and windows with their state. */
export function HallPlan({ label, zones, windows, chosenId, onOpen }: HallPlanProps) {
  const [activeId, setActive] = useState<string>();
  const active = windows.find(({ id }) => id === activeId) ?? windows[0];
  const press = (event: KeyboardEvent<SVGGElement>, window: Window) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(window);
      return;
    }
    const next = findNext(windows, window, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next.id);
    document.querySelector<SVGGElement>(`#window-${CSS.escape(next.id)}`)?.focus();
  };
  return (
    <div className="ow-hall-plan">
      <svg
        viewBox="-0.5 -0.5 101 61"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing whose parts are pressed is a group, and SVG has no fieldset
        role="group"
        aria-label={label}
      >
        {zones.map((zone) => (
          <ZoneMark
            key={zone.id}
            zone={zone}
            hasWindows={windows.some(({ zoneId }) => zoneId === zone.id)}
          />
        ))}
        {windows.map((window) => (
          <WindowMark
            key={window.id}
            window={window}
            isChosen={window.id === chosenId}
            isActive={window.id === active?.id}
            onOpen={() => onOpen(window)}
            onKey={(event) => press(event, window)}
            onFocus={() => setActive(window.id)}
          />
        ))}
      </svg>
    </div>
  );
}

interface ZoneMarkProps {
  readonly zone: Zone;
  readonly hasWindows: boolean;
}

function ZoneMark({ zone, hasWindows }: ZoneMarkProps) {
  const w = useWords(words);
  const nameOf = useNameOf();
  const name = nameOf(zone);
  // Windows stand close below the name.
  const { lines, size } = wrapName(name, zone.width - 1.4, hasWindows ? 2 : 3);
  const top = lines.length > 1 ? 1.35 : 1.7;
  return (
    <g className="ow-hall-zone" data-kind={zone.kind}>
      <title>{name}</title>
      <rect x={zone.x} y={zone.y} width={zone.width} height={zone.height} rx={0.6} />
      <text className="ow-hall-zone-name" style={{ fontSize: `${size}px` }}>
        {lines.map((line, index) => (
          <tspan key={line} x={zone.x + 0.7} y={zone.y + top + index * size}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={zone.x + 0.7} y={zone.y + zone.height - 0.7}>
        {w(`zone.${zone.kind}`)}
      </text>
    </g>
  );
}
