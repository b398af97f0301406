import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { createQueryClient } from '../../../client/query-client.ts';
import { HoldSession, SessionProvider, useSession } from '../../../client/session.tsx';
import { ElderProvider } from '../../elder.tsx';
import { LanguageProvider } from '../../language.tsx';
import { createSurfaceRouter } from '../../routing/index.ts';
import { ProveAgain } from '../sign-in/ProveAgain.tsx';
import { SignInAgain } from '../sign-in/SignInAgain.tsx';
import { SignInPage } from '../sign-in/SignInPage.tsx';
import { StaffProvider } from '../StaffProvider.tsx';
import { WindowSlotsContext } from '../window-slots.tsx';
import { Frame } from './Frame.tsx';
import { Failed, NoSession, NotFound, PageGate, Waiting } from './states.tsx';
import { type StaffSurface, StaffSurfaceContext } from './surface-context.ts';

/** Draws a staff surface into `#root`. */
export function startStaffSurface(surface: StaffSurface): void {
  const root = document.querySelector('#root');
  if (!root) throw new Error('The page has no #root');
  const client = createQueryClient();
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <ElderProvider>
          <QueryClientProvider client={client}>
            <StaffProvider>
              <SessionProvider
                waiting={<Waiting />}
                failed={(problem, retry) => <NoSession problem={problem} onRetry={retry} />}
              >
                <StaffSurfaceContext value={surface}>
                  <WindowSlotsContext value={surface.slots ?? {}}>
                    <Door surface={surface} />
                  </WindowSlotsContext>
                </StaffSurfaceContext>
              </SessionProvider>
            </StaffProvider>
          </QueryClientProvider>
        </ElderProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}

/**
 * Lets staff in. Whoever has been let in once keeps their page when the session ends: the sign-in then comes
 * as a dialog over it.
 */
function Door({ surface }: { readonly surface: StaffSurface }) {
  const { session } = useSession();
  const isStaff = session.step === 'complete' && session.actor.kind === 'staff';
  const [personId, setPersonId] = useState<string | undefined>(undefined);
  const [router] = useState(() =>
    createSurfaceRouter({
      surface: surface.name,
      basePath: surface.basePath,
      pages: surface.pages,
      frame: Frame,
      gate: PageGate,
      notFound: NotFound,
      failed: Failed,
      waiting: Waiting,
    }),
  );
  if (isStaff && personId === undefined) setPersonId(session.actor.id);
  if (personId === undefined)
    return <SignInPage title={surface.title} basePath={surface.basePath} />;
  return (
    <>
      <HoldSession>
        <RouterProvider router={router} />
      </HoldSession>
      <SignInAgain personId={personId} />
      <ProveAgain />
    </>
  );
}
