import { useState } from 'react';

import { call, toApiProblem, useCentre } from '#web/client/index.ts';
import { useCardReader, useCodeScanner } from '#web/devices/cards/index.ts';
import { useDevice } from '#web/devices/frame/index.ts';
import { Notice, ProblemNotice, PublicPage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type VisitOpening } from '../../contract.ts';
import { messages } from '../messages.ts';
import { useVisit } from './visit-context.ts';

/** 刷身份证或亮码. The page that asked for it goes on by itself. */
export function SignInStep() {
  const t = useWords(messages);
  const { begin } = useVisit();
  const { self } = useDevice();
  const { isDemonstration } = useCentre();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const open = async (body: VisitOpening) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await begin(await call(routes.openVisit, { body, asksToSignIn: false }));
    } catch (error) {
      setProblem(toApiProblem(error));
      setBusy(false);
    }
  };
  const reader = useCardReader((card) => void open({ way: 'id-card', ...card }), {
    isSimulated: self.isDemonstration,
  });
  useCodeScanner((code) => void open({ way: 'code', code }));
  return (
    <PublicPage title={t('signIn')} lead={t('signInLead')}>
      <ProblemNotice problem={problem === null ? null : toApiProblem(problem)} />
      {isBusy ? <Notice tone="busy" title={t('signingIn')} /> : null}
      <ul className="ow-kiosk-ways">
        <li>
          <CardPicture />
          <h2>{t('byCard')}</h2>
          <p>{t(reader === 'no-reader' ? 'noReader' : 'byCardHint')}</p>
        </li>
        <li>
          <CodePicture />
          <h2>{t('byCode')}</h2>
          <p>{t('byCodeHint')}</p>
          {isDemonstration ? <small>{t('demonstrationCodes')}</small> : null}
        </li>
      </ul>
      <p className="ow-kiosk-agree">{t('agree')}</p>
    </PublicPage>
  );
}

function CardPicture() {
  return (
    <svg viewBox="0 0 160 110" aria-hidden="true">
      <rect x="6" y="10" width="148" height="90" rx="10" className="ow-kiosk-line" />
      <circle cx="112" cy="45" r="16" className="ow-kiosk-line" />
      <path d="M88 84c4-18 44-18 48 0M24 36h44M24 54h44M24 72h32" className="ow-kiosk-line" />
    </svg>
  );
}

function CodePicture() {
  return (
    <svg viewBox="0 0 160 110" aria-hidden="true">
      <rect x="52" y="4" width="56" height="102" rx="9" className="ow-kiosk-line" />
      <path
        d="M64 30h12v12H64zM84 30h12v12H84zM64 50h12v12H64zM84 50h5v5h-5zM91 57h5v5h-5zM72 96h16"
        className="ow-kiosk-line"
      />
    </svg>
  );
}
