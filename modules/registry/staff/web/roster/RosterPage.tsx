import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';

import { addDays } from '#kernel/clock/day.ts';
import { useAct, useCall, useMay } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  formatDay,
  Notice,
  Page,
  useFilters,
  useKey,
  useTell,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { usePlaces } from '../parts/use-places.ts';
import { messages } from './messages.ts';
import { RosterEditor } from './RosterEditor.tsx';

import '../staff.css';

const Filters = z.object({ siteId: z.uuid().optional(), day: z.iso.date().optional() });

/** The roster of a site, week by week. */
export function RosterPage() {
  const t = useWords(messages);
  const places = usePlaces();
  const [filters, setFilters] = useFilters(Filters);
  const siteId = filters.siteId ?? places.firstSiteId ?? '';
  const mayPlan = useMay()(permissions.roster);
  const answer = useCall(
    routes.showRoster,
    { query: { siteId, day: filters.day } },
    { enabled: siteId !== '' },
  );
  const monday = answer.data?.monday;
  const turn = (days: number) => {
    if (monday !== undefined) setFilters({ day: addDays(monday, days) });
  };
  useKey({ keys: 'PageDown', does: { 'zh-CN': '下一周', en: 'Next week' } }, () => turn(7));
  useKey({ keys: 'PageUp', does: { 'zh-CN': '上一周', en: 'Week before' } }, () => turn(-7));
  return (
    <Page title={t('roster')} description={t(mayPlan ? 'rosterHint' : 'rosterRead')}>
      <WeekBar
        monday={monday}
        siteId={siteId}
        onSite={(chosen) => setFilters({ siteId: chosen })}
        onTurn={turn}
        onToday={() => setFilters({ day: undefined })}
      >
        {mayPlan && monday !== undefined ? <CopyButton siteId={siteId} monday={monday} /> : null}
      </WeekBar>
      <WithAnswer answer={answer} lines={12}>
        {(week) => (
          <RosterEditor key={`${week.siteId} ${week.monday}`} week={week} mayPlan={mayPlan} />
        )}
      </WithAnswer>
    </Page>
  );
}

interface WeekBarProps {
  readonly monday: string | undefined;
  readonly siteId: string;
  readonly onSite: (siteId: string) => void;
  readonly onTurn: (days: number) => void;
  readonly onToday: () => void;
  readonly children: ReactNode;
}

function WeekBar({ monday, siteId, onSite, onTurn, onToday, children }: WeekBarProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const places = usePlaces();
  const say = (day: string) => formatDay(day, t.language);
  return (
    <div className="ow-staff-bar">
      <label>
        {w('site')}
        <Select
          className="ow-field-narrow"
          value={siteId}
          options={places.siteOptions}
          onChange={onSite}
        />
      </label>
      <Button onClick={() => onTurn(-7)}>{t('previous')}</Button>
      <strong aria-live="polite">
        {monday === undefined
          ? ''
          : w('shownDays', { from: say(monday), to: say(addDays(monday, 6)) })}
      </strong>
      <Button onClick={() => onTurn(7)}>{t('next')}</Button>
      <Button onClick={onToday}>{t('thisWeek')}</Button>
      {children}
    </div>
  );
}

function CopyButton({ siteId, monday }: { readonly siteId: string; readonly monday: string }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const tell = useTell();
  const act = useAct(routes.copyWeek, {
    onDone: ({ copied }) => tell.done(t('copied', { count: copied })),
  });
  const copy = () =>
    act.mutate(
      { body: { siteId, from: addDays(monday, -7), to: monday } },
      { onError: tell.problem },
    );
  const left = act.data?.left ?? [];
  return (
    <>
      <Button loading={act.isPending} onClick={copy}>
        {t('copy')}
      </Button>
      {left.length === 0 ? null : (
        <Notice tone="warn" title={t('left', { count: left.length })}>
          <ul>
            {left.slice(0, 20).map((one) => (
              <li key={`${one.personId} ${one.day} ${one.shiftCode}`}>{say(one.sentence)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
