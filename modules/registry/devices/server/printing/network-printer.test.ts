import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { checkPrinter, sendToPrinter } from './network-printer.ts';
import { type FakePrinter, startPrinter } from './printer.fixture.ts';

const SLIP = Uint8Array.of(0x1b, 0x40, 0x41, 0x0a, 0x1d, 0x56, 1);
const SOON = 300;
let printer: FakePrinter;

beforeEach(async () => {
  printer = await startPrinter();
});
afterEach(() => printer.close());

describe('a printer of the house', () => {
  it('prints the slip and acknowledges it', async () => {
    expect(await sendToPrinter(printer, SLIP, SOON)).toEqual({ state: 'printed' });
    expect(printer.slips).toEqual([SLIP]);
  });

  it('is sent nothing while it has no paper, its cover is open or it is off line', async () => {
    const troubles: unknown[] = [];
    for (const state of [{ isPaperOut: true }, { isCoverOpen: true }, { isOnline: false }]) {
      printer.be(state);
      troubles.push(await sendToPrinter(printer, SLIP, SOON));
    }
    expect(troubles).toEqual([
      { state: 'failed', trouble: 'paper-out' },
      { state: 'failed', trouble: 'cover-open' },
      { state: 'failed', trouble: 'offline' },
    ]);
    expect(printer.slips).toEqual([]);
  });

  it('that does not answer, or is not there, has certainly printed nothing', async () => {
    printer.be('dead');
    const silent = { state: 'failed', trouble: 'silent' };
    expect(await sendToPrinter(printer, SLIP, SOON)).toEqual(silent);
    expect(await checkPrinter(printer, SOON)).toBe('silent');
    await printer.close();
    expect(await sendToPrinter(printer, SLIP, SOON)).toEqual(silent);
  });

  it('that hangs up under the slip leaves it unknown whether it came out', async () => {
    printer.be('hang-up');
    expect(await sendToPrinter(printer, SLIP, SOON)).toEqual({
      state: 'unknown',
      trouble: 'silent',
    });
  });
});
