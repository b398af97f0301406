/**
 * The newest browser of some counters and terminals is Chrome 109. Syntax is lowered by the build; these
 * are the library functions that it does not know and that our code or its libraries call.
 */
type Compare = (a: unknown, b: unknown) => number;

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

define(Array.prototype, 'toSorted', function toSorted(this: readonly unknown[], compare?: Compare) {
  const copy = Array.from(this);
  // oxlint-disable-next-line unicorn/no-array-sort -- this is toSorted, on a copy of its own
  return copy.sort(compare);
});

define(Array.prototype, 'toReversed', function toReversed(this: readonly unknown[]) {
  return Array.from(this, (_item, index) => this[this.length - 1 - index]);
});

define(URL, 'canParse', (url: string, base?: string) => {
  try {
    return Boolean(new URL(url, base));
  } catch {
    return false;
  }
});

define(
  Object,
  'groupBy',
  (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => string) => {
    const groups: Record<string, unknown[]> = Object.create(null) as Record<string, unknown[]>;
    let index = 0;
    for (const item of items) {
      (groups[keyOf(item, index)] ??= []).push(item);
      index += 1;
    }
    return groups;
  },
);
