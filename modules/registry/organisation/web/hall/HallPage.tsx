import { Segmented, Select } from 'antd';
import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  EmptyState,
  Page,
  Section,
  StatusTag,
  useFilters,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type Window, WindowState, type Zone } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { stateTones } from '../parts/Tags.tsx';
import { useNames } from '../parts/use-names.ts';
import { HallPlan } from './HallPlan.tsx';
import { messages } from './messages.ts';
import { WindowDrawer } from './WindowDrawer.tsx';
import { ZonesTable } from './ZonesTable.tsx';

import './hall.css';

const Place = z.object({
  site: z.uuid().optional(),
  floor: z.coerce.number().int().optional(),
  window: z.uuid().optional(),
});
const REFRESH_MS = 3000;

/** The hall as a plan: every window of a floor with its state, which moves by itself. */
export function HallPage() {
  const t = useWords(messages);
  const names = useNames();
  const [place, setPlace] = useFilters(Place);
  const siteId = place.site ?? names.siteOptions[0]?.value;
  return (
    <Page title={t('hall')} description={t('hallHint')}>
      {siteId === undefined ? null : (
        <SitePlan
          siteId={siteId}
          floor={place.floor}
          windowId={place.window}
          onSite={(site) => setPlace({ site, floor: undefined, window: undefined })}
          onFloor={(floor) => setPlace({ floor, window: undefined })}
          onWindow={(window) => setPlace({ window })}
        />
      )}
    </Page>
  );
}

interface SitePlanProps {
  readonly siteId: string;
  readonly floor: number | undefined;
  readonly windowId: string | undefined;
  readonly onSite: (siteId: string) => void;
  readonly onFloor: (floor: number) => void;
  readonly onWindow: (windowId: string | undefined) => void;
}

function SitePlan(props: SitePlanProps) {
  const { siteId, windowId } = props;
  const query = { siteId, limit: 500 };
  const zones = useCall(routes.listZones, { query });
  const windows = useCall(
    routes.listWindows,
    { query },
    { refreshMs: REFRESH_MS, keepsFormer: true },
  );
  const floors = [...new Set(zones.data?.items.map((zone) => zone.floor) ?? [])].toSorted(
    (a, b) => a - b,
  );
  const floor = props.floor ?? floors[0] ?? 1;
  return (
    <>
      <Section>
        <WithAnswer answer={zones} lines={12}>
          {({ items }) => (
            <Floor
              {...props}
              floor={floor}
              floors={floors}
              zones={items.filter((zone) => zone.floor === floor)}
              windows={windows.data?.items ?? []}
            />
          )}
        </WithAnswer>
      </Section>
      <ZonesTable siteId={siteId} floor={floor} />
      {windowId === undefined ? null : (
        <WindowDrawer windowId={windowId} onClose={() => props.onWindow(undefined)} />
      )}
    </>
  );
}

interface FloorProps extends SitePlanProps {
  readonly floor: number;
  readonly floors: readonly number[];
  readonly zones: readonly Zone[];
  readonly windows: readonly Window[];
}

function Floor({ siteId, floor, floors, zones, windows, ...props }: FloorProps) {
  const t = useWords(messages);
  const names = useNames();
  const here = new Set(zones.map((zone) => zone.id));
  const shown = windows.filter((window) => here.has(window.zoneId));
  return (
    <>
      <div className="ow-hall-bar">
        <Select
          aria-label={t('site')}
          value={siteId}
          options={names.siteOptions}
          onChange={props.onSite}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
        <Segmented
          aria-label={t('floor')}
          value={floor}
          options={floors.map((one) => ({ value: one, label: t('floorName', { floor: one }) }))}
          onChange={props.onFloor}
        />
        <Counts windows={shown} />
      </div>
      {zones.length === 0 ? (
        <EmptyState title={t('noPlan')} hint={t('noPlanHint')} />
      ) : (
        <HallPlan
          label={t('plan', { site: names.name(siteId), floor })}
          zones={zones}
          windows={shown}
          chosenId={props.windowId}
          onOpen={(window) => props.onWindow(window.id)}
        />
      )}
    </>
  );
}

function Counts({ windows }: { readonly windows: readonly Window[] }) {
  const t = useWords(messages);
  const w = useWords(words);
  return (
    <output className="ow-hall-counts">
      {WindowState.options.map((state) => (
        <StatusTag key={state} tone={stateTones[state]}>
          {t('count', {
            state: w(`state.${state}`),
            count: windows.filter((window) => window.state === state).length,
          })}
        </StatusTag>
      ))}
    </output>
  );
}
