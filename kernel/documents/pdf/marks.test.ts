import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';

import { qrPng, toQrMatrix, toQrRuns } from '../qr/qr.ts';
import type { Artwork } from './artwork.ts';
import type { Block } from './blocks.ts';
import { renderPaper } from './render.ts';

const createdAt = new Date('2026-03-05T01:30:00Z');

/** The drawing instructions of the first page's own content, and the number of pictures in the file. */
async function programOf(body: readonly Block[]): Promise<{ program: string; pictures: number }> {
  const { bytes } = await renderPaper({ title: '试样', body }, { locale: 'zh-CN', createdAt });
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const contents = file.getPage(0).node.Contents();
  const stream = contents instanceof PDFArray ? contents.lookup(0) : undefined;
  if (!(stream instanceof PDFRawStream)) throw new Error('The page has no content');
  const program = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
  return {
    program,
    pictures: Buffer.from(bytes).toString('latin1').split('/Subtype /Image').length - 1,
  };
}

const seal: Artwork = {
  kind: 'outlines',
  width: 100,
  height: 100,
  paths: [{ d: 'M0 0H100V100H0z' }, { d: 'M10 10H20V20z', fill: '#0000ff' }],
};

describe('a QR code on a paper', () => {
  it('is drawn as the squares of the code, in its size', async () => {
    const content = 'https://example.gov.cn/verify/222222222222';
    const { program } = await programOf([{ kind: 'qr', content, size: 25.4 }]);
    const matrix = toQrMatrix(content);
    const squares = [...program.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)];
    expect(squares).toHaveLength(toQrRuns(matrix).length);
    // 25.4 mm are 72 points; the upper finder patterns are seven modules wide.
    expect(Number(squares[0]?.[3])).toBeCloseTo((7 * 72) / matrix.size, 1);
  });
});

describe('a seal', () => {
  it('is pressed onto the text as ink, in official red where no colour is given', async () => {
    const { program } = await programOf([
      { kind: 'signature', organisation: '某某机关', date: '2026年3月5日', seal },
    ]);
    expect(program).toContain('/GSpress gs');
    expect(program).toContain('0.7843137254901961 0.06274509803921569 0.1803921568627451 rg');
    expect(program).toContain('0 0 1 rg');
    const text = program.indexOf('TJ');
    expect(text).toBeGreaterThan(-1);
    expect(program.indexOf('/GSpress gs')).toBeGreaterThan(text);
  });

  it('of a colour that is none is refused', async () => {
    const wrong: Artwork = { ...seal, paths: [{ d: 'M0 0z', fill: 'red' }] };
    const body: Block[] = [{ kind: 'signature', organisation: '甲', date: '乙', seal: wrong }];
    await expect(programOf(body)).rejects.toThrow('Not a colour: red');
  });
});

describe('a picture', () => {
  it('is kept in the file once, however often it is shown', async () => {
    const artwork: Artwork = { kind: 'png', bytes: await qrPng('甲') };
    const { program, pictures } = await programOf([
      { kind: 'picture', artwork, width: 20, caption: '图1' },
      { kind: 'picture', artwork, width: 30, align: 'right' },
      { kind: 'signers', items: [{ label: '签字：', image: artwork }] },
    ]);
    expect(program.match(/\/P1 Do/g)).toHaveLength(3);
    expect(pictures).toBe(1);
  });

  it('that is higher than a page is made to fit', async () => {
    const tall: Artwork = { ...seal, width: 10, height: 1000 };
    const { program } = await programOf([{ kind: 'picture', artwork: tall, width: 100 }]);
    expect(program).toContain('/GSpress gs');
  });
});
