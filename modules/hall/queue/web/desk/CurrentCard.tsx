import { Button } from 'antd';

import { useAct } from '#web/client/index.ts';
import {
  InviteSlot,
  ProblemNotice,
  StatusTag,
  To,
  useGo,
  useHasPage,
  useKey,
  useLanguage,
  useTell,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Desk,
  FinishKind,
  finishWords,
  laneWords,
  priorityWords,
  routes,
  type Session,
  type Ticket,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { TicketTag } from '../parts/Tags.tsx';
import { CallNumberButton, MissButton, ReasonAct, TransferButton } from './acts.tsx';
import { keys, withKey } from './keys.ts';
import { useCountdown } from './use-countdown.ts';

interface CurrentCardProps {
  readonly desk: Desk;
  readonly session: Session;
}

/** Whoever is at the window, or the button for the next. */
export function CurrentCard({ desk, session }: CurrentCardProps) {
  const t = useWords(messages);
  const next = useAct(routes.callNext);
  const mayCall = desk.current === null && session.state !== 'paused';
  const callNext = () => next.mutate({ params: { id: session.windowId } });
  useKey(keys.next, callNext, mayCall && !next.isPending);
  return (
    <section className="ow-calling-card" aria-label={t('current')} aria-live="polite">
      <h2>
        {t('windowNo', { number: session.windowNumber })} · {session.personName}{' '}
        {session.isCover ? <StatusTag tone="warn">{t('cover')}</StatusTag> : null}
      </h2>
      <ProblemNotice problem={next.error} />
      {desk.current === null ? (
        <>
          <p>{t('idle')}</p>
          <div className="ow-calling-acts">
            <Button
              type="primary"
              size="large"
              disabled={!mayCall}
              loading={next.isPending}
              onClick={callNext}
            >
              {withKey(t('next'), keys.next)}
            </Button>
            <CallNumberButton windowId={session.windowId} isDisabled={!mayCall} />
            {desk.servedToday > 0 ? <InviteSlot windowId={session.windowId} /> : null}
          </div>
        </>
      ) : (
        <Current ticket={desk.current} desk={desk} />
      )}
      <p>{t('servedToday', { count: desk.servedToday })}</p>
    </section>
  );
}

function Current({ ticket, desk }: { readonly ticket: Ticket; readonly desk: Desk }) {
  const { language } = useLanguage();
  const t = useWords(messages);
  const isEnglish = language === 'en';
  const waited = waitedMinutes(ticket);
  return (
    <>
      <p className="ow-calling-number">{ticket.number}</p>
      <p className="ow-calling-facts">
        <TicketTag state={ticket.state} />
        <span>{isEnglish ? ticket.businessNameEn : ticket.businessNameZh}</span>
        {ticket.lane === 'normal' ? null : <span>{laneWords[ticket.lane][language]}</span>}
        {ticket.priority === null ? null : <span>{priorityWords[ticket.priority][language]}</span>}
        {ticket.holder === '' ? null : <span>{ticket.holder}</span>}
        <span>{t('waitedFor', { minutes: waited })}</span>
        <span>{t('calledTimes', { count: ticket.calls })}</span>
        <To to={`/tickets/${ticket.id}`}>{t('timeline')}</To>
      </p>
      {ticket.state === 'called' ? (
        <CalledActs ticket={ticket} desk={desk} />
      ) : (
        <ServingActs ticket={ticket} />
      )}
      <Cases desk={desk} />
    </>
  );
}

const waitedMinutes = ({ issuedAt, calledAt }: Ticket) =>
  calledAt === null
    ? 0
    : Math.max(0, Math.round((Date.parse(calledAt) - Date.parse(issuedAt)) / 60_000));

function CalledActs({ ticket, desk }: { readonly ticket: Ticket; readonly desk: Desk }) {
  const t = useWords(messages);
  const params = { id: ticket.id };
  const start = useAct(routes.start);
  const recall = useAct(routes.recall);
  const seconds = useCountdown(desk.recallInSeconds, desk.at);
  const begin = () => start.mutate({ params });
  const callAgain = () => recall.mutate({ params });
  useKey(keys.start, begin, !start.isPending);
  useKey(keys.recall, callAgain, seconds === 0 && !recall.isPending);
  return (
    <>
      <ProblemNotice problem={start.error ?? recall.error} />
      <div className="ow-calling-acts">
        <Button type="primary" size="large" loading={start.isPending} onClick={begin}>
          {withKey(t('start'), keys.start)}
        </Button>
        <Button size="large" disabled={seconds > 0} loading={recall.isPending} onClick={callAgain}>
          {seconds > 0 ? t('recallIn', { seconds }) : withKey(t('recall'), keys.recall)}
        </Button>
        <MissButton ticketId={ticket.id} isDisabled={ticket.calls < desk.callsBeforeMissed} />
        <TransferButton ticket={ticket} desk={desk} />
      </div>
    </>
  );
}

const FINISH_KEYS = {
  accepted: keys.accepted,
  collected: keys.collected,
  consulted: keys.consulted,
  other: keys.other,
  refused: keys.refused,
  'wrong-business': keys.wrong,
} as const;

function ServingActs({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(messages);
  const go = useGo();
  const tell = useTell();
  const hasPage = useHasPage();
  const hasIntake = hasPage('/cases/intake');
  const finish = useAct(routes.finish, {
    onDone: (done) => tell.done(t('done', { number: done.number })),
  });
  const end = (kind: FinishKind) => finish.mutate({ params: { id: ticket.id }, body: { kind } });
  const takeIn = () => {
    const party = ticket.partyId === null ? {} : { party: ticket.partyId };
    go('/cases/intake', { search: { ticket: ticket.id, ...party } });
  };
  useKey(keys.intake, takeIn, hasIntake);
  return (
    <>
      <ProblemNotice problem={finish.error} />
      <div className="ow-calling-acts">
        {hasIntake ? (
          <Button type="primary" size="large" onClick={takeIn}>
            {withKey(t('intake'), keys.intake)}
          </Button>
        ) : null}
        <ReasonAct contract={routes.hold} ticketId={ticket.id} label={t('hold')} />
      </div>
      <fieldset className="ow-calling-finish">
        <legend>{t('finish')}</legend>
        {FinishKind.options.map((kind) => (
          <FinishButton key={kind} kind={kind} isBusy={finish.isPending} onEnd={end} />
        ))}
      </fieldset>
    </>
  );
}

interface FinishButtonProps {
  readonly kind: FinishKind;
  readonly isBusy: boolean;
  readonly onEnd: (kind: FinishKind) => void;
}

function FinishButton({ kind, isBusy, onEnd }: FinishButtonProps) {
  const { language } = useLanguage();
  const key = FINISH_KEYS[kind];
  useKey(key, () => onEnd(kind), !isBusy);
  return (
    <Button disabled={isBusy} onClick={() => onEnd(kind)}>
      {withKey(finishWords[kind][language], key)}
    </Button>
  );
}

function Cases({ desk }: { readonly desk: Desk }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  if (desk.currentCases.length === 0) return null;
  return (
    <section aria-label={t('cases')}>
      <h3>{t('cases')}</h3>
      <ul>
        {desk.currentCases.map((one) => (
          <li key={one.caseId}>
            <To to={`/cases/${one.caseId}`}>{one.caseNo}</To>{' '}
            {language === 'en' ? one.matterEn : one.matterZh}
          </li>
        ))}
      </ul>
    </section>
  );
}
