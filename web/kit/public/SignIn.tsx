import { useEffect, useRef, useState } from 'react';

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
  const { session, refresh } = useSession();
  const [person, setPerson] = useState<string | undefined>(undefined);
  const address = useSignInAddress();
  const isSignedIn = session.step === 'complete';
  if (isSignedIn && person === undefined) setPerson(session.actor.id);
  const hasEnded = person !== undefined && !isSignedIn;
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
  useEffect(() => {
    if (hasEnded && dialog.current?.open === false) dialog.current.showModal();
    if (!isSignedIn) return;
    // Somebody else must not go on with what the former person had open.
    if (person !== undefined && session.actor.id !== person) globalThis.location.reload();
    for (const resolve of waiting.current.splice(0)) resolve(true);
    dialog.current?.close();
  }, [hasEnded, isSignedIn, person, session.actor.id]);
  useSignedInElsewhere(refresh);
  const leave = () => {
    for (const resolve of waiting.current.splice(0)) resolve(false);
    // What a person had open must not stay on a screen that others may use.
    if (hasEnded) globalThis.location.assign('/');
    else dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className="ow-dialog" aria-labelledby="ow-again" onCancel={leave}>
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
        <Action onPress={() => void refresh()}>{t('againDone')}</Action>
        <Action look="quiet" onPress={leave}>
          {t('againLater')}
        </Action>
      </div>
    </dialog>
  );
}

/** Looks at the session when the window of the sign-in says that it is done. */
function useSignedInElsewhere(refresh: () => Promise<unknown>): void {
  useEffect(() => {
    const listen = (event: StorageEvent) => {
      if (event.key === settingKey(SIGNED_IN_SETTING)) void refresh();
    };
    globalThis.addEventListener('storage', listen);
    return () => globalThis.removeEventListener('storage', listen);
  }, [refresh]);
}
