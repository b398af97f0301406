import { useEffect, useRef } from 'react';

import { Action } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

interface IdleDialogProps {
  /** Seconds until everything is wiped. */
  readonly left: number;
  readonly onStay: () => void;
  readonly onFinish: () => void;
}

/** Counts down before the wipe; what was on the page is hidden behind it. */
export function IdleDialog({ left, onStay, onFinish }: IdleDialogProps) {
  const t = useWords(messages);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="ow-kiosk-dialog ow-kiosk-idle"
      aria-labelledby="ow-kiosk-idle"
      onCancel={onStay}
    >
      <h2 id="ow-kiosk-idle">{t('idleTitle')}</h2>
      <p className="ow-kiosk-left" aria-hidden="true">
        {left}
      </p>
      <p role="timer" aria-live="off">
        {t('idleHint', { seconds: left })}
      </p>
      <div className="ow-sheet-actions">
        <Action look="strong" onPress={onStay}>
          {t('stay')}
        </Action>
        <Action onPress={onFinish}>{t('finish')}</Action>
      </div>
    </dialog>
  );
}
