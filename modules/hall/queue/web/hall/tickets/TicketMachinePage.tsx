import { type ReactNode, useEffect, useEffectEvent } from 'react';

import {
  type ReaderState,
  SimulatedPorts,
  useCardReader,
  useCodeScanner,
} from '#web/devices/cards/index.ts';
import { DeviceFrame, OldNotice, Simulator, useDevice } from '#web/devices/frame/index.ts';
import { SimulatedPrinter } from '#web/devices/printing/SimulatedPrinter.tsx';
import { useWords } from '#web/kit/words.ts';

import type { DeviceHall } from '../../../contract.ts';
import { HallHeader } from '../HallHeader.tsx';
import { messages } from '../messages.ts';
import { useHall } from '../use-hall.ts';
import type { BookingPort } from './booking-port.ts';
import { FoundStep } from './FoundStep.tsx';
import { HomeStep } from './HomeStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { TakeStep } from './TakeStep.tsx';
import { type Machine as MachineState, useMachine } from './use-machine.ts';

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

/** The same acts as a part of another device: its frame, header and hardware stand around it already. */
export function TicketTaking({ bookings }: { readonly bookings: BookingPort }) {
  return <Machine bookings={bookings} isPart />;
}

interface MachineProps {
  readonly bookings: BookingPort;
  readonly isPart?: boolean;
}

function Machine({ bookings, isPart = false }: MachineProps) {
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
  useIdle(!isPart && step.kind !== 'home', () => go({ kind: 'home' }));
  const hall = kept.value;
  return (
    <div className="ow-hall-tall" data-part={isPart ? 'yes' : 'no'}>
      {isPart ? null : <HallHeader hall={hall} />}
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
      <Place isPart={isPart} isBusy={hall === undefined}>
        {hall === undefined ? (
          <>
            <h1>{t('ticketTitle')}</h1>
            <p>{t('preparing')}</p>
          </>
        ) : null}
        <Steps hall={hall} reader={reader} machine={machine} />
      </Place>
      {isPart ? null : (
        <Simulator>
          <SimulatedPorts />
          <SimulatedPrinter printer={printer} />
        </Simulator>
      )}
    </div>
  );
}

interface StepsProps {
  readonly hall: DeviceHall | undefined;
  readonly reader: ReaderState;
  readonly machine: MachineState;
}

/** What stands on the screen at this step. */
function Steps({ hall, reader, machine }: StepsProps) {
  const { step, go } = machine;
  const business =
    step.kind === 'take' ? hall?.businesses.find(({ id }) => id === step.businessId) : undefined;
  return (
    <>
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
    </>
  );
}

interface PlaceProps {
  readonly isPart: boolean;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

/** The main part of the page, unless the page around has one. */
function Place({ isPart, isBusy, children }: PlaceProps) {
  const Tag = isPart ? 'div' : 'main';
  return (
    <Tag className="ow-tickets" aria-busy={isBusy}>
      {children}
    </Tag>
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
