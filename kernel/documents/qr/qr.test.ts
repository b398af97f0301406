import { describe, expect, it } from 'vitest';

import { qrPng, qrSvg, toQrMatrix, toQrRuns } from './qr.ts';

const address = 'https://fwzx.example.gov.cn/verify/K7QM2XHT9RWF';

describe('a QR code', () => {
  it('has the three finder patterns of the standard', () => {
    const matrix = toQrMatrix(address);
    const corners = [
      [0, 0],
      [0, matrix.size - 7],
      [matrix.size - 7, 0],
    ] as const;
    for (const [top, left] of corners) {
      const ring = Array.from({ length: 7 }, (_, place) => matrix.isDark(top, left + place));
      expect(ring).toEqual([true, true, true, true, true, true, true]);
      expect(matrix.isDark(top + 1, left + 1)).toBe(false);
      expect(matrix.isDark(top + 3, left + 3)).toBe(true);
    }
  });

  it('is drawn in runs that cover exactly the dark squares', () => {
    const matrix = toQrMatrix(address, 'H');
    const dark = new Set<string>();
    for (const run of toQrRuns(matrix)) {
      for (let step = 0; step < run.length; step += 1) dark.add(`${run.row},${run.column + step}`);
    }
    for (let row = 0; row < matrix.size; row += 1) {
      for (let column = 0; column < matrix.size; column += 1) {
        expect(dark.has(`${row},${column}`)).toBe(matrix.isDark(row, column));
      }
    }
  });

  it('leaves four squares of white around it in the SVG picture and escapes its title', () => {
    const svg = qrSvg('甲', { size: 120, title: '<查验 & 核对>' });
    expect(svg).toContain('viewBox="0 0 29 29"');
    expect(svg).toContain('<title>&lt;查验 &amp; 核对&gt;</title>');
    expect(svg).toMatch(/<path d="M4 4h7v1h-7z/);
    expect(qrSvg('甲', { size: 120, title: '<查验 & 核对>' })).toBe(svg);
  });

  it('is a PNG picture of the same squares', async () => {
    const png = await qrPng(address, { scale: 4 });
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const width = new DataView(png.buffer, png.byteOffset).getUint32(16);
    expect(width).toBe((toQrMatrix(address).size + 8) * 4);
  });

  it('refuses to say nothing, or more than a code can hold', async () => {
    expect(() => toQrMatrix('')).toThrow(RangeError);
    expect(() => qrSvg('长'.repeat(2000))).toThrow('too long for a QR code');
    await expect(qrPng('长'.repeat(2000))).rejects.toThrow(RangeError);
  });
});
