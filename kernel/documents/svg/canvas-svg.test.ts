import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import type { Canvas } from '../pdf/blocks.ts';
import { canvasTextHeight } from '../pdf/canvas.ts';
import { readPaper } from '../pdf/read-back.ts';
import { roundSeal } from '../pdf/round-seal.ts';
import { definePdfTemplate } from '../pdf/template.ts';
import { canvasSvg } from './canvas-svg.ts';

const canvas: Canvas = {
  kind: 'canvas',
  height: 100,
  items: [
    { kind: 'text', x: 10, y: 10, width: 80, text: '某某证照', size: 20 },
    { kind: 'text', x: 10, y: 30, width: 80, text: '某某证照', size: 10, align: 'right' },
    { kind: 'qr', x: 10, y: 50, size: 20, content: 'https://example.com' },
    { kind: 'picture', x: 50, y: 50, width: 42, artwork: roundSeal({ name: '某某市某某局' }) },
  ],
};

describe('a canvas', () => {
  test('is the same picture each time, with each shape written once', () => {
    const svg = canvasSvg(canvas, { width: 120, title: '<证照>' });
    expect(canvasSvg(canvas, { width: 120, title: '<证照>' })).toBe(svg);
    expect(svg).toContain('<title>&lt;证照&gt;</title>');
    expect(svg.match(/<path id="g/g)).toHaveLength(3);
    expect(svg.match(/<use /g)).toHaveLength(8);
  });

  test('carries what is laid across it', () => {
    const plain = canvasSvg(canvas, { width: 120, title: 't' });
    const marked = canvasSvg(canvas, { width: 120, title: 't', watermark: '演示' });
    expect(plain).not.toContain('opacity');
    expect(marked).toContain('opacity="0.11"');
  });

  test('has its text as text on paper', async () => {
    const paper = definePdfTemplate({
      name: 'test/canvas',
      version: 1,
      input: z.object({}),
      compose: () => ({ title: 't', body: [canvas], pageNumbers: false }),
    });
    const { bytes } = await paper.render(
      {},
      { locale: 'zh-CN', createdAt: new Date('2026-01-20T00:00:00Z') },
    );
    expect((await readPaper(bytes)).pages[0]).toContain('某某证照');
  });

  test('knows how high a text will be before it is placed', () => {
    const one = canvasTextHeight({ width: 80, text: '一行', size: 10 });
    const many = canvasTextHeight({
      width: 20,
      text: '这段文字比一行长得多所以要分成几行',
      size: 10,
    });
    expect(many / one).toBeGreaterThan(2);
    expect(Number.isInteger(Math.round((many / one) * 1e6) / 1e6)).toBe(true);
  });
});

describe('a round seal', () => {
  test('has a ring, a star and one shape for each character', () => {
    const { paths, width } = roundSeal({ name: '某某市某某局', foot: '专用章' });
    expect(width).toBe(42);
    expect(paths).toHaveLength(2 + 6 + 3);
  });

  test('stays within its ring, however long the name is', () => {
    const { paths } = roundSeal({ name: '某某市某某区人力资源和社会保障局行政服务分中心办公室' });
    const outside = paths
      .slice(2)
      .flatMap(({ d }) =>
        [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].filter(
          ([, x, y]) => Math.hypot(Number(x) - 21, Number(y) - 21) > 20.2,
        ),
      );
    expect(outside).toEqual([]);
  });
});
