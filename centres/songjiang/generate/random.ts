/**
 * A repeatable stream of choices. The same seed gives the same centre on every machine, so the
 * committed tables can be compared byte for byte with what the generator makes.
 */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with the given share, 0 to 1. */
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks in proportion to the weights; all weights are positive. */
  pickWeighted<Item>(items: ReadonlyArray<readonly [Item, number]>): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** mulberry32: small, well spread, 32 bits of state. Never for secrets. */
export function makeDice(seed: string): Dice {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => itemAt(items, between(0, items.length - 1));

  return {
    between,
    chance: (share) => next() < share,
    pick,
    pickWeighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return itemAt(items, items.length - 1)[0];
    },
    shuffle(items) {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = between(0, last);
        const held = itemAt(order, last);
        order[last] = itemAt(order, other);
        order[other] = held;
      }
      return order;
    },
  };
}

/** The item at `index`; throws when there is none, which in a generator is a mistake of its own. */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`No item at ${index} of ${items.length}`);
  return item;
}

function hash(seed: string): number {
  let value = 0x811c9dc5;
  for (const character of seed) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value;
}
