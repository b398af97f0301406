import { lazy, StrictMode, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { ElderProvider } from '../../kit/elder.tsx';
import { LanguageProvider } from '../../kit/language.tsx';
import type { PageDefinition } from '../../kit/pages.ts';
import { useWords } from '../../kit/words.ts';
import surfaces from '../surfaces.json';
import { matchPage } from './match-page.ts';
import { messages } from './messages.ts';
import { DeviceParamsContext } from './params-context.ts';
import { StayAlive } from './StayAlive.tsx';

const basePath = surfaces.find((surface) => surface.name === 'device')?.path ?? '/';

/** Draws the page of a device: plain React, no router, never a blank screen. */
export function startDevice(pages: readonly PageDefinition[]): void {
  const root = document.querySelector('#root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <ElderProvider>
          <StayAlive instead={<Sentence title="failed" hint="failedHint" />}>
            <DevicePage pages={pages.filter((page) => page.surface === 'device')} />
          </StayAlive>
        </ElderProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}

function DevicePage({ pages }: { readonly pages: readonly PageDefinition[] }) {
  const [open] = useState(() => {
    const found = matchPage(pages, globalThis.location.pathname.slice(basePath.length));
    const load = found?.page.load;
    return found && load && { ...found, Page: lazy(async () => ({ default: await load() })) };
  });
  if (!open) return <Sentence title="notFound" hint="notFoundHint" />;
  return (
    <DeviceParamsContext value={open.params}>
      <Suspense fallback={<Sentence title="waiting" />}>
        <open.Page />
      </Suspense>
    </DeviceParamsContext>
  );
}

interface SentenceProps {
  readonly title: 'failed' | 'notFound' | 'waiting';
  readonly hint?: 'failedHint' | 'notFoundHint';
}

function Sentence({ title, hint }: SentenceProps) {
  const t = useWords(messages);
  return (
    <main className="ow-device-sentence" aria-live="polite">
      <h1>{t(title)}</h1>
      {hint === undefined ? null : <p>{t(hint)}</p>}
    </main>
  );
}
