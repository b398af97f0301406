import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

import { type PrintRequest, routes } from '../../contract.ts';
import { type EnrolledDevice, manager, prepareDevices } from '../device.fixture.ts';
import { type FakePrinter, startPrinter } from './printer.fixture.ts';

describe('a slip', () => {
  let app: TestApp;
  let printer: FakePrinter;
  let enrol: () => Promise<EnrolledDevice>;
  beforeAll(async () => {
    [app, printer] = await Promise.all([startTestApp(), startPrinter()]);
    enrol = await prepareDevices(app);
  });
  afterAll(async () => {
    await Promise.all([app.close(), printer.close()]);
  });

  const aJob = (more: Partial<PrintRequest> = {}): PrintRequest => ({
    jobId: newId(),
    title: 'A012',
    slip: { blocks: [{ kind: 'text', text: 'A012', align: 'centre', size: 3, bold: true }] },
    reprintOf: null,
    ...more,
  });

  const aMachine = async (transport: 'network' | 'usb') => {
    const { deviceId, device } = await enrol();
    const { host, port } = printer;
    const answer = await app.send(manager, routes.savePrinter, {
      params: { id: deviceId },
      body: { transport, roll: 58, host: transport === 'network' ? host : '', port },
    });
    expect(answer.status).toBe(200);
    printer.be({});
    return { deviceId, device };
  };

  test('is printed for a device and for nobody else', async () => {
    const answer = await app.send(manager, routes.print, { body: aJob() });
    expect(answer.status).toBe(403);
    expect((await app.send(undefined, routes.print, { body: aJob() })).status).toBe(401);
  });

  test('comes out once, however often and at once it is asked for', async () => {
    const { device } = await aMachine('network');
    const job = aJob();
    const before = printer.slips.length;
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => app.send(device, routes.print, { body: job })),
    );
    expect(answers.filter(({ body }) => body.state === 'printed').length).toBeGreaterThanOrEqual(1);
    const again = await app.send(device, routes.print, { body: job });
    expect(again.body).toMatchObject({ state: 'printed', bytes: null });
    expect(printer.slips.length - before).toBe(1);
  });

  test('waits for paper and comes out when there is some', async () => {
    const { device, deviceId } = await aMachine('network');
    printer.be({ isPaperOut: true });
    const job = aJob();
    const refused = await app.send(device, routes.print, { body: job });
    expect(refused.body).toMatchObject({ state: 'failed', trouble: 'paper-out' });
    expect((await app.send(device, routes.checkOwnPrinter, {})).body.trouble).toBe('paper-out');
    printer.be({});
    expect((await app.send(device, routes.print, { body: job })).body.state).toBe('printed');
    const { body } = await app.send(manager, routes.getPrinter, { params: { id: deviceId } });
    expect(body.jobs[0]).toMatchObject({ title: 'A012', state: 'printed', attempts: 2 });
  });

  test('that may have come out is not sent again by itself', async () => {
    const { device } = await aMachine('network');
    printer.be('hang-up');
    const job = aJob();
    expect((await app.send(device, routes.print, { body: job })).body.state).toBe('unknown');
    printer.be({});
    const before = printer.slips.length;
    expect((await app.send(device, routes.print, { body: job })).body.state).toBe('unknown');
    expect(printer.slips.length).toBe(before);
  });

  test('on its way for too long is one of which nobody knows', async () => {
    const { device } = await aMachine('usb');
    const job = aJob();
    await app.send(device, routes.print, { body: job });
    const ask = async () => (await app.send(device, routes.print, { body: job })).body;
    expect(await ask()).toMatchObject({ state: 'sending', bytes: null });
    app.clock.advance(31_000);
    expect(await ask()).toMatchObject({ state: 'unknown', bytes: null });
  });

  test('of a second copy says that it is one', async () => {
    const { device } = await aMachine('network');
    const job = aJob();
    await app.send(device, routes.print, { body: job });
    await app.send(device, routes.print, { body: aJob({ reprintOf: job.jobId }) });
    const copy = Buffer.from(printer.slips.at(-1) ?? []).toString('latin1');
    expect(copy).toContain('REPRINT');
  });

  test('is given to a device that prints itself once, and its first word holds', async () => {
    const { device } = await aMachine('usb');
    const job = aJob();
    const first = await app.send(device, routes.print, { body: job });
    expect(first.body).toMatchObject({ state: 'sending', transport: 'usb', roll: 58 });
    expect(Buffer.from(first.body.bytes ?? '', 'base64').subarray(0, 2)).toEqual(
      Buffer.from([0x1b, 0x40]),
    );
    const second = await app.send(device, routes.print, { body: job });
    expect(second.body).toMatchObject({ state: 'sending', bytes: null });
    const report = (state: 'printed' | 'failed') =>
      app.send(device, routes.reportPrint, {
        params: { id: job.jobId },
        body: { state, trouble: null },
      });
    expect((await report('printed')).body.state).toBe('printed');
    expect((await report('failed')).body.state).toBe('printed');
  });

  test('of one number cannot be another slip, nor of another device', async () => {
    const [one, other] = [await aMachine('network'), await aMachine('network')];
    const job = aJob();
    await app.send(one.device, routes.print, { body: job });
    const changed = { ...job, slip: { blocks: [{ kind: 'text' as const, text: 'B001' }] } };
    for (const [device, body] of [
      [one.device, changed],
      [other.device, job],
    ] as const) {
      const answer = await app.send(device, routes.print, { body });
      expect(answer.problem).toBe('devices/other-slip');
    }
  });

  test('needs a printer: without one the device is told so', async () => {
    const { device } = await enrol();
    const answer = await app.send(device, routes.print, { body: aJob() });
    expect(answer.body).toMatchObject({ state: 'failed', trouble: 'no-printer' });
  });
});
