import { useEffect, useState } from 'react';

import { call } from '#web/client/index.ts';
import { DeviceFrame, OldNotice, useDevice, useKept, useTime } from '#web/devices/frame/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { type Grade, type PadView, routes } from '../../contract.ts';
import { AskPage } from './AskPage.tsx';
import { messages } from './messages.ts';
import { modeOf } from './rules.ts';
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

function Pad() {
  const t = useWords(messages);
  const { self } = useDevice();
  const kept = useKept(
    routes.getPadView,
    {},
    {
      name: 'evaluation/pad',
      topics: self.windowId === null ? [] : [`evaluation.window/${self.windowId}`],
    },
  );
  const { waiting, post } = useRatings();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [thanks, setThanks] = useState<'sent' | 'kept'>();
  const heard = useHeard(kept.value, kept.isOld);
  const now = useTime();
  const view = kept.value;
  const thanksMs = (view?.thanksSeconds ?? 3) * 1000;
  useEffect(() => {
    if (thanks === undefined) return undefined;
    const timer = setTimeout(() => setThanks(undefined), thanksMs);
    return () => clearTimeout(timer);
  }, [thanks, thanksMs]);
  if (!view) return <main className="ow-pad" aria-busy="true" />;

  const { invitation } = view;
  const settle = (serviceId: string) => setSettled((former) => new Set([...former, serviceId]));
  const isOfNow = invitation !== null && heard.has(invitation.serviceId);
  const mode = modeOf({ view, now, settled, isOfNow, isThanking: thanks !== undefined });
  const submit = async (grade: Grade, options: readonly string[]) => {
    if (invitation === null) return;
    settle(invitation.serviceId);
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
    settle(invitation.serviceId);
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
      {mode === 'dynamic' && invitation !== null ? (
        <AskPage
          key={invitation.serviceId}
          view={view}
          invitation={invitation}
          now={now}
          onSubmit={(grade, options) => void submit(grade, options)}
          onLapse={lapse}
        />
      ) : (
        <main className="ow-pad-page" aria-live="polite">
          {mode === 'thanks' ? (
            <h1 className="ow-pad-thanks">{t(thanks === 'kept' ? 'thanksKept' : 'thanks')}</h1>
          ) : (
            <StaticPage view={view} />
          )}
        </main>
      )}
    </div>
  );
}

/** The services that the server itself asked about since this page was opened. */
function useHeard(view: PadView | undefined, isOld: boolean): ReadonlySet<string> {
  const [heard, setHeard] = useState<ReadonlySet<string>>(new Set());
  const serviceId = view?.invitation?.serviceId;
  if (serviceId !== undefined && !isOld && !heard.has(serviceId))
    setHeard(new Set([...heard, serviceId]));
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
