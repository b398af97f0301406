import { getFont } from '../fonts/faces.ts';
import { glyphOutline } from '../text/outline.ts';
import type { Artwork } from './artwork.ts';

/** Millimetres: an office's seal is at most 45 across, mostly 42 (国发〔1999〕25号). */
const SIZE = 42;
const CENTRE = SIZE / 2;
const RING = 1.1;
const STAR = 7;

export interface SealText {
  /** 法定名称, on the arc from left to right. */
  readonly name: string;
  /** What it is for, straight below the star: 行政许可专用章. */
  readonly foot?: string;
}

/**
 * A round red seal as outlines: ring, star, the name on the arc. Drawn from the font of papers, so that it is the same
 * everywhere; it is a picture and proves nothing, which the signature does.
 */
export function roundSeal({ name, foot }: SealText): Extract<Artwork, { kind: 'outlines' }> {
  return {
    kind: 'outlines',
    width: SIZE,
    height: SIZE,
    paths: [
      { d: circle(CENTRE) + circle(CENTRE - RING), evenOdd: true },
      { d: star(CENTRE, CENTRE - 0.6, STAR) },
      ...arcText(name, foot === undefined ? 1.4 * Math.PI : 1.22 * Math.PI),
      ...(foot === undefined ? [] : straightText(foot)),
    ],
  };
}

function circle(radius: number): string {
  const left = CENTRE - radius;
  return `M${left} ${CENTRE}A${radius} ${radius} 0 1 0 ${left + 2 * radius} ${CENTRE}A${radius} ${radius} 0 1 0 ${left} ${CENTRE}Z`;
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    // The inner corners of a regular star lie at sin 18° / sin 54° of its radius.
    const r = index % 2 === 0 ? radius : radius * 0.381966;
    const angle = (index * Math.PI) / 5;
    return `${(x + r * Math.sin(angle)).toFixed(3)} ${(y - r * Math.cos(angle)).toFixed(3)}`;
  });
  return `M${points.join('L')}Z`;
}

/** Characters stand upon a circle with their feet to the centre; many of them are set smaller and closer, up to `room` radians. */
function arcText(name: string, room: number): Array<{ d: string }> {
  const characters = Array.from(name);
  const count = Math.max(characters.length, 1);
  const em = Math.min(6, (room * 17) / (count * 1.12));
  // The ideograph's square reaches 0.12 em below the baseline.
  const radius = CENTRE - RING - 1 - em * 0.88;
  const step = Math.min((em * 1.3) / (radius + em / 2), room / count);
  const { unitsPerEm } = getFont('bold');
  return characters.map((character, index) => {
    const turn = (index - (count - 1) / 2) * step;
    const glyph = getFont('bold').glyphForCodePoint(character.codePointAt(0) ?? 0);
    const half = (glyph.advanceWidth / unitsPerEm) * em * 0.5;
    return {
      d: glyphOutline(glyph.id, 'bold', {
        x: CENTRE + radius * Math.sin(turn) - half * Math.cos(turn),
        y: CENTRE - radius * Math.cos(turn) - half * Math.sin(turn),
        scale: em,
        turn,
      }),
    };
  });
}

function straightText(text: string): Array<{ d: string }> {
  const characters = Array.from(text);
  const em = Math.min(3.4, 16.5 / Math.max(characters.length, 1));
  const start = CENTRE - (characters.length * em) / 2;
  return characters.map((character, index) => {
    const { id } = getFont('bold').glyphForCodePoint(character.codePointAt(0) ?? 0);
    return { d: glyphOutline(id, 'bold', { x: start + index * em, y: CENTRE + 12.6, scale: em }) };
  });
}
