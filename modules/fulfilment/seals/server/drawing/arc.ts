import type { Cell } from './cell.ts';

/** A circle or an ellipse about its centre, the outer edge of what is written along it. Millimetres. */
export interface Edge {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
}

export interface ArcText {
  readonly text: string;
  readonly edge: Edge;
  /** The angle that the writing may take at most, in radians, its middle at the top. */
  readonly room: number;
  /** Highest and lowest height of a character. */
  readonly tallest: number;
  readonly lowest: number;
  /** Nothing may come nearer to the centre of a circle than this. */
  readonly core: number;
}

/** How slim a character may be pressed, and how close they stand at their feet. */
const SLIMMEST = 0.46;
const WIDEST = 0.94;
const APART = 1.05;
/** Few characters do not drift apart further than this many of their widths. */
const SPREAD = 1.75;
const STEP = 0.05;

/**
 * A name along the upper edge from left to right, feet to the middle: as tall as it can be, slimmer and closer when it is
 * long. Gives undefined when it cannot be cut legibly in that room.
 */
export function arcCells(arc: ArcText): Cell[] | undefined {
  const characters = Array.from(arc.text);
  for (let height = arc.tallest; height >= arc.lowest - 1e-9; height -= STEP) {
    const path = inset(arc.edge, height / 2);
    const feet = inset(arc.edge, height);
    if (Math.min(feet.a, feet.b) < arc.core) continue;
    const lengths = measure(path, arc.room);
    const whole = lengths.at(-1)?.length ?? 0;
    // Feet stand closer than middles; where an ellipse bends most they stand closest.
    const shrink = Math.min(feet.a / path.a, feet.b / path.b) * bendOf(path, height);
    const width = Math.min(
      height * WIDEST,
      ((whole / characters.length) * Math.min(shrink, 1)) / APART,
    );
    if (width < height * SLIMMEST) continue;
    const pitch = Math.min(whole / characters.length, width * SPREAD);
    return characters.map((character, at) => {
      const place = findPlace(lengths, whole / 2 + (at - (characters.length - 1) / 2) * pitch);
      return { character, ...pointAt(path, place), width, height };
    });
  }
  return undefined;
}

function inset({ x, y, a, b }: Edge, by: number): Edge {
  return { x, y, a: a - by, b: b - by };
}

/** How much closer the feet of neighbours stand where the path bends most: 1 on a circle, as `shrink` has it already. */
function bendOf({ a, b }: Edge, height: number): number {
  if (a === b) return 1;
  const tightest = Math.min(a, b) ** 2 / Math.max(a, b);
  return (
    Math.max(0.5, (tightest - height / 2) / tightest) /
    Math.min((a - height / 2) / a, (b - height / 2) / b)
  );
}

interface Measured {
  readonly angle: number;
  readonly length: number;
}

const PIECES = 720;

/** Lengths along the path from its left end, by angle from the top. */
function measure(path: Edge, room: number): Measured[] {
  const measured: Measured[] = [{ angle: -room / 2, length: 0 }];
  let before = pointAt(path, -room / 2);
  let length = 0;
  for (let at = 1; at <= PIECES; at += 1) {
    const angle = -room / 2 + (room * at) / PIECES;
    const point = pointAt(path, angle);
    length += Math.hypot(point.x - before.x, point.y - before.y);
    measured.push({ angle, length });
    before = point;
  }
  return measured;
}

function findPlace(measured: readonly Measured[], length: number): number {
  const next = measured.findIndex((one) => one.length >= length);
  const [after, before] = [measured[next], measured[next - 1]];
  if (after === undefined) return measured.at(-1)?.angle ?? 0;
  if (before === undefined) return after.angle;
  const share = (length - before.length) / (after.length - before.length || 1);
  return before.angle + (after.angle - before.angle) * share;
}

/** A point of the path by its angle from the top, with the turn of whatever stands upright on it there. */
function pointAt({ x, y, a, b }: Edge, angle: number) {
  return {
    x: x + a * Math.sin(angle),
    y: y - b * Math.cos(angle),
    // Outwards is the gradient of the ellipse.
    turn: Math.atan2(Math.sin(angle) / a, Math.cos(angle) / b),
  };
}
