import type { PlanUnit } from '../../contract.ts';

export interface PlacedUnit {
  readonly unit: PlanUnit;
  readonly x: number;
  readonly width: number;
}

export interface PlacedFloor {
  readonly floor: number;
  readonly y: number;
  readonly units: readonly PlacedUnit[];
}

export const ROW = 58;
export const LABEL = 56;
const GAP = 4;

/** No unit is narrower than its number and a word. */
const NARROWEST = 76;

export interface Layout {
  readonly floors: readonly PlacedFloor[];
  readonly width: number;
  readonly height: number;
}

/** Floors from the highest down, their units side by side as wide as they are large, none too narrow to read. */
export function layOutFloors(units: readonly PlanUnit[]): Layout {
  const byFloor = Map.groupBy(units, ({ floor }) => floor);
  const floors = [...byFloor.keys()].toSorted((a, b) => b - a);
  const rooms = Math.max(1, ...[...byFloor.values()].map((own) => own.length));
  const inner = Math.max(560, rooms * (NARROWEST + 18));
  return {
    width: inner + LABEL,
    height: floors.length * ROW,
    floors: floors.map((floor, at) => ({
      floor,
      y: at * ROW,
      units: layOutRow(byFloor.get(floor) ?? [], inner),
    })),
  };
}

function layOutRow(units: readonly PlanUnit[], inner: number): PlacedUnit[] {
  const sorted = units.toSorted((a, b) =>
    a.roomNo.localeCompare(b.roomNo, 'zh', { numeric: true }),
  );
  const total = sorted.reduce((sum, { areaM2 }) => sum + Math.max(1, areaM2), 0);
  const spare = inner - sorted.length * NARROWEST;
  let x = LABEL;
  return sorted.map((unit) => {
    const width = NARROWEST + (spare * Math.max(1, unit.areaM2)) / total;
    const placed = { unit, x, width: width - GAP };
    x += width;
    return placed;
  });
}
