import type { ReactNode } from 'react';

import { useMay, useSession } from '#web/client/index.ts';
import { type PageDefinition, permissionsOf } from '#web/kit/pages.ts';
import { PublicNotFound } from '#web/kit/public/states.tsx';

import { SignInStep } from './SignInStep.tsx';

/** Stands before each page of a kiosk: the page itself, or card and code first. */
export function KioskGate({
  page,
  children,
}: {
  readonly page: PageDefinition;
  readonly children: ReactNode;
}) {
  const { session } = useSession();
  const may = useMay();
  const asked = permissionsOf(page);
  const isOpen = page.needsSignIn !== true && asked.length === 0;
  if (isOpen) return children;
  if (session.actor.kind !== 'citizen') return <SignInStep />;
  return asked.length === 0 || asked.some(may) ? children : <PublicNotFound />;
}
