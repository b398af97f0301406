import { DeviceFrame, OldNotice } from '#web/devices/frame/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { type DeviceHall, windowStateWords } from '../../contract.ts';
import { fitName } from '../parts/fit-name.ts';
import { HallHeader } from './HallHeader.tsx';
import { messages } from './messages.ts';
import { useHall } from './use-hall.ts';

import './hall.css';
import './zones.css';

/** 分区屏: each floor as a plan, its windows as they stand, and how many wait where. */
export function ZonesPage() {
  return (
    <DeviceFrame kinds={['information-screen', 'media-player', 'calling-display']}>
      <Zones />
    </DeviceFrame>
  );
}

type Zone = DeviceHall['zones'][number];

function Zones() {
  const t = useWords(messages);
  const kept = useHall();
  const hall = kept.value;
  const floors = hall
    ? [...new Set(hall.zones.map(({ floor }) => floor))].toSorted((a, b) => a - b)
    : [];
  return (
    <div className="ow-hall-wide">
      <HallHeader hall={hall} isTouched={false} />
      <OldNotice kept={kept} />
      <main className="ow-zones" aria-busy={hall === undefined}>
        <h1 className="ow-only-read">{t('zonesTitle')}</h1>
        {hall === undefined
          ? null
          : floors.map((floor) => <Floor key={floor} hall={hall} floor={floor} />)}
      </main>
      <Legend />
    </div>
  );
}

/** One unit of the plan is a hundredth of the building's width. */
function Floor({ hall, floor }: { readonly hall: DeviceHall; readonly floor: number }) {
  const t = useWords(messages);
  const zones = hall.zones.filter((zone) => zone.floor === floor);
  const ids = new Set(zones.map(({ id }) => id));
  const windows = hall.windows.filter(({ zoneId }) => ids.has(zoneId));
  const width = Math.max(1, ...zones.map((zone) => zone.x + zone.width));
  const height = Math.max(1, ...zones.map((zone) => zone.y + zone.height));
  return (
    <section className="ow-zones-floor">
      <h2>{t('floor', { floor })}</h2>
      <svg
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
        role="img"
        aria-label={t('mapOf', { floor })}
      >
        {zones.map((zone) => (
          <ZoneBox key={zone.id} zone={zone} hall={hall} />
        ))}
        {windows.map((window) => (
          <g
            key={window.id}
            className="ow-zones-window"
            data-state={window.state}
            transform={`translate(${window.x} ${window.y})`}
          >
            <rect x="-2" y="-2" width="4" height="4" rx="0.7" />
            <text y="0.75">{window.number}</text>
          </g>
        ))}
      </svg>
    </section>
  );
}

function ZoneBox({ zone, hall }: { readonly zone: Zone; readonly hall: DeviceHall }) {
  const t = useWords(messages);
  const waiting = hall.businesses
    .filter(({ zoneId }) => zoneId === zone.id)
    .reduce((sum, business) => sum + business.waiting, 0);
  const windows = hall.windows.filter(({ zoneId }) => zoneId === zone.id);
  const open = windows.filter(({ state }) => state !== 'offline' && state !== 'closed').length;
  const name = t.language === 'en' ? zone.nameEn : zone.nameZh;
  const { lines, size } = fitName(name, zone.width - 1.5);
  return (
    <g transform={`translate(${zone.x} ${zone.y})`}>
      <rect className="ow-zones-zone" width={zone.width} height={zone.height} rx="0.8" />
      <text className="ow-zones-name" fontSize={size}>
        {lines.map((line, row) => (
          <tspan key={line} x="0.8" y={(size + 0.1) * (row + 1) + (lines.length === 1 ? 0.5 : 0.1)}>
            {line}
          </tspan>
        ))}
      </text>
      {windows.length === 0 ? null : (
        <text className="ow-zones-count" x="0.8" y={zone.height - 0.9}>
          {t('people', { count: waiting })} · {t('openOf', { open, all: windows.length })}
        </text>
      )}
    </g>
  );
}

const SHOWN = ['idle', 'calling', 'serving', 'paused', 'offline'] as const;

function Legend() {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <footer className="ow-zones-legend">
      <span>{t('legend')}</span>
      {SHOWN.map((state) => (
        <span key={state}>
          <svg viewBox="-2.5 -2.5 5 5" aria-hidden="true">
            <g className="ow-zones-window" data-state={state}>
              <rect x="-2" y="-2" width="4" height="4" rx="0.7" />
            </g>
          </svg>
          {say(windowStateWords[state])}
        </span>
      ))}
    </footer>
  );
}
