import { useEffect, useEffectEvent } from 'react';

import { SimulatedPorts, useCardReader, useCodeScanner } from '#web/devices/cards/index.ts';
import { DeviceFrame, OldNotice, Simulator, useDevice } from '#web/devices/frame/index.ts';
import { SimulatedPrinter } from '#web/devices/printing/SimulatedPrinter.tsx';
import { useWords } from '#web/kit/words.ts';

import { HallHeader } from '../HallHeader.tsx';
import { messages } from '../messages.ts';
import { useHall } from '../use-hall.ts';
import type { BookingPort } from './booking-port.ts';
import { FoundStep } from './FoundStep.tsx';
import { HomeStep } from './HomeStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { TakeStep } from './TakeStep.tsx';
import { useMachine } from './use-machine.ts';

import '../hall.css';
import './tickets.css';

/** 取号机: by service, by letters, by card, by code; prints, and never twice. */
export function TicketMachinePage({ bookings }: { readonly bookings: BookingPort }) {
  return (
    <DeviceFrame kinds={['ticket-machine']}>
      <Machine bookings={bookings} />
    </DeviceFrame>
  );
}

/** A step that nobody touches goes back, so that nobody finds another's name. */
const IDLE_MS = 60_000;

function Machine({ bookings }: { readonly bookings: BookingPort }) {
  const t = useWords(messages);
  const kept = useHall();
  const machine = useMachine(bookings);
  const { step, go, printer, problem } = machine;
  const { self } = useDevice();
  const reader = useCardReader(
    (card) => {
      if (step.kind === 'take') go({ ...step, card });
      else machine.lookUp({ card });
    },
    { isSimulated: self.isDemonstration },
  );
  useCodeScanner((code) => machine.lookUp({ code }));
  useIdle(step.kind !== 'home', () => go({ kind: 'home' }));
  const hall = kept.value;
  const business =
    step.kind === 'take' ? hall?.businesses.find(({ id }) => id === step.businessId) : undefined;
  return (
    <div className="ow-hall-tall">
      <HallHeader hall={hall} />
      <OldNotice kept={kept} />
      {printer.simulated === undefined || printer.simulated === 'silent' ? null : (
        <output className="ow-hall-old">
          {t('printerTrouble', { why: t(printer.simulated) })}
        </output>
      )}
      {problem === undefined ? null : (
        <p role="alert" className="ow-hall-problem">
          {t('problem', { why: problem })}
        </p>
      )}
      <main className="ow-tickets" aria-busy={hall === undefined}>
        {hall === undefined ? <h1 className="ow-only-read">{t('ticketTitle')}</h1> : null}
        {step.kind === 'home' && hall ? (
          <HomeStep
            hall={hall}
            reader={reader}
            onChoose={(businessId) => go({ kind: 'take', businessId, card: undefined })}
          />
        ) : null}
        {step.kind === 'take' && business ? (
          <TakeStep business={business} card={step.card} machine={machine} />
        ) : null}
        {step.kind === 'found' ? <FoundStep step={step} machine={machine} /> : null}
        {step.kind === 'result' ? <ResultStep step={step} machine={machine} /> : null}
      </main>
      <Simulator>
        <SimulatedPorts />
        <SimulatedPrinter printer={printer} />
      </Simulator>
    </div>
  );
}

function useIdle(isActive: boolean, onIdle: () => void): void {
  const leave = useEffectEvent(onIdle);
  useEffect(() => {
    if (!isActive) return undefined;
    let timer = setTimeout(() => leave(), IDLE_MS);
    const touch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => leave(), IDLE_MS);
    };
    globalThis.addEventListener('pointerdown', touch);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener('pointerdown', touch);
    };
  }, [isActive]);
}
