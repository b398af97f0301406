import { Outlet, type RouterHistory, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';

import { useCentre, useSession } from '#web/client/index.ts';
import { SimulatedPorts } from '#web/devices/cards/index.ts';
import { Simulator, useDevice, useTime } from '#web/devices/frame/index.ts';
import { SimulatedPrinter } from '#web/devices/printing/SimulatedPrinter.tsx';
import { Mark } from '#web/kit/brand/Mark.tsx';
import { DemonstrationBanner, ReadAloud } from '#web/kit/common/index.ts';
import { useElder } from '#web/kit/elder.tsx';
import { useLanguage } from '#web/kit/language.tsx';
import {
  type Machine,
  MachineContext,
  type WantedPages,
  type WantedPaper,
} from '#web/kit/machine.ts';
import { useGo } from '#web/kit/routing/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';
import { IdleDialog } from './IdleDialog.tsx';
import { PaperPrinter } from './PaperPrinter.tsx';
import { SlipNotice, useSlips } from './slips.tsx';
import { TakePages } from './TakePages.tsx';
import { TakePapers } from './TakePapers.tsx';
import { useIdle } from './use-idle.ts';
import { useKeepInside } from './use-keep-inside.ts';
import { useTimes } from './use-times.ts';
import { useVisit } from './visit-context.ts';

/** Header, the page, and the three buttons that are always there. */
export function KioskFrame() {
  const { height, finish } = useVisit();
  const { session } = useSession();
  const { isElder } = useElder();
  const times = useTimes();
  const patience = isElder ? times.elderFactor : 1;
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [wanted, setWanted] = useState<WantedPaper>();
  const [pages, setPages] = useState<WantedPages>();
  const slips = useSlips();
  const inside = useKeepInside();
  const page = useRef<HTMLElement>(null);
  const isKnown = session.actor.kind === 'citizen';
  const idle = useIdle({
    isActive: isKnown || path !== '/' || wanted !== undefined || pages !== undefined,
    idleSeconds: times.idleSeconds * patience,
    warningSeconds: times.warningSeconds * patience,
    onOver: () => finish('idle'),
  });
  const { print } = slips;
  const machine = useMemo<Machine>(
    () => ({ printSlip: print, takePapers: setWanted, takePages: setPages }),
    [print],
  );
  useEffect(() => {
    page.current?.scrollTo({ top: 0 });
  }, [path]);
  return (
    <MachineContext value={machine}>
      <div className="ow-kiosk ow-public" data-height={height}>
        <DemonstrationBanner />
        <Head />
        <main id="content" tabIndex={-1} ref={page}>
          <SlipNotice last={slips.last} />
          <Outlet />
        </main>
        <Foot isHome={path === '/'} />
        {wanted === undefined ? null : (
          <TakePapers wanted={wanted} onClose={() => setWanted(undefined)} />
        )}
        {pages === undefined ? null : (
          <TakePages wanted={pages} onClose={() => setPages(undefined)} />
        )}
        {inside.paper === undefined ? null : (
          <PaperPrinter paper={inside.paper} onClose={inside.close} />
        )}
        {idle.left === undefined ? null : (
          <IdleDialog left={idle.left} onStay={idle.stay} onFinish={() => finish('visitor')} />
        )}
        <Simulator>
          <SimulatedPorts />
          <SimulatedPrinter printer={slips.printer} />
        </Simulator>
      </div>
    </MachineContext>
  );
}

function Head() {
  const t = useWords(messages);
  const { name } = useCentre();
  const { self } = useDevice();
  const { language, setLanguage } = useLanguage();
  const { isElder, setElder } = useElder();
  const { height, setHeight } = useVisit();
  const time = useTime();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <header className="ow-kiosk-head ow-no-print">
      <p className="ow-kiosk-brand">
        <Mark size={44} />
        <span>
          {name}
          <small>{self.assetNo}</small>
        </span>
        <time>
          {new Intl.DateTimeFormat(language, {
            hour: '2-digit',
            minute: '2-digit',
            hour12: false,
            timeZone: 'Asia/Shanghai',
          }).format(time)}
        </time>
      </p>
      <div className="ow-kiosk-tools">
        {isElder ? <ReadAloud /> : null}
        <button type="button" className="ow-button" onClick={() => setElder(!isElder)}>
          {t(isElder ? 'elderOff' : 'elder')}
        </button>
        <button
          type="button"
          className="ow-button"
          aria-pressed={height === 'low'}
          onClick={() => setHeight(height === 'low' ? 'standing' : 'low')}
        >
          {t(height === 'low' ? 'higher' : 'lower')}
        </button>
        <button type="button" className="ow-button" lang={other} onClick={() => setLanguage(other)}>
          {t('language')}
        </button>
      </div>
      {height === 'low' ? <p className="ow-kiosk-low">{t('lowerHint')}</p> : null}
    </header>
  );
}

function Foot({ isHome }: { readonly isHome: boolean }) {
  const t = useWords(messages);
  const { history } = useRouter() as { readonly history: RouterHistory };
  const go = useGo();
  const { finish } = useVisit();
  const { session } = useSession();
  const isKnown = session.actor.kind === 'citizen';
  return (
    <footer className="ow-kiosk-foot ow-no-print">
      <button type="button" className="ow-button" disabled={isHome} onClick={() => history.back()}>
        {t('back')}
      </button>
      <button type="button" className="ow-button" disabled={isHome} onClick={() => go('/')}>
        {t('home')}
      </button>
      <button
        type="button"
        className="ow-button"
        data-look="strong"
        disabled={isHome && !isKnown}
        onClick={() => finish('visitor')}
      >
        {t('finish')}
      </button>
    </footer>
  );
}
