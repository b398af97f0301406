import { Modal } from 'antd';
import { useCallback, useEffect, useRef } from 'react';

import { onSessionEnded } from '../../../client/send.ts';
import { useSession } from '../../../client/session.tsx';
import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import { SignInSteps } from './SignInSteps.tsx';

/**
 * The session ended while a page is open: asks for a new sign-in over it, so that nothing typed is lost,
 * and lets the calls that were refused go on.
 */
export function SignInAgain({ personId }: { readonly personId: string }) {
  const t = useWords(messages);
  const { session, refresh } = useSession();
  const waiting = useRef<Array<(isDone: boolean) => void>>([]);
  const settle = useCallback((isDone: boolean) => {
    for (const resolve of waiting.current.splice(0)) resolve(isDone);
  }, []);
  useEffect(() => {
    onSessionEnded(async () => {
      const now = await refresh();
      if (now.step === 'complete') return true;
      return new Promise<boolean>((resolve) => {
        waiting.current.push(resolve);
      });
    });
    return () => onSessionEnded(undefined);
  }, [refresh]);
  const isComplete = session.step === 'complete';
  useEffect(() => {
    if (!isComplete) return;
    // Somebody else must not go on with what the former person had open.
    if (session.actor.id !== personId) globalThis.location.reload();
    else settle(true);
  }, [isComplete, session.actor.id, personId, settle]);
  return (
    <Modal
      open={!isComplete}
      title={t('again')}
      footer={null}
      closable={false}
      // What is behind must not be read by whoever comes to an unattended screen.
      mask={{ closable: false, blur: true }}
      keyboard={false}
      width={440}
      zIndex={2000}
      destroyOnHidden
    >
      <p className="ow-step-hint">{t('againHint')}</p>
      <SignInSteps />
    </Modal>
  );
}
