import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { createQueryClient } from '../../client/query-client.ts';
import { SessionProvider } from '../../client/session.tsx';
import { ProblemNotice } from '../common/index.ts';
import { ElderProvider } from '../elder.tsx';
import { LanguageProvider } from '../language.tsx';
import type { PageDefinition } from '../pages.ts';
import { createSurfaceRouter } from '../routing/index.ts';
import { PublicPagesContext } from './pages-context.ts';
import { PublicFrame } from './PublicFrame.tsx';
import { SignInAgain } from './SignIn.tsx';
import { PublicFailed, PublicGate, PublicNotFound, PublicWaiting } from './states.tsx';

/** Draws the public surface into `#root`. */
export function startPublicSurface(pages: readonly PageDefinition[]): void {
  const root = document.querySelector('#root');
  if (!root) throw new Error('The page has no #root');
  const client = createQueryClient();
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <ElderProvider>
          <QueryClientProvider client={client}>
            <SessionProvider
              waiting={<PublicWaiting />}
              failed={(problem, retry) => (
                <main className="ow-sheet">
                  <ProblemNotice problem={problem} onRetry={retry} />
                </main>
              )}
            >
              <PublicPagesContext value={pages}>
                <Pages pages={pages} />
                <SignInAgain />
              </PublicPagesContext>
            </SessionProvider>
          </QueryClientProvider>
        </ElderProvider>
      </LanguageProvider>
    </StrictMode>,
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
