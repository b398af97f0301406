import { useEffect, useEffectEvent, useState } from 'react';

import { qrSvg } from '#kernel/documents/qr/qr.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';
import type { Machine, Step } from './use-machine.ts';

const SHOWN_SECONDS = 20;

interface ResultStepProps {
  readonly step: Extract<Step, { kind: 'result' }>;
  readonly machine: Machine;
}

/** The number, large, with the code for the phone; and how the paper fares. */
export function ResultStep({ step, machine }: ResultStepProps) {
  const t = useWords(messages);
  const { slip, print } = step;
  const isEnglish = t.language === 'en';
  const isPrinted = print?.state === 'printed';
  const seconds = useCountdown(isPrinted, () => machine.go({ kind: 'home' }));
  const code = qrSvg(location.origin + slip.link, { size: 320, strength: 'M' });
  return (
    <section className="ow-tickets-result">
      <h1>
        <span>{t('yourNumber')}</span>
        <strong>{slip.number}</strong>
      </h1>
      <p>{isEnglish ? slip.businessNameEn : slip.businessNameZh}</p>
      <p>
        {t('aheadOfYou', {
          count: slip.waitingAhead,
          minutes: Math.round(slip.forecastMinutes),
        })}
      </p>
      <p>{t('zone', { floor: slip.floor, zone: isEnglish ? slip.zoneNameEn : slip.zoneNameZh })}</p>
      <output className="ow-tickets-printing" data-state={print?.state ?? 'sending'}>
        <PrintWords step={step} />
      </output>
      <figure>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(code)}`}
          alt=""
          width="320"
          height="320"
        />
        <figcaption>{t('scanToFollow')}</figcaption>
      </figure>
      <div className="ow-tickets-acts">
        {print === undefined || isPrinted ? null : (
          <button type="button" className="ow-hall-button" onClick={machine.printAgain}>
            {t(print.state === 'failed' ? 'printAgain' : 'reprint')}
          </button>
        )}
        <button
          type="button"
          className="ow-hall-button"
          data-main
          disabled={print === undefined}
          onClick={() => machine.go({ kind: 'home' })}
        >
          {t('done')}
        </button>
      </div>
      {isPrinted ? <p className="ow-tickets-seconds">{t('doneIn', { seconds })}</p> : null}
    </section>
  );
}

function PrintWords({ step: { print } }: { readonly step: ResultStepProps['step'] }) {
  const t = useWords(messages);
  switch (print?.state) {
    case undefined:
    case 'sending':
      return t('printing');
    case 'printed':
      return t('printed');
    case 'failed':
      return t('printFailed', { why: t(print.trouble ?? 'silent') });
    case 'unknown':
      return t('printUnknown');
  }
}

function useCountdown(isOn: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(SHOWN_SECONDS);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    const over = setTimeout(() => end(), SHOWN_SECONDS * 1000);
    return () => {
      clearInterval(timer);
      clearTimeout(over);
    };
  }, [isOn]);
  return left;
}
