import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { createQueryClient } from '../../client/query-client.ts';
import { SessionProvider } from '../../client/session.tsx';
import { ProblemNotice } from '../common/index.ts';
import { ElderProvider } from '../elder.tsx';
import { LanguageProvider } from '../language.tsx';
import { PublicWaiting } from './states.tsx';

/** Draws a surface of plain React into `#root`: language, text size, server data and session around it. */
export function drawPlainSurface(content: ReactNode): void {
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
              {content}
            </SessionProvider>
          </QueryClientProvider>
        </ElderProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}
