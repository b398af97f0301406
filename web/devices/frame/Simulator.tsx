import { type ReactNode, useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { useDevice } from './device-context.ts';
import { messages } from './messages.ts';

/** The hardware of a device of the demonstration, played by software and saying so; nothing on a real device. */
export function Simulator({ children }: { readonly children: ReactNode }) {
  const t = useWords(messages);
  const { self } = useDevice();
  const [isOpen, setOpen] = useState(false);
  if (!self.isDemonstration) return null;
  return (
    <aside className="ow-hall-simulator" aria-label={t('simulator')} data-open={isOpen}>
      <button
        type="button"
        className="ow-hall-simulator-tab"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'shown' : 'simulator')}
        <small>{t('demonstration')}</small>
      </button>
      {isOpen ? (
        <div className="ow-hall-simulator-body">
          <p>{t('simulatorHint')}</p>
          {children}
        </div>
      ) : null}
    </aside>
  );
}
