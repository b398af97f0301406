import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { sm3Hex } from '#kernel/crypto/sm3.ts';
import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { proofOf } from './confirm/answer-on-pad.ts';
import { type Bench, CASE_NO, startBench, WINDOW } from './fixture.ts';

const TEXT_HASH = sm3Hex('你单位的申请已受理。');
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(200, 7),
]);

describe('a paper to be signed on the pad', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
  });
  beforeEach(() => bench.deps.clock.set('2026-01-20T02:00:00Z'));
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const clerk = () => bench.staff(['invite']);
  const caseId = newId();
  const documentId = newId();
  const ask = async (more: object = {}) =>
    bench.send(clerk(), routes.askToConfirm, {
      body: { windowId: WINDOW, caseId, documentId, ...more },
    });
  const shown = async () => (await bench.send(bench.pad, routes.getPadView)).body.confirmation;
  const sign = async (id: string, more: object = {}, key?: string) =>
    bench.send(bench.pad, routes.signOnPad, {
      params: { id },
      body: { signature: PNG.toString('base64'), textHash: TEXT_HASH, ...more },
      ...(key === undefined ? {} : { key }),
    });
  const stateOf = async (id: string) =>
    (await bench.send(clerk(), routes.getConfirmation, { params: { id } })).body;

  test('is asked by nobody who may not invite at the window', async () => {
    const elsewhere = bench.staff(['invite'], { scope: { level: 'window', id: newId() } });
    const body = { windowId: WINDOW, caseId, documentId };
    expect((await bench.send(elsewhere, routes.askToConfirm, { body })).status).toBe(403);
    expect((await bench.send(bench.pad, routes.askToConfirm, { body })).status).toBe(403);
  });

  test('is shown with its text, signed once, and bound by hashes to case, text and pad', async () => {
    const { body: asked } = await ask();
    expect(await shown()).toMatchObject({
      id: asked.id,
      number: '松政服〔2026〕12号',
      text: { 'zh-CN': '你单位的申请已受理。' },
      textHash: TEXT_HASH,
    });
    const key = newId();
    expect((await sign(asked.id, {}, key)).status).toBe(201);
    expect((await sign(asked.id, {}, key)).status).toBe(201);
    expect(await shown()).toBeNull();
    expect(bench.stored).toHaveLength(1);
    expect(bench.stored[0]).toMatchObject({
      purpose: 'cases.signature',
      subject: { kind: 'cases.case', id: caseId },
    });
    const signed = await stateOf(asked.id);
    expect(signed).toMatchObject({ state: 'signed', signatureHash: sm3Hex(PNG) });
    const { rows } = await database.pool.query<{ device_id: string; text_sealed: string | null }>(
      'SELECT device_id, text_sealed FROM evaluation.confirmation WHERE confirmation_id = $1',
      [asked.id],
    );
    expect(rows[0]?.text_sealed).toBeNull();
    expect(signed.proofHash).toBe(
      proofOf({
        caseNo: CASE_NO,
        number: '松政服〔2026〕12号',
        textHash: TEXT_HASH,
        signatureHash: sm3Hex(PNG),
        signedAt: signed.settledAt ?? '',
        deviceId: rows[0]?.device_id ?? '',
      }),
    );
    const list = await bench.send(clerk(), routes.listConfirmations, { query: { caseId } });
    expect(list.body.items.map(({ state }) => state)).toEqual(['signed']);
    expect((await sign(asked.id)).problem).toBe('evaluation/not-asked');
  });

  test('is not signed under another text, by another pad, nor with something that is no picture', async () => {
    const { body: asked } = await ask();
    expect((await sign(asked.id, { textHash: 'a'.repeat(64) })).problem).toBe(
      'evaluation/other-text',
    );
    const signature = Buffer.alloc(200, 1).toString('base64');
    expect((await sign(asked.id, { signature })).problem).toBe('evaluation/no-picture');
    const other = await bench.send(bench.otherPad, routes.signOnPad, {
      params: { id: asked.id },
      body: { signature: PNG.toString('base64'), textHash: TEXT_HASH },
    });
    expect(other.problem).toBe('request/not-found');
    expect((await stateOf(asked.id)).state).toBe('asked');
  });

  test('leaves the pad when it is refused, taken back, asked anew or after five minutes', async () => {
    const { body: refused } = await ask();
    const declined = await bench.send(bench.pad, routes.declineOnPad, {
      params: { id: refused.id },
    });
    expect(declined.status).toBe(200);
    expect((await stateOf(refused.id)).state).toBe('declined');
    const { body: first } = await ask();
    const { body: second } = await ask({ documentId: null });
    expect((await stateOf(first.id)).state).toBe('withdrawn');
    expect((await shown())?.id).toBe(second.id);
    await bench.send(clerk(), routes.withdrawConfirmation, { params: { id: second.id } });
    expect(await shown()).toBeNull();
    const { body: third } = await ask();
    bench.deps.clock.advance(5 * 60_000);
    expect(await shown()).toBeNull();
    expect((await stateOf(third.id)).state).toBe('lapsed');
    expect((await sign(third.id)).problem).toBe('evaluation/not-asked');
  });
});
