export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The spot that an arrow key leads to: the nearest in its direction, where a step aside counts double.
 * Undefined for other keys and at the edge.
 */
export function findNext(spots: readonly Spot[], from: Spot, key: string): Spot | undefined {
  const direction = DIRECTIONS[key];
  if (direction === undefined) return undefined;
  const [dx, dy] = direction;
  let best: { readonly spot: Spot; readonly cost: number } | undefined;
  for (const spot of spots) {
    const ahead = (spot.x - from.x) * dx + (spot.y - from.y) * dy;
    const aside = Math.abs((spot.x - from.x) * dy) + Math.abs((spot.y - from.y) * dx);
    const cost = ahead + aside * 2;
    if (spot.id !== from.id && ahead > 0 && (best === undefined || cost < best.cost))
      best = { spot, cost };
  }
  return best?.spot;
}
