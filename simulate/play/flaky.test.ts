import { expect, it } from 'vitest';

import { createChance } from '../chance.ts';
import { createAgain, createFlaky } from './flaky.ts';

const everyTime = { repeats: 1, chance: createChance(1, 'flaky') };

async function askMany(answer: (sending: number) => { status: number; body: string }) {
  const sent = new Map<number, number>();
  const again = createAgain();
  const flaky = createFlaky(
    async (raw: number) => {
      const sending = (sent.get(raw) ?? 0) + 1;
      sent.set(raw, sending);
      return answer(sending);
    },
    again,
    everyTime,
  );
  for (let raw = 0; raw < 30; raw += 1) await flaky.ask('act', raw);
  await flaky.settle();
  return { again, sent };
}

it('sends every write a second time, in each of the ways, and is content with equal answers', async () => {
  const { again, sent } = await askMany(() => ({ status: 201, body: '{"id":1}' }));
  expect([...sent.values()]).toEqual(Array.from({ length: 30 }, () => 2));
  expect(again.unequal).toEqual([]);
  expect(Math.min(...Object.values(again.sentAgain))).toBeGreaterThan(0);
});

it('notes an act that is done a second time, and one that is refused after it was done', async () => {
  const twice = await askMany((sending) => ({ status: 201, body: `{"id":${sending}}` }));
  expect(twice.again.unequal).toHaveLength(30);
  const refused = await askMany((sending) => ({ status: sending === 1 ? 201 : 409, body: '{}' }));
  expect(refused.again.unequal).toHaveLength(30);
});

it('lets a refusal be refused in other words', async () => {
  const { again } = await askMany((sending) => ({ status: 409, body: String(sending) }));
  expect(again.unequal).toEqual([]);
});
