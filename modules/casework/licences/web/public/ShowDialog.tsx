import { useEffect, useRef, useState } from 'react';

import { useAct, useCall } from '#web/client/index.ts';
import { Action, formatTime, ProblemNotice, useLanguage } from '#web/kit/public/index.ts';
import { Qr } from '#web/kit/Qr.tsx';
import { useWords } from '#web/kit/words.ts';

import { type OwnLicence, routes, type Showing } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { useValidity } from '../parts/use-validity.ts';
import { messages } from './messages.ts';

interface Props {
  readonly licence: OwnLicence;
  readonly onClose: () => void;
}

/** 亮证: the licence on the whole screen with a code that lives a minute and works once. */
export function ShowDialog({ licence, onClose }: Props) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const validity = useValidity();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="ow-lic-full" aria-labelledby="ow-lic-title" onClose={onClose}>
      <div className="ow-lic-full-head">
        <h2 id="ow-lic-title">{say(licence.kind.name)}</h2>
        <Action look="quiet" onPress={() => dialog.current?.close()}>
          {t('close')}
        </Action>
      </div>
      <p className="ow-lic-holder">{licence.holder.name}</p>
      <Codes licence={licence} />
      <p className="ow-lic-full-more">
        {licence.number}
        <br />
        {validity(licence)}
        <br />
        {say(licence.authority)}
      </p>
    </dialog>
  );
}

function Codes({ licence }: { readonly licence: OwnLicence }) {
  const open = useAct(routes.openShowing);
  const { mutate, data, error } = open;
  const { id } = licence;
  useEffect(() => mutate({ params: { id } }), [mutate, id]);
  const renew = () => mutate({ params: { id } });
  if (error) return <ProblemNotice problem={error} onRetry={renew} />;
  if (data === undefined) return <div className="ow-lic-code" aria-busy="true" />;
  return <Code key={data.id} licenceId={id} showing={data} onRenew={renew} />;
}

const TICK_MS = 1000;
const ASK_MS = 2000;

interface CodeProps {
  readonly licenceId: string;
  readonly showing: Showing;
  readonly onRenew: () => void;
}

/** One code until it is used or over. It counts its own seconds: a phone's clock may be wrong. */
function Code({ licenceId, showing, onRenew }: CodeProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const [left, setLeft] = useState(showing.seconds);
  const params = { id: licenceId, showingId: showing.id };
  const state = useCall(routes.getShowing, { params }, { refreshMs: ASK_MS, freshMs: 0 });
  const isUsed = state.data?.isUsed === true;
  useEffect(() => {
    if (isUsed) return undefined;
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), TICK_MS);
    return () => clearInterval(timer);
  }, [isUsed]);
  useEffect(() => {
    // A few seconds early, so that the code on the screen is never one that has just ended.
    if (!isUsed && left === 3) onRenew();
  }, [isUsed, left, onRenew]);
  if (state.data !== undefined && isUsed) {
    const time = state.data.usedAt === null ? '' : formatTime(state.data.usedAt, t.language);
    return (
      <output className="ow-lic-code" data-used="yes">
        <svg viewBox="0 0 64 64" aria-hidden="true" className="ow-lic-done">
          <circle cx="32" cy="32" r="30" />
          <path d="M18 33l10 10 18-21" />
        </svg>
        <strong>{t('used')}</strong>
        <p>
          {state.data.usedBy === ''
            ? t('usedByOther', { time })
            : t('usedBy', { who: state.data.usedBy, time })}
        </p>
        <Action onPress={onRenew}>{t('again')}</Action>
      </output>
    );
  }
  return (
    <div className="ow-lic-code">
      <Qr className="ow-lic-qr" content={showing.url} label={w('qr')} />
      <p className="ow-lic-code-text">{groups(showing.code)}</p>
      <progress value={left} max={showing.seconds} aria-label={t('seconds', { seconds: left })} />
      <p>
        <small>{t('seconds', { seconds: Math.max(0, left) })}</small>
      </p>
      <p>{t('showHint')}</p>
    </div>
  );
}

function groups(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
