import { describe, expect, it } from 'vitest';

import type { PrintAnswer, PrintOutcome } from '#modules/registry/devices/contract.ts';

import { memoryShelf } from '../store/shelf.ts';
import { type PrintingPorts, type PrintJobInput, printSlip, settleLostJobs } from './print-slip.ts';

const JOB: PrintJobInput = {
  jobId: 'job-1',
  title: 'A012',
  slip: { blocks: [{ kind: 'rule' }] },
  reprintOf: null,
};

const answer = (more: Partial<PrintAnswer>): PrintAnswer => ({
  jobId: 'job-1',
  state: 'sending',
  trouble: null,
  transport: 'usb',
  roll: 80,
  bytes: null,
  ...more,
});

/** A device whose server and printer say these things in turn. */
function aDevice(
  answers: PrintAnswer[],
  outcome: PrintOutcome = { state: 'printed', trouble: null },
) {
  const delivered: string[] = [];
  const reported: string[] = [];
  const deliver = async (jobId: string, bytes: Uint8Array) => {
    delivered.push(`${jobId} ${bytes.length}`);
    return Promise.resolve(outcome);
  };
  const ports: PrintingPorts = {
    ask: () => Promise.resolve(answers.shift() ?? answer({ state: 'printed' })),
    report: (jobId, { state }) => Promise.resolve(reported.push(`${jobId} ${state}`)),
    deliver: { usb: deliver, agent: deliver, simulator: deliver },
    shelf: memoryShelf(),
    wait: () => Promise.resolve(),
  };
  return { ports, delivered, reported };
}

describe('a slip on the device itself', () => {
  it('is delivered once and acknowledged', async () => {
    const device = aDevice([answer({ bytes: btoa('abc') })]);
    expect(await printSlip(device.ports, JOB)).toMatchObject({ state: 'printed' });
    expect([device.delivered, device.reported]).toEqual([['job-1 3'], ['job-1 printed']]);
    expect(await device.ports.shelf.list('printing/')).toEqual([]);
  });

  it('that is at the printer already is waited for, not sent', async () => {
    const device = aDevice([answer({}), answer({}), answer({ state: 'printed' })]);
    expect(await printSlip(device.ports, JOB)).toMatchObject({ state: 'printed' });
    expect(device.delivered).toEqual([]);
  });

  it('that certainly did not come out says why', async () => {
    const device = aDevice([answer({ bytes: btoa('abc') })], {
      state: 'failed',
      trouble: 'paper-out',
    });
    expect(await printSlip(device.ports, JOB)).toEqual({ state: 'failed', trouble: 'paper-out' });
  });

  it('under which the page went down is told as unknown at the next start', async () => {
    const device = aDevice([]);
    await device.ports.shelf.set('printing/job-1', true);
    await settleLostJobs(device.ports);
    expect(device.reported).toEqual(['job-1 unknown']);
    await settleLostJobs(device.ports);
    expect(device.reported).toHaveLength(1);
  });
});
