import { Button, Segmented, Slider } from 'antd';
import { useEffect, useState } from 'react';
import { z } from 'zod';

import { addDays, weekdayOf } from '#kernel/clock/day.ts';
import { useCall } from '#web/client/index.ts';
import {
  EmptyState,
  formatTime,
  Page,
  Section,
  useFilters,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Hall, type ReplayStep, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { DayChoice } from '../parts/DayChoice.tsx';
import { SiteSelect } from '../parts/SiteSelect.tsx';
import { useSite } from '../parts/use-site.ts';
import { useToday } from '../parts/use-today.ts';
import { HallMap } from './HallMap.tsx';
import { hallAt } from './replay.ts';

import './live.css';

const Place = z.object({ site: z.uuid().optional(), day: z.iso.date().optional() });

/** The last day before on which most halls are open. */
function lastWorkday(today: string): string {
  const day = addDays(today, -1);
  return weekdayOf(day) > FRIDAY ? lastWorkday(day) : day;
}

const FRIDAY = 5;

/** A past day, step by step. */
export function ReplayPage() {
  const t = useWords(messages);
  const today = useToday();
  const [place, setPlace] = useFilters(Place);
  const { options, siteId } = useSite(place.site);
  const day = place.day ?? lastWorkday(today);
  return (
    <Page
      title={t('replay')}
      description={t('replayHint')}
      actions={
        <>
          <SiteSelect siteId={siteId} options={options} onChange={(site) => setPlace({ site })} />
          <DayChoice label={t('day')} day={day} onChange={(next) => setPlace({ day: next })} />
        </>
      }
    >
      {siteId === undefined ? null : <Day key={`${siteId}/${day}`} siteId={siteId} day={day} />}
    </Page>
  );
}

function Day({ siteId, day }: { readonly siteId: string; readonly day: string }) {
  const t = useWords(messages);
  const steps = useCall(routes.replayDay, { query: { siteId, day } });
  const hall = useCall(routes.showHall, { query: { siteId } });
  return (
    <WithAnswer answer={steps}>
      {(replay) =>
        replay.steps.length === 0 ? (
          <EmptyState title={t('noSteps')} />
        ) : (
          <WithAnswer answer={hall}>
            {(seen) => <Player steps={replay.steps} hall={seen} />}
          </WithAnswer>
        )
      }
    </WithAnswer>
  );
}

interface PlayerProps {
  readonly steps: readonly ReplayStep[];
  readonly hall: Hall;
}

const STEP_MS = 300;

function Player({ steps, hall }: PlayerProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const [at, setAt] = useState(steps.length - 1);
  const [isPlaying, setPlaying] = useState(false);
  const isOver = at >= steps.length - 1;
  useEffect(() => {
    if (!isPlaying || isOver) return undefined;
    const timer = setTimeout(() => setAt(at + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, isOver, at]);
  const now = hallAt(steps, at);
  const floors = [...new Set(hall.zones.map((zone) => zone.floor))].toSorted((a, b) => a - b);
  const [floor, setFloor] = useState(floors[0] ?? 1);
  const zones = hall.zones.filter((zone) => zone.floor === floor);
  const ids = new Set(zones.map((zone) => zone.id));
  const waiting = hall.businesses
    .map((line) => ({ line, count: now.waiting.get(line.id) ?? 0 }))
    .filter(({ count }) => count > 0);
  const time = steps[at]?.at;
  return (
    <>
      <div className="ow-live-bar">
        <Button
          onClick={() => {
            if (isOver) setAt(0);
            setPlaying(!isPlaying || isOver);
          }}
        >
          {isPlaying && !isOver ? t('stop') : t('play')}
        </Button>
        <strong>{time === undefined ? '' : formatTime(time, language)}</strong>
        <Segmented<number>
          aria-label={t('map')}
          value={floor}
          options={floors.map((value) => ({ value, label: t('floor', { floor: value }) }))}
          onChange={setFloor}
        />
      </div>
      <Slider
        className="ow-live-steps"
        ariaLabelForHandle={t('time')}
        min={0}
        max={steps.length - 1}
        value={at}
        tooltip={{ open: false }}
        onChange={(next) => {
          setPlaying(false);
          setAt(next);
        }}
      />
      <div className="ow-live-split">
        <HallMap
          label={t('map')}
          zones={zones}
          windows={hall.windows.filter((window) => ids.has(window.zoneId))}
          stateOf={(id) => now.windows.get(id)?.state ?? 'offline'}
          textOf={(id) => now.windows.get(id)?.number ?? ''}
        />
        <Section title={t('lines')}>
          {waiting.length === 0 ? <p>{t('noOne')}</p> : null}
          <ul>
            {waiting.map(({ line, count }) => (
              <li key={line.id}>
                {language === 'en' ? line.nameEn : line.nameZh}: {t('waiting', { count })}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}
