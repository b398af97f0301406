import { useState } from 'react';
import { z } from 'zod';

import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  Action,
  formatDay,
  Notice,
  ProblemNotice,
  PublicPage,
  SignInNeeded,
  useFilters,
  useGo,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  permissions,
  type PublicGroup,
  routes,
  type SlotDay,
  type SlotRef,
} from '../../contract.ts';
import { SlotPicker } from '../parts/SlotPicker.tsx';
import { messages } from './messages.ts';

import './appointments.css';

const Place = z.object({
  day: z.iso.date().optional(),
  matterId: z.uuid().optional(),
  move: z.uuid().optional(),
});

/** The days and times of a group; booking one, or moving an appointment to one. */
export function SlotsPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const id = useParam('groupId');
  const answer = useCall(routes.listSlots, { params: { id } }, { freshMs: 0 });
  return (
    <WithPublicAnswer answer={answer}>
      {({ group, days }) => (
        <PublicPage
          title={say(group.name)}
          lead={[say(group.site), group.zone === null ? '' : say(group.zone)].join(' ')}
          crumbs={[{ title: t('title'), to: '/appointments' }]}
        >
          {say(group.hint) === '' ? null : <Notice tone="busy" title={say(group.hint)} />}
          {group.closedReason === null ? (
            <Choice group={group} days={days} />
          ) : (
            <Notice tone="warn" title={t('pausedBecause', { reason: say(group.closedReason) })} />
          )}
        </PublicPage>
      )}
    </WithPublicAnswer>
  );
}

function Choice({
  group,
  days,
}: {
  readonly group: PublicGroup;
  readonly days: readonly SlotDay[];
}) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const may = useMay();
  const [{ day, matterId, move }, setPlace] = useFilters(Place);
  const [slot, choose] = useState<SlotRef | undefined>(undefined);
  return (
    <>
      <SlotPicker
        days={days}
        value={slot}
        onChange={choose}
        day={day}
        onDay={(one) => setPlace({ day: one })}
      />
      {may(permissions.bookOwn) ? (
        <div className="ow-appt-confirm">
          <p aria-live="polite">
            {slot === undefined
              ? ''
              : t('chosen', { day: formatDay(slot.day, language, true), from: slot.from })}
          </p>
          {move === undefined ? (
            <Book groupId={group.id} matterId={matterId ?? null} slot={slot} />
          ) : (
            <Move bookingId={move} slot={slot} />
          )}
        </div>
      ) : (
        <SignInNeeded />
      )}
    </>
  );
}

interface BookProps {
  readonly groupId: string;
  readonly matterId: string | null;
  readonly slot: SlotRef | undefined;
}

function Book({ groupId, matterId, slot }: BookProps) {
  const t = useWords(messages);
  const go = useGo();
  const book = useAct(routes.bookOwn, {
    onDone: ({ token }) => go(`/appointments/at/${token}`),
  });
  return (
    <>
      <ProblemNotice problem={book.error} />
      <Action
        look="strong"
        isBusy={book.isPending}
        isDisabled={slot === undefined}
        onPress={() => {
          if (slot !== undefined) book.mutate({ body: { groupId, matterId, ...slot } });
        }}
      >
        {t('confirm')}
      </Action>
    </>
  );
}

function Move({
  bookingId,
  slot,
}: {
  readonly bookingId: string;
  readonly slot: SlotRef | undefined;
}) {
  const t = useWords(messages);
  const go = useGo();
  const own = useCall(routes.listOwnBookings);
  const booking = own.data?.items.find((one) => one.id === bookingId);
  const move = useAct(routes.moveOwn, { onDone: () => go('/me/appointments') });
  return (
    <>
      <ProblemNotice problem={move.error ?? own.error} />
      <Action
        look="strong"
        isBusy={move.isPending}
        isDisabled={slot === undefined || booking === undefined}
        onPress={() => {
          if (slot === undefined || booking === undefined) return;
          const { id, version } = booking;
          move.mutate({ params: { id }, body: { ...slot, version } });
        }}
      >
        {t('move')}
      </Action>
    </>
  );
}
