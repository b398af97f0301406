import { Button, Switch } from 'antd';
import { useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { addDays } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useAct, useMay } from '#web/client/index.ts';
import {
  DayField,
  KeepUnsaved,
  Notice,
  ProblemNotice,
  Section,
  useTell,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, type PlaceHours, routes } from '../../contract.ts';
import { copyMonday, startDraft, toStretches, type WeekDraft } from './draft.ts';
import { HoursHistory } from './HoursHistory.tsx';
import { messages } from './messages.ts';
import { OpeningPreview } from './OpeningPreview.tsx';
import { WeekGrid } from './WeekGrid.tsx';

/** The week of one place: edited on the left, what comes of it on the right, its history below. */
export function HoursEditor({ place }: { readonly place: PlaceHours }) {
  const t = useWords(messages);
  const today = localDay(systemClock.now());
  const [draft, setDraft] = useState<WeekDraft>(() => startDraft(place.rows, addDays(today, 1)));
  const stretches = draft.isChanged ? toStretches(draft) : undefined;
  return (
    <div className="ow-hours-columns">
      <div>
        <Section title={t('week')} description={t('weekHint')}>
          <WeekFields place={place} draft={draft} onChange={setDraft} today={today} />
        </Section>
        <HoursHistory rows={place.rows} today={today} />
      </div>
      <OpeningPreview
        siteId={place.siteId}
        zoneId={place.zoneId}
        draft={stretches && { validFrom: draft.validFrom, stretches }}
      />
    </div>
  );
}

interface WeekFieldsProps {
  readonly place: PlaceHours;
  readonly draft: WeekDraft;
  readonly onChange: (draft: WeekDraft) => void;
  readonly today: string;
}

function WeekFields({ place, draft, onChange, today }: WeekFieldsProps) {
  const t = useWords(messages);
  const tell = useTell();
  const mayManage = useMay()(permissions.manage);
  const save = useAct(routes.setOpeningHours, {
    onDone: (answer) => {
      tell.done(t('saved'));
      onChange(startDraft(answer.rows, draft.validFrom));
    },
  });
  const stretches = toStretches(draft);
  const { siteId, zoneId, tag } = place;
  if (!mayManage) return <WeekGrid draft={draft} onChange={onChange} isReadOnly />;
  return (
    <>
      <WeekGrid draft={draft} onChange={onChange} isReadOnly={false} />
      <div className="ow-hours-bar">
        <Button size="small" onClick={() => onChange(copyMonday(draft))}>
          {t('copyMonday')}
        </Button>
        <label title={t('onClosedDaysHint')} htmlFor="ow-hours-closed">
          <Switch
            id="ow-hours-closed"
            checked={draft.onClosedDays}
            onChange={(onClosedDays) => onChange({ ...draft, onClosedDays, isChanged: true })}
          />{' '}
          {t('onClosedDays')}
        </label>
        <label htmlFor="ow-hours-from">
          {t('validFrom')}{' '}
          <DayField
            id="ow-hours-from"
            value={draft.validFrom}
            onChange={(day) => onChange({ ...draft, validFrom: day ?? today, isChanged: true })}
          />
        </label>
      </div>
      {stretches === undefined ? <Notice tone="bad" title={t('wrongTimes')} /> : null}
      <ProblemNotice problem={save.error} />
      <div className="ow-form-buttons">
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!draft.isChanged || stretches === undefined}
          onClick={() => {
            const body = { zoneId, tag, validFrom: draft.validFrom, stretches: stretches ?? [] };
            save.mutate({ params: { id: siteId }, body });
          }}
        >
          {t('save')}
        </Button>
        <Button
          disabled={!draft.isChanged}
          onClick={() => onChange(startDraft(place.rows, addDays(today, 1)))}
        >
          {t('discard')}
        </Button>
      </div>
      <KeepUnsaved isDirty={draft.isChanged && !save.isPending} />
    </>
  );
}
