import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import type { Kept } from './use-kept.ts';

/** Instead of the page while the device is locked from afar. */
export function LockedNotice({ reason }: { readonly reason: string }) {
  const t = useWords(messages);
  return (
    <main className="ow-device-sentence">
      <h1>{t('locked')}</h1>
      <p>{reason}</p>
    </main>
  );
}

/** A message from those who run the devices, over the page until it is closed. */
export function OrderMessage({
  text,
  onClose,
}: {
  readonly text: string;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  return (
    <section className="ow-hall-order" role="alert">
      <h2>{t('message')}</h2>
      <p>{text}</p>
      <button type="button" className="ow-hall-button" onClick={onClose}>
        {t('close')}
      </button>
    </section>
  );
}

/** Says that what is shown is not of this moment; nothing when it is. */
export function OldNotice({ kept }: { readonly kept: Pick<Kept<unknown>, 'isOld' | 'at'> }) {
  const t = useWords(messages);
  if (!kept.isOld || kept.at === undefined) return null;
  const time = new Intl.DateTimeFormat(t.language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  }).format(new Date(kept.at));
  return (
    <output className="ow-hall-old">
      <span aria-hidden="true">▲</span> {t('offline', { time })}
    </output>
  );
}
