import { Button, Modal } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { addDays } from '#kernel/clock/day.ts';
import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  formatNearDay,
  Page,
  useContractForm,
  useFilters,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, type PlannedDay, type PlannedSlot, routes } from '../../contract.ts';
import { CancelBooked } from './CancelBooked.tsx';
import { messages } from './messages.ts';

import './plan.css';

const Filters = z.object({ from: z.iso.date().optional() });
const WEEK = 7;

interface Chosen {
  readonly day: PlannedDay;
  readonly slot: PlannedSlot | undefined;
}

/** The calendar of a group's places: a week of days, each slot with what is booked. */
export function PlanPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const id = useParam('groupId');
  const groups = useCall(routes.listGroups);
  const group = groups.data?.items.find((one) => one.id === id);
  const [{ from }, setFilters] = useFilters(Filters);
  const [chosen, choose] = useState<Chosen | undefined>(undefined);
  const query = { days: WEEK, ...(from === undefined ? {} : { from }) };
  const plan = useCall(routes.planSlots, { params: { id }, query }, { keepsFormer: true });
  const first = plan.data?.days[0]?.day;
  const go = (days: number) => {
    if (first !== undefined) setFilters({ from: addDays(first, days) });
  };
  const name = group === undefined ? '' : say({ 'zh-CN': group.nameZh, en: group.nameEn });
  return (
    <Page
      title={`${t('plan')} ${name}`}
      description={t('planHint')}
      crumbs={[{ title: t('groups'), to: '/appointments/groups' }]}
      actions={
        <>
          <Button onClick={() => go(-WEEK)}>{t('earlier')}</Button>
          <Button onClick={() => go(WEEK)}>{t('later')}</Button>
        </>
      }
    >
      <WithAnswer answer={plan}>
        {({ days }) => (
          <div className="ow-plan">
            {days.map((day) => (
              <DayColumn key={day.day} day={day} onChoose={(slot) => choose({ day, slot })} />
            ))}
          </div>
        )}
      </WithAnswer>
      {chosen === undefined ? null : (
        <PlacesModal groupId={id} {...chosen} onClose={() => choose(undefined)} />
      )}
    </Page>
  );
}

interface DayColumnProps {
  readonly day: PlannedDay;
  readonly onChoose: (slot: PlannedSlot | undefined) => void;
}

function DayColumn({ day, onChoose }: DayColumnProps) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const may = useMay();
  return (
    <section aria-label={formatNearDay(day.day, language)}>
      <h2>{formatNearDay(day.day, language)}</h2>
      <p>{day.reason === null ? t('staffed', { count: day.staffedWindows }) : say(day.reason)}</p>
      {day.stranded === 0 ? null : (
        <p className="ow-plan-stranded">{t('stranded', { count: day.stranded })}</p>
      )}
      {may(permissions.manage) && day.slots.length > 0 ? (
        <Button size="small" onClick={() => onChoose(undefined)}>
          {t('setDay')}
        </Button>
      ) : null}
      <ul>
        {day.slots.map((slot) => (
          <li key={slot.from}>
            <button
              type="button"
              data-state={slot.state}
              disabled={!may(permissions.manage)}
              onClick={() => onChoose(slot)}
            >
              <b>{slot.from}</b>
              <span>{t('booking', { booked: slot.booked, places: slot.places })}</span>
              {slot.override === null ? null : <small>{t('set')}</small>}
              <span
                className="ow-plan-bar"
                style={{ inlineSize: `${share(slot)}%` }}
                aria-hidden="true"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const share = ({ booked, places }: PlannedSlot): number =>
  places === 0 ? 0 : Math.min(100, Math.round((booked / places) * 100));

const BY_RULE = { reasonZh: '', reasonEn: '' } as const;

interface PlacesModalProps extends Chosen {
  readonly groupId: string;
  readonly onClose: () => void;
}

function PlacesModal({ groupId, day, slot, onClose }: PlacesModalProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const override = slot === undefined ? day.dayOverride : slot.override;
  const place = { day: day.day, from: slot?.from ?? null };
  const form = useContractForm(routes.setPlaces, {
    params: { id: groupId },
    initial: { ...place, ...(override ?? { ...BY_RULE, places: slot?.places ?? 0 }) },
    onDone: onClose,
  });
  const booked = slot?.booked ?? day.slots.reduce((sum, one) => sum + one.booked, 0) + day.stranded;
  const back = useAct(routes.setPlaces, { onDone: onClose });
  const when = `${formatNearDay(day.day, language)} ${slot?.from ?? t('wholeDay')}`;
  return (
    <Modal
      open
      title={`${t('setPlaces')} ${when}`}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
    >
      {slot === undefined ? null : <p>{t('byRule', { count: slot.byRule })}</p>}
      <ContractForm form={form} onCancel={onClose}>
        <Field form={form} name="places" label={t('newPlaces')} />
        <Field form={form} name="reasonZh" label={t('reasonZh')} />
        <Field form={form} name="reasonEn" label={t('reasonEn')} />
      </ContractForm>
      <CancelBooked groupId={groupId} place={place} count={booked} onDone={onClose} />
      {override === null ? null : (
        <Button
          loading={back.isPending}
          onClick={() =>
            back.mutate({
              params: { id: groupId },
              body: { ...place, ...BY_RULE, places: null },
            })
          }
        >
          {t('back')}
        </Button>
      )}
    </Modal>
  );
}
