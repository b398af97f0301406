import { useEffect, useEffectEvent, useRef, useState } from 'react';

import { useStrokes } from '#web/kit/common/use-strokes.ts';
import { useWords } from '#web/kit/words.ts';

import type { PadConfirmation } from '../../contract.ts';
import { secondsLeft } from './rules.ts';
import { messages } from './sign-messages.ts';

import './sign.css';

interface SignPageProps {
  readonly confirmation: PadConfirmation;
  readonly now: Date;
  /** Resolves when the server has it; rejects when it has not. */
  readonly onSign: (signature: string) => Promise<void>;
  readonly onDecline: () => void;
  readonly onOver: () => void;
}

/** A paper to read and to sign by hand. The frame to sign in opens when the text has been seen to its end. */
export function SignPage({ confirmation, now, onSign, onDecline, onOver }: SignPageProps) {
  const t = useWords(messages);
  const canvas = useRef<HTMLCanvasElement>(null);
  const strokes = useStrokes(canvas);
  const text = useRef<HTMLElement>(null);
  const [isRead, setRead] = useState(false);
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');
  const left = secondsLeft(confirmation.asksUntil, now);
  const over = useEffectEvent(onOver);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) over();
  }, [isOver]);
  const look = () => {
    const element = text.current;
    if (element && element.scrollTop + element.clientHeight >= element.scrollHeight - 8)
      setRead(true);
  };
  useEffect(look, [confirmation.id]);
  const sign = async () => {
    setState('sending');
    try {
      await onSign(toBase64(canvas.current));
    } catch {
      setState('failed');
    }
  };
  const isEnglish = t.language === 'en';
  return (
    <main className="ow-pad-page ow-pad-sign">
      <header>
        <h1>{isEnglish ? confirmation.title.en : confirmation.title['zh-CN']}</h1>
        <p>
          {confirmation.number} · {t('readAndSign')}
        </p>
      </header>
      <section
        className="ow-pad-paper"
        ref={text}
        onScroll={look}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever reads by keyboard has to scroll it
        tabIndex={0}
        aria-label={t('paper')}
      >
        {isEnglish ? <p className="ow-pad-translation">{t('translation')}</p> : null}
        {(isEnglish ? confirmation.text.en : confirmation.text['zh-CN'])
          .split('\n')
          .map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of one text that never changes
            <p key={at}>{line}</p>
          ))}
      </section>
      <section className="ow-pad-signature" data-closed={!isRead}>
        <p>{t(isRead ? 'signHere' : 'readFirst')}</p>
        <canvas
          ref={canvas}
          width={1200}
          height={360}
          aria-label={t('frame')}
          {...(isRead ? strokes.on : {})}
        />
        {state === 'failed' ? <p role="alert">{t('failed')}</p> : null}
        <div className="ow-pad-acts">
          <button type="button" className="ow-hall-button" onClick={onDecline}>
            {t('decline')}
          </button>
          <button type="button" className="ow-hall-button" onClick={strokes.clear}>
            {t('again')}
          </button>
          <button
            type="button"
            className="ow-hall-button"
            data-main
            disabled={strokes.isEmpty || !isRead || state === 'sending'}
            aria-busy={state === 'sending'}
            onClick={() => void sign()}
          >
            {t('sign')}
          </button>
        </div>
      </section>
    </main>
  );
}

/** The picture without the head of its address. */
function toBase64(canvas: HTMLCanvasElement | null): string {
  return canvas?.toDataURL('image/png').split(',', 2)[1] ?? '';
}
