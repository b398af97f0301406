import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { routes } from '#kernel/access/contract.ts';

import { useElder } from '../kit/elder.tsx';
import { type Language, useLanguage } from '../kit/language.tsx';
import { call } from './call.ts';
import { useSession } from './session.tsx';
import { announceChange } from './use-act.ts';

interface Preferences {
  readonly language: Language;
  readonly isElder: boolean;
  readonly chooseLanguage: (language: Language) => void;
  readonly chooseElder: (isElder: boolean) => void;
}

/** Language and text size: chosen at once on the page, and kept with the account of whoever is signed in. */
export function usePreferences(): Preferences {
  const { session } = useSession();
  const { language, setLanguage } = useLanguage();
  const { isElder, setElder } = useElder();
  const cache = useQueryClient();
  const keep = useCallback(
    async (body: { readonly locale?: Language; readonly elderMode?: boolean }) => {
      if (!session.signedIn) return;
      // The page has changed already; an account that could not be reached is asked the next time.
      await call(routes.changeProfile, { body, asksToSignIn: false }).catch(() => undefined);
      await announceChange(cache, routes.getProfile);
    },
    [session.signedIn, cache],
  );
  return {
    language,
    isElder,
    chooseLanguage: (next) => {
      setLanguage(next);
      void keep({ locale: next });
      // Answers hold sentences of the former language.
      void cache.invalidateQueries();
    },
    chooseElder: (next) => {
      setElder(next);
      void keep({ elderMode: next });
    },
  };
}
