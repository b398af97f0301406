import {
  findTrouble,
  readStatus,
  STATUS_BYTES,
  STATUS_REQUEST,
} from '#kernel/documents/escpos/printer-status.ts';
import type { PrinterTrouble, PrintOutcome } from '#modules/registry/devices/contract.ts';

/** Brings bytes to paper and says what came of it. */
export type Deliver = (jobId: string, bytes: Uint8Array<ArrayBuffer>) => Promise<PrintOutcome>;

const failed = (trouble: PrinterTrouble): PrintOutcome => ({ state: 'failed', trouble });

/** The part of WebUSB that a printer needs. */
interface UsbDevice {
  readonly opened: boolean;
  readonly configuration: UsbConfiguration | null;
  open(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(number: number): Promise<void>;
  transferOut(endpoint: number, data: BufferSource): Promise<{ readonly status: string }>;
  transferIn(endpoint: number, length: number): Promise<{ readonly data?: DataView }>;
}
interface UsbConfiguration {
  readonly interfaces: ReadonlyArray<{
    readonly interfaceNumber: number;
    readonly alternate: {
      readonly interfaceClass: number;
      readonly endpoints: ReadonlyArray<{
        readonly endpointNumber: number;
        readonly direction: 'in' | 'out';
      }>;
    };
  }>;
}
interface Usb {
  getDevices(): Promise<UsbDevice[]>;
  requestDevice(options: { filters: ReadonlyArray<{ classCode: number }> }): Promise<UsbDevice>;
}

/** USB class of printers. */
const PRINTER_CLASS = 7;

const findUsb = (): Usb | undefined => (navigator as { readonly usb?: Usb }).usb;

/** Lets whoever sets the device up choose its printer; the browser remembers it. Needs a touch. */
export async function pairUsbPrinter(): Promise<void> {
  await findUsb()?.requestDevice({ filters: [{ classCode: PRINTER_CLASS }] });
}

/** Prints by WebUSB on the printer that was paired with this browser. */
export const deliverByUsb: Deliver = async (_jobId, bytes) => {
  const device = (await findUsb()?.getDevices())?.[0];
  if (!device) return failed('no-printer');
  let hasBegun = false;
  try {
    const { number, out, back } = await openUsb(device);
    await device.claimInterface(number);
    const before = await askUsb(device, out, back);
    if (before) return failed(before);
    hasBegun = true;
    const { status } = await device.transferOut(out, bytes);
    if (status !== 'ok') return { state: 'unknown', trouble: 'offline' };
    const after = await askUsb(device, out, back);
    return after ? { state: 'unknown', trouble: after } : { state: 'printed', trouble: null };
  } catch {
    return hasBegun ? { state: 'unknown', trouble: 'silent' } : failed('silent');
  }
};

async function openUsb(device: UsbDevice) {
  if (!device.opened) await device.open();
  if (device.configuration === null) await device.selectConfiguration(1);
  const found = device.configuration?.interfaces.find(
    ({ alternate }) => alternate.interfaceClass === PRINTER_CLASS,
  );
  const end = (direction: 'in' | 'out') =>
    found?.alternate.endpoints.find((endpoint) => endpoint.direction === direction)?.endpointNumber;
  const [out, back] = [end('out'), end('in')];
  if (!found || out === undefined) throw new Error('Not a printer');
  return { number: found.interfaceNumber, out, back };
}

/** A printer without a way back is believed. */
async function askUsb(
  device: UsbDevice,
  out: number,
  back: number | undefined,
): Promise<PrinterTrouble | undefined> {
  if (back === undefined) return undefined;
  await device.transferOut(out, STATUS_REQUEST);
  const { data } = await device.transferIn(back, STATUS_BYTES);
  if (!data) return 'silent';
  return findTrouble(readStatus(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
}

/** Where the local agent listens (docs/how-to/print-agent.md). */
const AGENT = 'http://127.0.0.1:18931/v1/print-jobs/';

/** Prints by a program on this machine, which keeps job numbers itself: a repeat of a number prints nothing. */
export const deliverByAgent: Deliver = async (jobId, bytes) => {
  try {
    const answer = await fetch(AGENT + encodeURIComponent(jobId), {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
      signal: AbortSignal.timeout(15_000),
    });
    return readAgent((await answer.json()) as unknown);
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return isLate ? { state: 'unknown', trouble: 'silent' } : failed('silent');
  }
};

const OUTCOMES: readonly unknown[] = ['printed', 'failed', 'unknown'];
const TROUBLES: readonly unknown[] = ['paper-out', 'cover-open', 'offline', 'silent', 'no-printer'];

function readAgent(answer: unknown): PrintOutcome {
  const { state, trouble } = (answer ?? {}) as { state?: unknown; trouble?: unknown };
  if (!OUTCOMES.includes(state)) return { state: 'unknown', trouble: 'silent' };
  return {
    state: state as PrintOutcome['state'],
    trouble: TROUBLES.includes(trouble) ? (trouble as PrinterTrouble) : null,
  };
}
