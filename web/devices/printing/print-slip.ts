import type { RollWidth, Slip } from '#kernel/documents/escpos/slip.ts';
import type {
  PrintAnswer,
  PrinterTrouble,
  PrintOutcome,
  PrintRequest,
  PrintState,
} from '#modules/registry/devices/contract.ts';

import type { Shelf } from '../store/shelf.ts';
import type { Deliver } from './transports.ts';

export interface PrintResult {
  readonly state: PrintState;
  readonly trouble: PrinterTrouble | null;
}

/** What printing asks of the server and of the hardware. */
export interface PrintingPorts {
  readonly ask: (request: PrintRequest) => Promise<PrintAnswer>;
  readonly report: (jobId: string, outcome: PrintOutcome) => Promise<unknown>;
  readonly deliver: Readonly<Record<'usb' | 'agent' | 'simulator', Deliver>>;
  readonly shelf: Shelf;
  readonly wait: (ms: number) => Promise<void>;
  /** Shows what a simulated printer put out. */
  readonly onPaper?: (bytes: Uint8Array<ArrayBuffer>, roll: RollWidth) => void;
}

export interface PrintJobInput {
  readonly jobId: string;
  readonly title: string;
  readonly slip: Slip;
  readonly reprintOf: string | null;
}

const ON_ITS_WAY = 'printing/';
const AGAIN_MS = 2000;
const MOST_ASKS = 20;

/** Prints a slip once for its number. `unknown` is for a person to decide on: nothing is sent again by itself. */
export async function printSlip(ports: PrintingPorts, job: PrintJobInput): Promise<PrintResult> {
  for (let asked = 0; asked < MOST_ASKS; asked += 1) {
    const answer = await ports.ask(job);
    if (answer.bytes !== null) return deliverHere(ports, answer);
    if (answer.state !== 'sending') return answer;
    // Another request of the same number is still at the printer.
    await ports.wait(AGAIN_MS);
  }
  return { state: 'unknown', trouble: 'silent' };
}

/** After a start: slips that were on their way when the page went down may have come out or not. */
export async function settleLostJobs(ports: PrintingPorts): Promise<void> {
  for (const key of await ports.shelf.list(ON_ITS_WAY)) {
    await ports.report(key.slice(ON_ITS_WAY.length), { state: 'unknown', trouble: 'silent' });
    await ports.shelf.delete(key);
  }
}

async function deliverHere(ports: PrintingPorts, answer: PrintAnswer): Promise<PrintResult> {
  const { jobId, transport, roll } = answer;
  if (transport === null || transport === 'network')
    return { state: answer.state, trouble: answer.trouble };
  const bytes = Uint8Array.from(atob(answer.bytes ?? ''), (sign) => sign.codePointAt(0) ?? 0);
  await ports.shelf.set(ON_ITS_WAY + jobId, true);
  const outcome = await ports.deliver[transport](jobId, bytes);
  if (transport === 'simulator' && outcome.state !== 'failed') ports.onPaper?.(bytes, roll);
  await ports.report(jobId, outcome);
  await ports.shelf.delete(ON_ITS_WAY + jobId);
  return outcome;
}
