import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { getFont } from '#kernel/documents/fonts/faces.ts';

import { SealKind, sealKinds } from '../../contract.ts';
import { type Cell, cornersOf, drawCell, type Point } from './cell.ts';
import { type Drawing, drawSeal } from './seals.ts';

const HAN = Array.from(
  '上海松江区演示智能科技贸易有限公司股份集团新材料物流餐饮管理咨询服务中心分公司泗泾洞',
);

/** Names from 4 to 40 characters. */
const names = fc
  .array(fc.constantFrom(...HAN), { minLength: 4, maxLength: 40 })
  .map((characters) => characters.join(''));
const persons = fc
  .array(fc.constantFrom(...HAN), { minLength: 2, maxLength: 16 })
  .map((characters) => characters.join(''));
const texts = fc.record({
  firmName: names,
  taxNumber: fc.constant('91310117MA1T10019N'),
  legalName: persons,
});

const drawn = (kind: SealKind, text: Parameters<typeof drawSeal>[1]): Drawing => {
  const drawing = drawSeal(kind, text);
  if (drawing === undefined) throw new Error(`${kind} of ${text.firmName.length} is not drawn`);
  return drawing;
};

/** Two convex shapes overlap unless a side of one parts them. */
function overlap(one: readonly Point[], other: readonly Point[]): boolean {
  const axes = [one, other].flatMap((shape) =>
    shape.map((point, at): Point => {
      const next = shape[(at + 1) % shape.length] ?? point;
      return [next[1] - point[1], point[0] - next[0]];
    }),
  );
  return axes.every(([x, y]) => {
    const along = (shape: readonly Point[]) => shape.map(([px, py]) => px * x + py * y);
    const [a, b] = [along(one), along(other)];
    const length = Math.hypot(x, y) || 1;
    const slack = 0.02 * length;
    return Math.min(...a) < Math.max(...b) - slack && Math.min(...b) < Math.max(...a) - slack;
  });
}

function isWithin({ kind, width, height, inside }: Drawing, [x, y]: Point): boolean {
  const [u, v] = [x - width / 2, y - height / 2];
  if (sealKinds[kind].shape === 'square')
    return Math.abs(u) <= inside.a + 1e-6 && Math.abs(v) <= inside.b + 1e-6;
  return (u / inside.a) ** 2 + (v / inside.b) ** 2 <= 1 + 1e-6;
}

describe('the drawing of a seal', () => {
  test.each(SealKind.options)('%s is as large as it must be, to the millimetre', (kind) => {
    const text = {
      firmName: '上海演示科技有限公司',
      taxNumber: '91310117MA1T10019N',
      legalName: '张三',
    };
    expect(drawn(kind, text)).toMatchObject({
      width: sealKinds[kind].width,
      height: sealKinds[kind].height,
    });
  });

  test.each(SealKind.options)('%s: every character stands within the border', (kind) => {
    fc.assert(
      fc.property(texts, (text) => {
        const drawing = drawn(kind, text);
        for (const cell of drawing.cells)
          for (const corner of cornersOf(cell)) expect(isWithin(drawing, corner)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(SealKind.options)('%s: no character touches another or the star', (kind) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { cells, star } = drawn(kind, text);
        const shapes = cells.map((cell) => cornersOf(cell));
        for (let one = 0; one < shapes.length; one += 1)
          for (let other = one + 1; other < shapes.length; other += 1)
            expect([
              cells[one],
              cells[other],
              overlap(shapes[one] ?? [], shapes[other] ?? []),
            ]).toEqual([cells[one], cells[other], false]);
        if (star !== undefined)
          for (const shape of shapes) expect(distance(shape, star)).toBeGreaterThan(star.radius);
      }),
      { numRuns: 60 },
    );
  });

  test('a name stands on the arc from left to right, evenly about the middle', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { cells, width } = drawn('name', text);
        expect(cells.map(({ character }) => character).join('')).toBe(text.firmName);
        const turns = cells.map(({ turn }) => turn);
        expect(
          turns.every((turn, at) => at === 0 || unwrap(turn) > unwrap(turns[at - 1] ?? 0)),
        ).toBe(true);
        const [first, last] = [cells.at(0), cells.at(-1)];
        expect((first?.x ?? 0) - width / 2).toBeCloseTo(width / 2 - (last?.x ?? 0), 3);
        expect(first?.y).toBeCloseTo(last?.y ?? 0, 3);
      }),
      { numRuns: 60 },
    );
  });

  test('a legible name: no character is smaller than it can be cut', () => {
    const firmName = HAN.slice(0, 40).join('').padEnd(40, '公');
    for (const kind of ['name', 'finance', 'invoice'] as const) {
      const { cells } = drawn(kind, {
        firmName,
        taxNumber: '91310117MA1T10019N',
        legalName: '张三',
      });
      const smallest = (pick: (cell: Cell) => number) => Math.min(...cells.map(pick));
      expect(smallest(({ height }) => height)).toBeGreaterThanOrEqual(1.9);
      expect(smallest(({ width }) => width)).toBeGreaterThanOrEqual(0.9);
    }
  });

  test('a name of two or three characters is filled up with 之印 or 印', () => {
    const cut = (legalName: string) =>
      drawn('legal-representative', { firmName: '演示公司', taxNumber: '', legalName })
        .cells.map(({ character }) => character)
        .join('');
    expect([cut('张三'), cut('诸葛亮'), cut('欧阳小明')]).toEqual([
      '张三之印',
      '诸葛亮印',
      '欧阳小明',
    ]);
  });

  test('names are cut in a serif, the tax number in the font of papers', () => {
    const at = { x: 0, y: 0, width: 4, height: 4, turn: 0 };
    const commands = (character: string, face: 'serif' | 'bold') =>
      getFont(face).glyphForCodePoint(character.codePointAt(0) ?? 0).path.commands.length;
    const countOf = (character: string, isPlain: boolean) =>
      drawCell({ character, ...at, isPlain }).match(/[MLQCZ]/gu)?.length;
    expect(countOf('松', false)).toBe(commands('松', 'serif'));
    expect(commands('松', 'serif')).not.toBe(commands('松', 'bold'));
    expect(countOf('8', true)).toBe(commands('8', 'bold'));
  });
});

/** Turns grow beyond half a circle on long names: those on the left of the foot count as before the top. */
const unwrap = (turn: number) => turn;

function distance(shape: readonly Point[], { x, y }: { readonly x: number; readonly y: number }) {
  return Math.min(
    ...shape.map(([px, py], at) => {
      const [nx, ny] = shape[(at + 1) % shape.length] ?? [px, py];
      const [dx, dy] = [nx - px, ny - py];
      const share = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(px + share * dx - x, py + share * dy - y);
    }),
  );
}
