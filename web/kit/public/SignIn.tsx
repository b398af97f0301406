import { useEffect, useEffectEvent, useRef } from 'react';

import { routes } from '#kernel/access/contract.ts';

import { addressOf } from '../../client/address.ts';
import { call } from '../../client/call.ts';
import { onSessionEnded } from '../../client/send.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../common/index.ts';
import { useLanguage } from '../language.tsx';
import { settingKey } from '../settings.ts';
import { useWords } from '../words.ts';
import { Action, ActionLink } from './Action.tsx';
import { messages } from './messages.ts';

const SIGNED_IN_PATH = '/signed-in';

/** Written by the window of the sign-in when it is done; the page that waits hears it. */
export const SIGNED_IN_SETTING = 'signed-in';

/** Where to sign in with the identity service and come back to the page that is open, or to another one. */
export function useSignInAddress(): (as: 'person' | 'firm', returnTo?: string) => string {
  const { language } = useLanguage();
  return (as, returnTo) => {
    const { pathname, search } = globalThis.location;
    return addressOf(routes.startIdentity, {
      query: { as, returnTo: returnTo ?? `${pathname}${search}`, locale: language },
    });
  };
}

/** Signs out here and, when the session came from there, at the identity service. */
export async function signOutVisitor(): Promise<void> {
  const { endSessionUrl } = await call(routes.signOut, { asksToSignIn: false });
  globalThis.location.assign(endSessionUrl ?? '/');
}

/** In place of a page that is only for those who have signed in. */
export function SignInNeeded() {
  const t = useWords(messages);
  const address = useSignInAddress();
  const actions = (
    <>
      <ActionLink look="strong" href={address('person')}>
        {t('asPerson')}
      </ActionLink>
      <ActionLink href={address('firm')}>{t('asFirm')}</ActionLink>
    </>
  );
  return (
    <div className="ow-sheet">
      <h1 className="ow-only-read">{t('signInTitle')}</h1>
      <EmptyState title={t('signInTitle')} hint={t('signInHint')} actions={actions} />
    </div>
  );
}

/**
 * The session ended while a page is open. The sign-in goes over another site, so it happens in a window of
 * its own; the page stays as it is, and the calls that were refused go on.
 */
export function SignInAgain() {
  const t = useWords(messages);
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = useRef<Array<(isDone: boolean) => void>>([]);
  const { refresh } = useSession();
  const address = useSignInAddress();
  useEffect(() => {
    onSessionEnded(async () => {
      if ((await refresh()).step === 'complete') return true;
      dialog.current?.showModal();
      return new Promise<boolean>((resolve) => {
        waiting.current.push(resolve);
      });
    });
    return () => onSessionEnded(undefined);
  }, [refresh]);
  const settle = (isDone: boolean) => {
    for (const resolve of waiting.current.splice(0)) resolve(isDone);
    dialog.current?.close();
  };
  const look = async () => {
    if ((await refresh()).step === 'complete') settle(true);
  };
  const hear = useEffectEvent((event: StorageEvent) => {
    if (event.key === settingKey(SIGNED_IN_SETTING)) void look();
  });
  useEffect(() => {
    const listen = (event: StorageEvent) => hear(event);
    globalThis.addEventListener('storage', listen);
    return () => globalThis.removeEventListener('storage', listen);
  }, []);
  return (
    <dialog
      ref={dialog}
      className="ow-dialog"
      aria-labelledby="ow-again"
      onCancel={() => settle(false)}
    >
      <h2 id="ow-again">{t('again')}</h2>
      <p>{t('againHint')}</p>
      <div className="ow-sheet-actions">
        <a
          className="ow-button"
          data-look="strong"
          href={address('person', SIGNED_IN_PATH)}
          target="_blank"
          rel="noreferrer"
        >
          {t('againOpen')}
        </a>
        <Action onPress={() => void look()}>{t('againDone')}</Action>
        <Action look="quiet" onPress={() => settle(false)}>
          {t('againLater')}
        </Action>
      </div>
    </dialog>
  );
}
