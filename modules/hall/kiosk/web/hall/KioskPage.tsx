import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import {
  createQueryClient,
  onSessionEnded,
  SessionProvider,
  toApiProblem,
  useSession,
} from '#web/client/index.ts';
import { DeviceFrame } from '#web/devices/frame/index.ts';
import { useElder } from '#web/kit/elder.tsx';
import { useLanguage } from '#web/kit/language.tsx';
import type { PageDefinition } from '#web/kit/pages.ts';
import { ProblemNotice } from '#web/kit/public/index.ts';
import { PublicPagesContext } from '#web/kit/public/pages-context.ts';
import { PublicFailed, PublicNotFound, PublicWaiting } from '#web/kit/public/states.tsx';
import { createSurfaceRouter } from '#web/kit/routing/index.ts';

import type { OpenedVisit, VisitEnd } from '../../contract.ts';
import { KioskFrame } from './KioskFrame.tsx';
import { KioskGate } from './KioskGate.tsx';
import { type Height, VisitContext } from './visit-context.ts';
import { endAtServer, rememberVisitor, stopEnding, wipeBrowser } from './wipe.ts';

import '#web/kit/public/public.css';
import './kiosk.css';

export interface KioskPageProps {
  /** The public pages that a kiosk shows, and its own. */
  readonly pages: readonly PageDefinition[];
}

/** 政务自助一体机: the public pages on a machine that many use one after the other. */
export function KioskPage({ pages }: KioskPageProps) {
  return (
    <DeviceFrame kinds={['self-service-kiosk']}>
      <Visits pages={pages} />
    </DeviceFrame>
  );
}

/** One visit after the other; each has its own router, its own server data and its own form state. */
function Visits({ pages }: KioskPageProps) {
  const [visit, setVisit] = useState(() => {
    // Whatever was open when the page, the browser or the power went.
    wipeBrowser();
    return 0;
  });
  const { setLanguage } = useLanguage();
  const { setElder } = useElder();
  const open = useRef<string | undefined>(undefined);
  const begin = useCallback((visitId: string) => {
    open.current = visitId;
  }, []);
  const wipe = (why: VisitEnd) => {
    setLanguage('zh-CN');
    setElder(false);
    wipeBrowser();
    setVisit((former) => former + 1);
    void endAtServer(why, open.current);
    open.current = undefined;
  };
  useEffect(() => {
    void endAtServer('start');
    // The device was locked or cut off while somebody stood here.
    return () => {
      wipeBrowser();
      void endAtServer('lost');
    };
  }, []);
  return <Visit key={visit} pages={pages} onBegin={begin} onFinish={wipe} />;
}

function drawFailed(problem: unknown, retry: () => void) {
  return (
    <main className="ow-sheet">
      <ProblemNotice problem={toApiProblem(problem)} onRetry={retry} />
    </main>
  );
}

const WAITING = (
  <main className="ow-sheet" aria-busy="true">
    <PublicWaiting />
  </main>
);

interface VisitProps extends KioskPageProps {
  readonly onBegin: (visitId: string) => void;
  readonly onFinish: (why: VisitEnd) => void;
}

function Visit({ pages, onBegin, onFinish }: VisitProps) {
  const [client] = useState(createQueryClient);
  useEffect(() => () => client.clear(), [client]);
  return (
    <QueryClientProvider client={client}>
      <SessionProvider waiting={WAITING} failed={drawFailed}>
        <PublicPagesContext value={pages}>
          <Pages pages={pages} onBegin={onBegin} onFinish={onFinish} />
        </PublicPagesContext>
      </SessionProvider>
    </QueryClientProvider>
  );
}

function Pages({ pages, onBegin, onFinish }: VisitProps) {
  const { refresh } = useSession();
  const [height, setHeight] = useState<Height>('standing');
  const [router] = useState(() =>
    createSurfaceRouter({
      surface: 'public',
      basePath: '/',
      pages,
      frame: KioskFrame,
      gate: KioskGate,
      notFound: PublicNotFound,
      failed: PublicFailed,
      waiting: PublicWaiting,
      isInMemory: true,
    }),
  );
  const state = useMemo(
    () => ({
      height,
      setHeight,
      finish: onFinish,
      begin: async ({ token, visitId }: OpenedVisit) => {
        stopEnding();
        onBegin(visitId);
        rememberVisitor(token);
        await refresh();
      },
    }),
    [height, onBegin, onFinish, refresh],
  );
  useEffect(() => {
    // The server ended the visit: whoever stands here now begins anew.
    onSessionEnded(() => {
      onFinish('lost');
      return Promise.resolve(false);
    });
    return () => onSessionEnded(undefined);
  }, [onFinish]);
  return (
    <VisitContext value={state}>
      <RouterProvider router={router} />
    </VisitContext>
  );
}
