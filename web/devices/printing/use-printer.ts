import { useCallback, useEffect, useMemo, useState } from 'react';

import { drawSlip } from '#kernel/documents/escpos/draw-slip.ts';
import { type PrinterTrouble, routes } from '#modules/registry/devices/contract.ts';
import { call } from '#web/client/index.ts';

import { shelf } from '../store/shelf.ts';
import {
  type PrintingPorts,
  type PrintJobInput,
  type PrintResult,
  printSlip,
  settleLostJobs,
} from './print-slip.ts';
import { deliverByAgent, deliverByUsb } from './transports.ts';

export interface Printer {
  print(job: PrintJobInput): Promise<PrintResult>;
  /** The last slips of a simulated printer as pictures, newest first. */
  readonly papers: readonly string[];
  /** What the simulated printer suffers from now. */
  readonly simulated: PrinterTrouble | undefined;
  readonly simulate: (trouble: PrinterTrouble | undefined) => void;
}

let simulatedTrouble: PrinterTrouble | undefined;

/** The printer of this device. */
export function usePrinter(): Printer {
  const [papers, setPapers] = useState<readonly string[]>([]);
  const [simulated, setSimulated] = useState<PrinterTrouble>();
  const simulate = useCallback((trouble: PrinterTrouble | undefined) => {
    simulatedTrouble = trouble;
    setSimulated(trouble);
  }, []);
  const ports = useMemo<PrintingPorts>(
    () => ({
      ask: (request) => call(routes.print, { body: request, asksToSignIn: false }),
      report: (jobId, outcome) =>
        call(routes.reportPrint, { params: { id: jobId }, body: outcome, asksToSignIn: false }),
      deliver: {
        usb: deliverByUsb,
        agent: deliverByAgent,
        simulator: () =>
          Promise.resolve(
            simulatedTrouble === undefined
              ? { state: 'printed', trouble: null }
              : { state: 'failed', trouble: simulatedTrouble },
          ),
      },
      shelf,
      wait: async (ms) => {
        await new Promise<void>((resolve) => {
          setTimeout(resolve, ms);
        });
      },
      onPaper: (bytes, roll) => {
        const picture = `data:image/svg+xml,${encodeURIComponent(drawSlip(bytes, roll))}`;
        setPapers((former) => [picture, ...former].slice(0, 3));
      },
    }),
    [],
  );
  useEffect(() => void settleLostJobs(ports).catch(() => undefined), [ports]);
  return { print: (job) => printSlip(ports, job), papers, simulated, simulate };
}
