import { Segmented } from 'antd';
import { z } from 'zod';

import { useCall, useLive, useLiveState } from '#web/client/index.ts';
import { Notice, Page, Section, useFilters, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Hall, LIVE, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { SiteSelect } from '../parts/SiteSelect.tsx';
import { useSite } from '../parts/use-site.ts';
import { DevicesInFault } from './DevicesInFault.tsx';
import { HallFigures } from './HallFigures.tsx';
import { HallLines } from './HallLines.tsx';
import { HallMap } from './HallMap.tsx';
import { LastCalls, Suggestions } from './HallSides.tsx';

import './live.css';

const Place = z.object({
  site: z.uuid().optional(),
  floor: z.coerce.number().int().optional(),
});

/** The cockpit: the hall as it is at this moment. */
export function LivePage() {
  const t = useWords(messages);
  const [place, setPlace] = useFilters(Place);
  const { options, siteId } = useSite(place.site);
  return (
    <Page
      title={t('live')}
      description={t('liveHint')}
      actions={
        <SiteSelect
          siteId={siteId}
          options={options}
          onChange={(site) => setPlace({ site, floor: undefined })}
        />
      }
    >
      {siteId === undefined ? null : (
        <SiteLive siteId={siteId} floor={place.floor} onFloor={(floor) => setPlace({ floor })} />
      )}
    </Page>
  );
}

interface SiteLiveProps {
  readonly siteId: string;
  readonly floor: number | undefined;
  readonly onFloor: (floor: number) => void;
}

function SiteLive({ siteId, floor, onFloor }: SiteLiveProps) {
  const t = useWords(messages);
  const live = useLiveState();
  const answer = useCall(
    routes.showHall,
    { query: { siteId } },
    { refreshMs: 15_000, freshMs: 2_000, keepsFormer: true },
  );
  useLive([`${LIVE.site}/${siteId}`]);
  return (
    <WithAnswer answer={answer}>
      {(hall) => (
        <>
          {live === 'reconnecting' ? <Notice tone="warn" title={t('reconnecting')} /> : null}
          <HallFigures hall={hall} />
          <div className="ow-live-split">
            <FloorMap hall={hall} floor={floor} onFloor={onFloor} />
            <div>
              <Suggestions hall={hall} />
              <LastCalls hall={hall} />
              <DevicesInFault />
            </div>
          </div>
          <HallLines hall={hall} />
        </>
      )}
    </WithAnswer>
  );
}

interface FloorMapProps {
  readonly hall: Hall;
  readonly floor: number | undefined;
  readonly onFloor: (floor: number) => void;
}

function FloorMap({ hall, floor, onFloor }: FloorMapProps) {
  const t = useWords(messages);
  const floors = [...new Set(hall.zones.map((zone) => zone.floor))].toSorted((a, b) => a - b);
  const shown = floor ?? floors[0] ?? 1;
  const zones = hall.zones.filter((zone) => zone.floor === shown);
  const ids = new Set(zones.map((zone) => zone.id));
  const byId = new Map(hall.windows.map((window) => [window.id, window]));
  return (
    <Section
      title={t('map')}
      actions={
        <Segmented<number>
          aria-label={t('map')}
          value={shown}
          options={floors.map((value) => ({ value, label: t('floor', { floor: value }) }))}
          onChange={onFloor}
        />
      }
    >
      <HallMap
        label={`${t('map')} ${t('floor', { floor: shown })}`}
        zones={zones}
        windows={hall.windows.filter((window) => ids.has(window.zoneId))}
        stateOf={(id) => byId.get(id)?.state ?? 'offline'}
        textOf={(id) => byId.get(id)?.ticketNumber ?? ''}
      />
    </Section>
  );
}
