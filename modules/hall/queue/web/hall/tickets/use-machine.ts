import { useCallback, useEffect, useState } from 'react';

import { newId } from '#kernel/ids/id.ts';
import { ApiProblem, call } from '#web/client/index.ts';
import type { IdCard } from '#web/devices/cards/index.ts';
import { useDevice } from '#web/devices/frame/index.ts';
import type { PrintResult } from '#web/devices/printing/print-slip.ts';
import { type Printer, usePrinter } from '#web/devices/printing/use-printer.ts';

import { type PriorityGroup, routes, type TicketSlip } from '../../../contract.ts';
import { toTicketSlip } from '../ticket-slip.ts';
import type { BookingLine, BookingPort } from './booking-port.ts';

export type Step =
  | { readonly kind: 'home' }
  | { readonly kind: 'take'; readonly businessId: string; readonly card: IdCard | undefined }
  | {
      readonly kind: 'found';
      readonly card: IdCard | undefined;
      readonly slips: readonly TicketSlip[];
      readonly bookings: readonly BookingLine[];
    }
  | {
      readonly kind: 'result';
      readonly slip: TicketSlip;
      /** The job under which it is printed; undefined result while it is at the printer. */
      readonly jobId: string;
      readonly print: PrintResult | undefined;
    };

export interface Machine {
  readonly step: Step;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  readonly printer: Printer;
  readonly go: (step: Step) => void;
  readonly take: (businessId: string, card?: IdCard, priority?: PriorityGroup) => void;
  readonly print: (slip: TicketSlip, reprintOf: string | null) => void;
  readonly printAgain: () => void;
  readonly lookUp: (by: { readonly card: IdCard } | { readonly code: string }) => void;
  readonly checkIn: (bookingId: string) => void;
}

/** One act at a time, with what went wrong with the last one. */
function useOneAct() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const act = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const forget = useCallback(() => setProblem(undefined), []);
  return { isBusy, problem, act, forget };
}

/** What the ticket machine does: takes, looks up, checks in, prints. One act at a time. */
export function useMachine(bookings: BookingPort): Machine {
  const { self, reportFault } = useDevice();
  const printer = usePrinter();
  const [step, setStep] = useState<Step>({ kind: 'home' });
  const { isBusy, problem, act, forget } = useOneAct();

  const go = useCallback(
    (next: Step) => {
      forget();
      setStep(next);
    },
    [forget],
  );
  const print = (slip: TicketSlip, jobId: string, reprintOf: string | null) => {
    const show = (result: PrintResult | undefined) =>
      setStep({ kind: 'result', slip, jobId, print: result });
    show(undefined);
    const job = { jobId, title: slip.number, slip: toTicketSlip(slip, location.origin), reprintOf };
    const lost: PrintResult = { state: 'unknown', trouble: 'silent' };
    void printer
      .print(job)
      .catch(() => lost)
      .then((result) => {
        show(result);
        if (result.trouble !== null) reportFault(faultOf(result.trouble));
      });
  };
  const findAll = async (by: { readonly card: IdCard } | { readonly code: string }) => {
    const text = 'card' in by ? by.card.identityNo : by.code;
    const [open, found] = await Promise.all([
      'card' in by
        ? call(routes.findOpenSlip, { body: { identityNo: text }, asksToSignIn: false })
        : { items: [] },
      bookings.find(text, self.siteId),
    ]);
    const card = 'card' in by ? by.card : undefined;
    go({ kind: 'found', card, slips: open.items, bookings: found });
  };

  useEffect(() => {
    if (printer.simulated === 'paper-out') reportFault('paper-out');
  }, [printer.simulated, reportFault]);

  return {
    step,
    isBusy,
    problem,
    printer,
    go,
    take: (businessId, card, priority) =>
      void act(async () => {
        const slip = await call(routes.takeTicketAtDevice, {
          body: {
            businessId,
            ...(card ? { holder: { name: card.name, identityNo: card.identityNo } } : {}),
            ...(priority ? { priority } : {}),
          },
          asksToSignIn: false,
        });
        print(slip, newId(), null);
      }),
    print: (slip, reprintOf) => print(slip, newId(), reprintOf),
    printAgain: () => {
      if (step.kind !== 'result') return;
      // What certainly did not come out goes under the same number; anything else is a second copy.
      const isSame = step.print?.state === 'failed';
      print(step.slip, isSame ? step.jobId : newId(), isSame ? null : step.jobId);
    },
    lookUp: (by) => void act(() => findAll(by)),
    checkIn: (bookingId) =>
      void act(async () => {
        const ticketId = await bookings.checkIn(bookingId);
        const slip = await call(routes.getSlip, { params: { id: ticketId }, asksToSignIn: false });
        print({ ...slip, isReprint: false }, newId(), null);
      }),
  };
}

const faultOf = (trouble: NonNullable<PrintResult['trouble']>): string =>
  trouble === 'paper-out' ? 'paper-out' : 'no-print';
