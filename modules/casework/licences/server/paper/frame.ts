import type { Artwork } from '#kernel/documents/pdf/artwork.ts';

const GROUND = '#fdfbf3';
const GOLD = '#b4923f';
const PALE = '#e9dcb5';

/** Millimetres from the edge of the sheet to the outer line, and the width of the band inside it. */
const EDGE = 8;
const BAND = 7;

/**
 * The ornamental frame of a licence: a pale ground, two lines, and between them woven waves that turn at the corners.
 * Drawn by arithmetic, so that it needs no picture of anybody's.
 */
export function licenceFrame(width: number, height: number): Artwork {
  const inner = EDGE + BAND;
  return {
    kind: 'outlines',
    width,
    height,
    paths: [
      { d: box(EDGE, EDGE, width, height), fill: GROUND },
      { d: weave(width, height, 0) + weave(width, height, Math.PI), fill: PALE },
      { d: weave(width, height, Math.PI / 2) + weave(width, height, -Math.PI / 2), fill: PALE },
      { d: line(EDGE, 0.9, width, height), fill: GOLD, evenOdd: true },
      { d: line(EDGE + 1.5, 0.25, width, height), fill: GOLD, evenOdd: true },
      { d: line(inner, 0.45, width, height), fill: GOLD, evenOdd: true },
      ...corners(width, height).map((d) => ({ d, fill: GOLD })),
    ],
  };
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}H${width - x}V${height - y}H${x}Z`;
}

/** A rectangular line as the area between two rectangles. */
function line(at: number, thick: number, width: number, height: number): string {
  return box(at, at, width, height) + box(at + thick, at + thick, width, height);
}

const STEP = 0.6;
const LINE = 0.16;

/** A wave along the four sides, as a narrow area since outlines are filled and not drawn. */
function weave(width: number, height: number, phase: number): string {
  const middle = EDGE + 1.75 + (BAND - 1.75) / 2;
  const swing = (BAND - 1.75) / 2 - 0.7;
  const from = EDGE + BAND;
  const across = ribbon(from, width - from, phase, swing);
  const down = ribbon(from, height - from, phase, swing);
  const place = (points: ReadonlyArray<readonly [number, number]>, isAcross: boolean, at: number) =>
    `M${points
      .map(([along, off]) =>
        isAcross ? `${num(along)} ${num(at + off)}` : `${num(at + off)} ${num(along)}`,
      )
      .join('L')}Z`;
  return (
    place(across, true, middle) +
    place(across, true, height - middle) +
    place(down, false, middle) +
    place(down, false, width - middle)
  );
}

function ribbon(
  start: number,
  end: number,
  phase: number,
  swing: number,
): Array<readonly [number, number]> {
  const waves = Math.max(1, Math.round((end - start) / 9));
  const count = Math.ceil((end - start) / STEP);
  const points = Array.from({ length: count + 1 }, (_, index) => {
    const share = index / count;
    return [
      start + share * (end - start),
      swing * Math.sin(share * waves * 2 * Math.PI + phase),
    ] as const;
  });
  const lower = points.map(([along, off]) => [along, off + LINE] as const).toReversed();
  return [...points.map(([along, off]) => [along, off - LINE] as const), ...lower];
}

/** A square set on its corner in each corner of the band. */
function corners(width: number, height: number): string[] {
  const middle = EDGE + 1.75 + (BAND - 1.75) / 2;
  const at = (x: number, y: number, r: number) =>
    `M${num(x - r)} ${num(y)}L${num(x)} ${num(y - r)}L${num(x + r)} ${num(y)}L${num(x)} ${num(y + r)}Z`;
  return [
    [middle, middle],
    [width - middle, middle],
    [middle, height - middle],
    [width - middle, height - middle],
  ].flatMap(([x = 0, y = 0]) => [at(x, y, 1.9)]);
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}
