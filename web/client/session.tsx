import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { Permission } from '#kernel/access/contract-permission.ts';
import type { SessionView } from '#kernel/access/contract-session.ts';
import { routes } from '#kernel/access/contract.ts';

import { isElderChosen, useElder } from '../kit/elder.tsx';
import { findChosenLanguage, useLanguage } from '../kit/language.tsx';
import { call } from './call.ts';
import { keyOf } from './keys.ts';
import { rememberCsrfToken } from './send.ts';
import { queryFor } from './use-call.ts';

export type { SessionView } from '#kernel/access/contract-session.ts';

interface SessionState {
  readonly session: SessionView;
  /** Whether the person holds the permission anywhere; the server decides for the single record. */
  readonly may: (permission: Permission | string) => boolean;
  /** Takes over the session that an answer brought (sign-in steps, factors). */
  readonly take: (session: SessionView) => void;
  /** Asks the server again who is signed in. */
  readonly refresh: () => Promise<SessionView>;
}

const SessionContext = createContext<SessionState | undefined>(undefined);

export interface SessionProviderProps {
  readonly children: ReactNode;
  /** Shown until the first answer is there. */
  readonly waiting: ReactNode;
  /** Shown when there is none, with what repeats the question. */
  readonly failed: (problem: unknown, retry: () => void) => ReactNode;
}

const query = queryFor(routes.getSession);

/** Who uses this page. Everything below is drawn once the server has said who that is. */
export function SessionProvider({ children, waiting, failed }: SessionProviderProps) {
  const cache = useQueryClient();
  const answer = useQuery({
    ...query,
    staleTime: 60_000,
    refetchOnWindowFocus: 'always',
    queryFn: async (context) => {
      const session = await query.queryFn(context);
      rememberCsrfToken(session.csrfToken ?? undefined);
      return session;
    },
  });
  const take = useCallback(
    (session: SessionView) => {
      rememberCsrfToken(session.csrfToken ?? undefined);
      cache.setQueryData(keyOf(routes.getSession), session);
    },
    [cache],
  );
  const { refetch } = answer;
  const refresh = useCallback(async () => {
    const { data } = await refetch({ throwOnError: true });
    if (!data) throw new Error('The session has no answer');
    return data;
  }, [refetch]);
  const session = answer.data;
  const state = useMemo<SessionState | undefined>(() => {
    if (!session) return undefined;
    const held = new Set(session.actor.permissions.map((grant) => grant.permission));
    const may = (permission: Permission | string) =>
      held.has(typeof permission === 'string' ? permission : permission.name);
    return { session, may, take, refresh };
  }, [session, take, refresh]);
  if (!state) return answer.error ? failed(answer.error, () => void answer.refetch()) : waiting;
  return (
    <SessionContext value={state}>
      <KeepPreferences session={state.session} />
      {children}
    </SessionContext>
  );
}

/**
 * What stands below goes on with the session of whoever was signed in when that ends: the page keeps what
 * was typed while a dialog over it asks for a new sign-in. The server refuses on its own.
 */
export function HoldSession({ children }: { readonly children: ReactNode }) {
  const live = useSession();
  const [held, setHeld] = useState(live);
  const isSignedIn = live.session.signedIn || !held.session.signedIn;
  if (isSignedIn && held !== live) setHeld(live);
  return <SessionContext value={isSignedIn ? live : held}>{children}</SessionContext>;
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession needs a SessionProvider above it');
  return state;
}

/** `const may = useMay(); may(permissions.manage)`. */
export function useMay(): SessionState['may'] {
  return useSession().may;
}

/** The centre's name in the language of the page, and whether its data are invented. */
export function useCentre(): { readonly name: string; readonly isDemonstration: boolean } {
  const { centre } = useSession().session;
  const { language } = useLanguage();
  return {
    name: language === 'zh-CN' ? centre.nameZh : centre.nameEn,
    isDemonstration: centre.isDemonstration,
  };
}

/**
 * Somebody who signs in finds the language and the text size that they chose before. On a machine of their
 * own (visitors) what was chosen there goes before, and is kept with the account.
 */
function KeepPreferences({ session }: { readonly session: SessionView }) {
  const { setLanguage } = useLanguage();
  const { setElder } = useElder();
  const applied = useRef<string | undefined>(undefined);
  const { signedIn, actor, locale, elderMode } = session;
  useEffect(() => {
    const who = signedIn ? actor.id : undefined;
    if (applied.current === who) return;
    applied.current = who;
    if (who === undefined) return;
    const own = actor.kind === 'citizen' ? findChosenLanguage() : undefined;
    setLanguage(own ?? locale);
    setElder(elderMode || (actor.kind === 'citizen' && isElderChosen()));
    if (own === undefined || own === locale) return;
    // The account that cannot be told now is told at the next sign-in.
    void call(routes.changeProfile, { body: { locale: own }, asksToSignIn: false }).catch(
      () => undefined,
    );
  }, [signedIn, actor.id, actor.kind, locale, elderMode, setLanguage, setElder]);
  return null;
}
