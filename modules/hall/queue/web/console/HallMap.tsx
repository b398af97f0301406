import { useLanguage } from '#web/kit/staff/index.ts';

import {
  type WindowNow,
  type WindowState,
  windowStateMarks,
  windowStateWords,
  type ZoneNow,
} from '../../contract.ts';
import { fitName } from '../parts/fit-name.ts';
import { WINDOW_TONES } from '../parts/Tags.tsx';

interface HallMapProps {
  readonly label: string;
  readonly zones: readonly ZoneNow[];
  readonly windows: ReadonlyArray<Pick<WindowNow, 'id' | 'number' | 'zoneId' | 'x' | 'y'>>;
  readonly stateOf: (windowId: string) => WindowState;
  readonly textOf: (windowId: string) => string;
}

const WIDTH = 4.2;
const HEIGHT = 5;

/** One floor with its windows; each says its number, its state by colour and word, and whom it serves. */
export function HallMap({ label, zones, windows, stateOf, textOf }: HallMapProps) {
  const { language } = useLanguage();
  const box = extentOf(zones);
  return (
    <div className="ow-live-map">
      <svg viewBox={box} role="img" aria-label={label}>
        {zones.map((zone) => (
          <g key={zone.id} className="ow-live-zone">
            <rect x={zone.x} y={zone.y} width={zone.width} height={zone.height} rx={0.6} />
            <ZoneName zone={zone} />
          </g>
        ))}
        {windows.map((window) => {
          const state = stateOf(window.id);
          return (
            <g key={window.id} className="ow-live-window" data-tone={WINDOW_TONES[state]}>
              <title>{`${window.number} ${windowStateWords[state][language]}`}</title>
              <rect
                x={window.x - WIDTH / 2}
                y={window.y - HEIGHT / 2}
                width={WIDTH}
                height={HEIGHT}
                rx={0.4}
              />
              <text x={window.x} y={window.y - 0.6} className="ow-live-number">
                {window.number}
              </text>
              <text x={window.x} y={window.y + 1.5} className="ow-live-word">
                {textOf(window.id) || windowStateMarks[state][language]}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

const LARGEST = 1.5;

function ZoneName({ zone }: { readonly zone: ZoneNow }) {
  const { language } = useLanguage();
  const name = language === 'en' ? zone.nameEn : zone.nameZh;
  const { lines, size } = fitName(name, zone.width - 1.4);
  const shown = Math.min(LARGEST, size);
  return (
    <text y={zone.y + (lines.length > 1 ? 0 : 0.3)} fontSize={shown}>
      {lines.map((line) => (
        <tspan key={line} x={zone.x + 0.7} dy="1em">
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The part of the plan that the zones cover, with a little room around. */
function extentOf(zones: readonly ZoneNow[]): string {
  if (zones.length === 0) return '0 0 100 60';
  const left = Math.min(...zones.map((zone) => zone.x));
  const top = Math.min(...zones.map((zone) => zone.y));
  const right = Math.max(...zones.map((zone) => zone.x + zone.width));
  const bottom = Math.max(...zones.map((zone) => zone.y + zone.height));
  return `${left - 1} ${top - 1} ${right - left + 2} ${bottom - top + 2}`;
}
