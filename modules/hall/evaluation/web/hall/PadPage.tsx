import { useEffect, useState } from 'react';

import { LIVE } from '#modules/hall/queue/contract.ts';
import { call } from '#web/client/index.ts';
import { DeviceFrame, OldNotice, useDevice, useKept, useTime } from '#web/devices/frame/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import {
  type Grade,
  LIVE_WINDOW,
  type PadConfirmation,
  type PadView,
  routes,
} from '../../contract.ts';
import { AskPage } from './AskPage.tsx';
import { messages } from './messages.ts';
import { askOf, modeOf, type PadMode } from './rules.ts';
import { SignPage } from './SignPage.tsx';
import { StaticPage } from './StaticPage.tsx';
import { useRatings } from './use-ratings.ts';

import './pad.css';

/** 评价 pad of a window: static page, dynamic page, thanks; a rating is never lost and never sent twice. */
export function PadPage() {
  return (
    <DeviceFrame kinds={['evaluation-pad']}>
      <Pad />
    </DeviceFrame>
  );
}

const topicsOf = (windowId: string | null) =>
  windowId === null ? [] : [`${LIVE_WINDOW}/${windowId}`, `${LIVE.window}/${windowId}`];

function Pad() {
  const t = useWords(messages);
  const { self } = useDevice();
  const kept = useKept(
    routes.getPadView,
    {},
    {
      name: 'evaluation/pad',
      topics: topicsOf(self.windowId),
    },
  );
  const { waiting, post } = useRatings();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [thanks, setThanks] = useState<Thanks>();
  const heard = useHeard(kept.value, kept.isOld);
  const now = useTime();
  const view = kept.value;
  const thanksMs = (view?.thanksSeconds ?? 3) * 1000;
  useEffect(() => {
    if (thanks === undefined) return undefined;
    const timer = setTimeout(() => setThanks(undefined), thanksMs);
    return () => clearTimeout(timer);
  }, [thanks, thanksMs]);
  if (!view)
    return (
      <main className="ow-pad" aria-busy="true">
        <h1 className="ow-only-read">{t('ask')}</h1>
      </main>
    );

  const { invitation, confirmation } = view;
  const settle = (serviceId: string) => setSettled((former) => new Set([...former, serviceId]));
  const mode = modeOf({
    view,
    now,
    settled,
    isOfNow: invitation !== null && heard.has(invitation.serviceId),
    isConfirmationOfNow: confirmation !== null && heard.has(confirmation.id),
    isThanking: thanks !== undefined,
    isOnline: !kept.isOld,
  });
  const submit = async (grade: Grade, options: readonly string[]) => {
    if (invitation === null) return;
    settle(askOf(invitation));
    setThanks('sent');
    const shownMs = now.getTime() - Date.parse(invitation.invitedAt);
    const result = await post({
      serviceId: invitation.serviceId,
      grade,
      options: [...options],
      comment: '',
      optionSetVersion: view.optionSet.version,
      ratedAt: now.toISOString(),
      shownForSeconds: Math.min(3600, Math.max(0, shownMs / 1000)),
      wasKept: false,
    });
    if (result === 'later') setThanks('kept');
  };
  const lapse = () => {
    if (invitation === null) return;
    settle(askOf(invitation));
    void call(routes.declinePadRating, {
      params: { id: invitation.serviceId },
      asksToSignIn: false,
    }).catch(() => undefined);
  };
  return (
    <div className="ow-pad" data-mode={mode}>
      <PadHeader view={view} />
      <OldNotice kept={kept} />
      {waiting === 0 ? null : (
        <output className="ow-hall-old">{t('waitingToSend', { count: waiting })}</output>
      )}
      {mode === 'confirm' && confirmation !== null ? (
        <SignPage
          key={confirmation.id}
          confirmation={confirmation}
          now={now}
          onSign={async (signature) => {
            await sendSignature(confirmation, signature);
            settle(confirmation.id);
            setThanks('signed');
          }}
          onDecline={() => {
            settle(confirmation.id);
            decline(confirmation.id);
          }}
          onOver={() => settle(confirmation.id)}
        />
      ) : null}
      {mode === 'dynamic' && invitation !== null ? (
        <AskPage
          key={askOf(invitation)}
          view={view}
          invitation={invitation}
          now={now}
          onSubmit={(grade, options) => void submit(grade, options)}
          onLapse={lapse}
        />
      ) : null}
      <StillPage mode={mode} thanks={thanks} view={view} />
    </div>
  );
}

type Thanks = keyof typeof THANKS;

interface StillPageProps {
  readonly mode: PadMode;
  readonly thanks: Thanks | undefined;
  readonly view: PadView;
}

/** The pages that ask nothing: thanks, and who serves here. */
function StillPage({ mode, thanks = 'sent', view }: StillPageProps) {
  const t = useWords(messages);
  if (mode === 'dynamic' || mode === 'confirm') return null;
  return (
    <main className="ow-pad-page" aria-live="polite">
      {mode === 'thanks' ? (
        <h1 className="ow-pad-thanks">{t(THANKS[thanks])}</h1>
      ) : (
        <StaticPage view={view} />
      )}
    </main>
  );
}

const THANKS = { sent: 'thanks', kept: 'thanksKept', signed: 'thanksSigned' } as const;

const sendSignature = ({ id, textHash }: PadConfirmation, signature: string) =>
  call(routes.signOnPad, {
    params: { id },
    body: { signature, textHash },
    // Pressed again after a lost answer it is the same act.
    idempotencyKey: id,
    asksToSignIn: false,
  });

function decline(id: string): void {
  void call(routes.declineOnPad, { params: { id }, asksToSignIn: false }).catch(() => undefined);
}

/** The services and papers that the server itself asked about since this page was opened. */
function useHeard(view: PadView | undefined, isOld: boolean): ReadonlySet<string> {
  const [heard, setHeard] = useState<ReadonlySet<string>>(new Set());
  const asked = [view?.invitation?.serviceId, view?.confirmation?.id];
  const fresh = asked.filter((id): id is string => id !== undefined && !heard.has(id));
  if (fresh.length > 0 && !isOld) setHeard(new Set([...heard, ...fresh]));
  return heard;
}

function PadHeader({ view }: { readonly view: PadView }) {
  const t = useWords(messages);
  const { language, setLanguage } = useLanguage();
  const isEnglish = language === 'en';
  return (
    <header className="ow-pad-header">
      <p>{isEnglish ? view.site.nameEn : view.site.nameZh}</p>
      <strong>{t('window', { number: view.window.number })}</strong>
      <button
        type="button"
        className="ow-hall-button"
        lang={isEnglish ? 'zh-CN' : 'en'}
        onClick={() => setLanguage(isEnglish ? 'zh-CN' : 'en')}
      >
        {t('language')}
      </button>
    </header>
  );
}
