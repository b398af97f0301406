import { drawSvgPath, FillRule, rgb, type Color } from '@cantoo/pdf-lib';

/**
 * A picture to place on a paper: a photograph or scan as PNG or JPEG bytes, or outlines (a seal, a logo) that stay
 * sharp at any size. Outlines are SVG path data in a `width` by `height` box, y downwards.
 */
export type Artwork =
  | { readonly kind: 'png' | 'jpeg'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'outlines';
      readonly width: number;
      readonly height: number;
      readonly paths: ReadonlyArray<{
        readonly d: string;
        /** `#rrggbb`; official red when absent. */
        readonly fill?: string;
        readonly evenOdd?: boolean;
      }>;
    };

const OFFICIAL_RED = '#c8102e';

/** PDF operators for outlines, origin at the upper left corner, `scale` points to one unit of the box. */
export function toPathOperators(
  artwork: Extract<Artwork, { kind: 'outlines' }>,
  scale: number,
): string {
  return artwork.paths
    .flatMap((path) =>
      drawSvgPath(path.d, {
        x: 0,
        y: 0,
        scale,
        color: toColour(path.fill ?? OFFICIAL_RED),
        borderColor: undefined,
        borderWidth: 0,
        ...(path.evenOdd === true ? { fillRule: FillRule.EvenOdd } : {}),
      }),
    )
    .map((operator) => operator.toString())
    .join('\n');
}

function toColour(hex: string): Color {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (match === null) throw new RangeError(`Not a colour: ${hex}`);
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return rgb(red ?? 0, green ?? 0, blue ?? 0);
}
