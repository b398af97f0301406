import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';

import { HoldSession } from '../../client/session.tsx';
import type { PageDefinition } from '../pages.ts';
import { createSurfaceRouter } from '../routing/index.ts';
import { drawPlainSurface } from './draw-plain-surface.tsx';
import { PublicPagesContext } from './pages-context.ts';
import { PublicFrame } from './PublicFrame.tsx';
import { SignInAgain } from './SignIn.tsx';
import { PublicFailed, PublicGate, PublicNotFound, PublicWaiting } from './states.tsx';

/** Draws the public surface. */
export function startPublicSurface(pages: readonly PageDefinition[]): void {
  drawPlainSurface(
    <PublicPagesContext value={pages}>
      <HoldSession>
        <Pages pages={pages} />
      </HoldSession>
      <SignInAgain />
    </PublicPagesContext>,
  );
}

function Pages({ pages }: { readonly pages: readonly PageDefinition[] }) {
  const [router] = useState(() =>
    createSurfaceRouter({
      surface: 'public',
      basePath: '/',
      pages,
      frame: PublicFrame,
      gate: PublicGate,
      notFound: PublicNotFound,
      failed: PublicFailed,
      waiting: PublicWaiting,
    }),
  );
  return <RouterProvider router={router} />;
}
