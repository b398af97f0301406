import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { enhance } from './enhance.ts';
import { findPage } from './find-page.ts';
import { distance, project, toHomography } from './geometry.ts';
import { type Quad, type RgbaImage, toGray } from './image.ts';
import { pagesToPdf } from './pages-to-pdf.ts';
import { judge } from './quality.ts';
import { findSkew, straighten } from './skew.ts';
import { watch } from './stillness.ts';
import { cornerError, DESKS, makePhoto } from './synthetic-photo.ts';
import { pixelsOf, turnPage, warpPage } from './warp-page.ts';

const flat = (seed: number, more: Parameters<typeof makePhoto>[1] = {}): RgbaImage => {
  const { image, quad } = makePhoto(seed, more);
  return warpPage(image, quad, { width: 496, height: 702 });
};

describe('the page in a photograph', () => {
  test.each(DESKS)(
    'is found on %s, each corner within a hundredth of the page’s width',
    (desk) => {
      for (let seed = 100; seed < 104; seed += 1) {
        const photo = makePhoto(seed, { desk });
        const found = findPage(toGray(photo.image));
        expect(found, `seed ${seed}`).toBeDefined();
        expect(cornerError(found?.quad ?? photo.quad, photo.quad)).toBeLessThan(0.01);
      }
    },
    60_000,
  );

  test('is not found where there is none', () => {
    const { image } = makePhoto(7, { desk: 'wood' });
    const empty = new Uint8ClampedArray(image.data.length).map((_, at) => 110 + ((at * 7919) % 23));
    expect(findPage(toGray({ ...image, data: empty }))).toBeUndefined();
  });
});

describe('a homography', () => {
  const corner = (x: number, y: number) =>
    fc.record({ x: fc.integer({ min: x, max: x + 40 }), y: fc.integer({ min: y, max: y + 40 }) });

  test('takes corners to corners, and back', () => {
    const quads = fc.tuple(corner(0, 0), corner(200, 0), corner(200, 300), corner(0, 300));
    const same = fc.property(quads, (quad: Quad) => {
      const to: Quad = [
        { x: 0, y: 0 },
        { x: 210, y: 0 },
        { x: 210, y: 297 },
        { x: 0, y: 297 },
      ];
      const there = toHomography(quad, to);
      const back = toHomography(to, quad);
      const inner = { x: 120, y: 170 };
      return (
        quad.every((one, at) => distance(project(there, one), to[at] ?? one) < 1e-6) &&
        distance(project(back, project(there, inner)), inner) < 1e-6
      );
    });
    expect(() => fc.assert(same)).not.toThrow();
  });
});

describe('a flat page', () => {
  test('has the shape of its paper, lying or standing', () => {
    const standing: Quad = [
      { x: 0, y: 0 },
      { x: 70, y: 0 },
      { x: 70, y: 100 },
      { x: 0, y: 100 },
    ];
    const lying: Quad = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 70 },
      { x: 0, y: 70 },
    ];
    expect(pixelsOf(standing, 'A4', 200)).toEqual({ width: 1654, height: 2339 });
    expect(pixelsOf(lying, 'A3', 200)).toEqual({ width: 3307, height: 2339 });
  });

  test('comes back after four quarter turns', () => {
    const page = flat(3);
    const turned = [1, 1, 1, 1].reduce((one, quarters) => turnPage(one, quarters), page);
    expect(turned.data).toEqual(page.data);
    expect(turnPage(page, 1)).toMatchObject({ width: 702, height: 496 });
    expect(turnPage(turnPage(page, 1), -1).data).toEqual(page.data);
  });

  test('is white everywhere once the light is evened out', () => {
    const page = flat(11, { desk: 'mat' });
    const corners = (image: RgbaImage) =>
      [
        [14, 14],
        [482, 14],
        [482, 688],
        [14, 688],
      ].map(([x = 0, y = 0]) => image.data[(y * image.width + x) * 4] ?? 0);
    const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
    expect(spread(corners(enhance(page, 'grey')))).toBeLessThan(20);
    expect(Math.min(...corners(enhance(page, 'ink')))).toBe(255);
    expect(enhance(page, 'photo')).toBe(page);
  });

  test('that leans is set upright', () => {
    const page = flat(5);
    const leaning = straighten(page, 3);
    expect(findSkew(toGray(page))).toBeCloseTo(0, 0);
    expect(Math.abs(findSkew(toGray(leaning)) + 3)).toBeLessThan(0.5);
    expect(Math.abs(findSkew(toGray(straighten(leaning))))).toBeLessThan(0.5);
  });

  test('is said to be blurred, or burnt out by a lamp, and only then', () => {
    for (const seed of [21, 22]) {
      const good = judge(toGray(flat(seed)));
      expect(good, `seed ${seed}`).toMatchObject({ isBlurred: false, hasGlare: false });
      expect(judge(toGray(flat(seed, { blur: 4 })))).toMatchObject({ isBlurred: true });
      expect(judge(toGray(flat(seed, { glare: 0.14 })))).toMatchObject({ hasGlare: true });
    }
  });
});

describe('a page on the desk', () => {
  const at = (shift: number): Quad => [
    { x: shift, y: 0 },
    { x: shift + 100, y: 0 },
    { x: shift + 100, y: 140 },
    { x: shift, y: 140 },
  ];

  test('is taken once it has lain still, and again only after it has moved', () => {
    const first = watch(undefined, { quad: at(0), at: 0, width: 1000 });
    const moving = watch(first.watch, { quad: at(30), at: 500, width: 1000 });
    expect(moving.progress).toBe(0);
    const still = watch(moving.watch, { quad: at(31), at: 1500, width: 1000 });
    expect(still.isStill).toBe(true);
    const after = watch(still.watch, { quad: at(32), at: 4000, width: 1000 }, at(31));
    expect(after.isStill).toBe(false);
    expect(watch(after.watch, { quad: undefined, at: 5000, width: 1000 }).watch).toBeUndefined();
  });
});

describe('several pages', () => {
  test('are one PDF, each on paper of its own size, with a table that points to every part', () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
    const file = pagesToPdf([
      { jpeg, width: 1654, height: 2339, size: 'A4' },
      { jpeg, width: 3307, height: 2339, size: 'A3' },
    ]);
    const text = Buffer.from(file).toString('latin1');
    expect(text).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(text).toContain('/MediaBox [0 0 1190.55 841.89]');
    const [, start = '0'] = /startxref\n(\d+)/.exec(text) ?? [];
    expect(text.slice(Number(start), Number(start) + 4)).toBe('xref');
    const rows = [...text.slice(Number(start)).matchAll(/^(\d{10}) 00000 n/gm)];
    for (const [index, row] of rows.entries())
      expect(text.slice(Number(row[1])).startsWith(`${index + 1} 0 obj`)).toBe(true);
    expect(rows).toHaveLength(8);
    expect(() => pagesToPdf([])).toThrow(RangeError);
  });
});
