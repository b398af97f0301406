/** One stretch of one weekday at one place, while it is valid; days inclusive, an empty `validTo` is open-ended. */
export interface Stretch {
  /** The site, or the zone of it; hours of one place never overlap, those of two may. */
  readonly place: string;
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const isBefore = (day: string | null, other: string) => day !== null && day < other;

function meets(a: Stretch, b: Stretch): boolean {
  if (a.place !== b.place || a.weekday !== b.weekday) return false;
  if (isBefore(a.validTo, b.validFrom) || isBefore(b.validTo, a.validFrom)) return false;
  return a.opens < b.closes && b.opens < a.closes;
}

/** The pairs, as places in the list, of stretches that hold at the same time. */
export function findOverlaps(stretches: readonly Stretch[]): Array<readonly [number, number]> {
  const byDay = Map.groupBy(
    stretches.map((stretch, index) => ({ stretch, index })),
    ({ stretch }) => `${stretch.place} ${stretch.weekday}`,
  );
  return [...byDay.values()].flatMap((group) =>
    group.flatMap((later, position) =>
      group
        .slice(0, position)
        .filter((earlier) => meets(earlier.stretch, later.stretch))
        .map((earlier) => [earlier.index, later.index] as const),
    ),
  );
}
