import { useEffect } from 'react';

import { useSession } from '#web/client/index.ts';
import { useGo } from '#web/kit/routing/index.ts';

import { SignInStep } from './SignInStep.tsx';

/** Where a link to a sign-in leads; done, it goes to the start. */
export function SignInPage() {
  const go = useGo();
  const { session } = useSession();
  const isKnown = session.actor.kind === 'citizen';
  useEffect(() => {
    if (isKnown) go('/', { replaces: true });
  }, [go, isKnown]);
  return isKnown ? null : <SignInStep />;
}
