import { beforeEach, describe, expect, it } from 'vitest';

import { createOutbox, type Outbox, type OutboxItem, type SendResult } from './outbox.ts';
import { memoryShelf, type Shelf } from './shelf.ts';

let shelf: Shelf;
let arrived: Array<OutboxItem<string>>;
let answer: SendResult;
let outbox: Outbox<string>;

beforeEach(() => {
  shelf = memoryShelf();
  arrived = [];
  answer = 'sent';
  outbox = createOutbox<string>('ratings', shelf, (item) => {
    if (answer !== 'later') arrived.push(item);
    return Promise.resolve(answer);
  });
});

describe('what a device sends', () => {
  it('goes at once while the server is there', async () => {
    expect(await outbox.post('1', 'good')).toBe('sent');
    expect(arrived).toEqual([{ id: '1', value: 'good', wasKept: false }]);
    expect(await outbox.count()).toBe(0);
  });

  it('is kept while the server is away, and goes once, in order, under its own key', async () => {
    answer = 'later';
    await outbox.post('1', 'good');
    await outbox.post('2', 'bad');
    expect(await outbox.count()).toBe(2);
    answer = 'sent';
    await Promise.all([outbox.flush(), outbox.flush()]);
    await outbox.flush();
    expect(arrived.map(({ id, wasKept }) => [id, wasKept])).toEqual([
      ['1', true],
      ['2', true],
    ]);
  });

  it('survives a reload of the page', async () => {
    answer = 'later';
    await outbox.post('1', 'good');
    const after: string[] = [];
    const reloaded = createOutbox<string>('ratings', shelf, ({ value }) => {
      after.push(value);
      return Promise.resolve('sent');
    });
    await reloaded.flush();
    expect(after).toEqual(['good']);
    expect(await reloaded.count()).toBe(0);
  });

  it('is let go when the server refuses it, with the reason', async () => {
    answer = { refused: 'evaluation/already-rated' };
    expect(await outbox.post('1', 'good')).toEqual({ refused: 'evaluation/already-rated' });
    expect(await outbox.count()).toBe(0);
  });
});
