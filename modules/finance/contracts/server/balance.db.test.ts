import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { toYuanText } from '#kernel/money/fen.ts';

import { Bucket, type DocumentBody, routes } from '../contract.ts';
import { aContract, type Bench, people, startBench } from './fixture.ts';

/** What somebody may try, with lines, contracts and documents by their place among those that exist. */
type Attempt =
  | { readonly act: 'transfer' | 'adjust' | 'contract'; readonly at: number; readonly fen: bigint }
  | {
      readonly act: 'settle' | 'pay' | 'close' | 'reverse';
      readonly at: number;
      readonly fen: bigint;
    };

const attempt: fc.Arbitrary<Attempt> = fc.record({
  act: fc.constantFrom('transfer', 'adjust', 'contract', 'settle', 'pay', 'close', 'reverse'),
  at: fc.nat(7),
  fen: fc.bigInt({ min: 1n, max: 150_000n }),
});

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

/** Plays attempts through the front door; refusals are part of the play. */
async function play(attempts: readonly Attempt[], lines: readonly string[]): Promise<void> {
  const contracts: string[] = [];
  const documents: string[] = [];
  const pick = (all: readonly string[], at: number) => all[at % Math.max(1, all.length)] ?? '';
  for (const { act, at, fen } of attempts) {
    const body = await bodyOf(act, at, fen);
    if (body === undefined) continue;
    const answer = await bench.pass(body);
    if (answer.problem !== undefined) {
      expect(answer.problem).toMatch(/^contracts\//);
      continue;
    }
    documents.push(answer.body.id);
    if (body.kind === 'contract') contracts.push(answer.body.contractId ?? '');
  }

  async function bodyOf(act: Attempt['act'], at: number, fen: bigint) {
    const amount = toYuanText(fen);
    const [lineId, contractId] = [pick(lines, at), pick(contracts, at)];
    const bodies: Record<Attempt['act'], () => DocumentBody | undefined> = {
      transfer: () => ({
        kind: 'transfer',
        fromLineId: lineId,
        toLineId: pick(lines, at + 1),
        amount,
        paper: '调剂',
      }),
      adjust: () => ({
        kind: 'adjustment',
        lineId,
        amount: at % 2 === 0 ? amount : `-${amount}`,
        paper: '调整',
      }),
      contract: () =>
        aContract(lineId, amount, { type: 'as-incurred', instalments: [], meter: null }),
      settle: () =>
        contractId === ''
          ? undefined
          : {
              kind: 'settlement',
              contractId,
              instalment: null,
              untilOn: null,
              amount,
              what: '账单',
              confirmedOn: '2026-01-20',
              invoiceNumber: '',
              invoicedOn: null,
              invoiceFileId: null,
              proposalId: null,
            },
      pay: () => undefined,
      close: () => (contractId === '' ? undefined : { kind: 'closure', contractId }),
      reverse: () =>
        documents.length === 0 ? undefined : { kind: 'reversal', documentId: pick(documents, at) },
    };
    if (act !== 'pay' || contractId === '') return bodies[act]();
    const { body } = await bench.app.send(people.viewer, routes.getContract, {
      params: { id: contractId },
    });
    const settlementId = body.settlements.at(0)?.id;
    if (settlementId === undefined) return undefined;
    return {
      kind: 'payment' as const,
      settlementId,
      amount,
      paidOn: '2026-01-20',
      voucher: 'JZ-1',
    };
  }
}

test('whatever three people sign in whatever order, the ledger adds up and no line is below zero', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 8, maxLength: 16 }), async (attempts) => {
      const lines = [await bench.openLine(100_000n), await bench.openLine(50_000n)];
      await play(attempts, lines);
      const { body } = await bench.app.send(people.viewer, routes.reconcile);
      expect(body).toMatchObject({ isRight: true, legs: '0.00', differences: [] });
      for (const line of lines) {
        const figures = await bench.figures(line);
        const held = Bucket.options.map((bucket) =>
          BigInt((figures[bucket] ?? '').replace('.', '')),
        );
        expect(held.every((fen) => fen >= 0n)).toBe(true);
        const limit = BigInt((figures['limit'] ?? '').replace('.', ''));
        expect(held.reduce((sum, fen) => sum + fen, 0n)).toBe(limit);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
