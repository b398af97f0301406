import { type ReactNode, useEffect, useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';

import { useCentre, useSession } from '../../client/session.tsx';
import { formatInstant } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';

/** Puts the centre's name above what is printed, and who printed it when below. Nothing on the screen changes. */
export function PrintFrame({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { actor } = useSession().session;
  const { name } = useCentre();
  const [printedAt, setPrintedAt] = useState(() => systemClock.now().toISOString());
  useEffect(() => {
    const note = () => setPrintedAt(systemClock.now().toISOString());
    globalThis.addEventListener('beforeprint', note);
    return () => globalThis.removeEventListener('beforeprint', note);
  }, []);
  return (
    <div className="ow-print">
      <div className="ow-print-head">
        <strong>{title}</strong>
        <span>{name}</span>
      </div>
      {children}
      <div className="ow-print-foot">
        {t('printedAt', { time: formatInstant(printedAt, language, true) })}
        {actor.kind === 'staff' ? ` · ${t('printedBy', { name: actor.name })}` : ''}
      </div>
    </div>
  );
}
