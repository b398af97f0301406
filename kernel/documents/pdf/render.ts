import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Locale } from '#kernel/problems/contract.ts';

import type { Artwork } from './artwork.ts';
import type { Block } from './blocks.ts';
import type { Setting } from './box.ts';
import { Flow, type Frame } from './flow.ts';
import { drawFurniture } from './furniture.ts';
import { layoutBlocks } from './layout.ts';
import type { PdfPaper } from './paper.ts';
import { PdfFile } from './pdf-file.ts';
import { MM, toPageSize } from './units.ts';

export interface RenderOptions {
  readonly locale: Locale;
  /** Written into the file; the same paper with the same instant gives the same bytes. */
  readonly createdAt: Date;
  readonly subject?: string;
}

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** Characters that no font holds, printed as 〓: the paper is to be checked by a person. */
  readonly missing: readonly string[];
}

/** GB/T 9704-2012 wants 37 mm and 28 mm at head and binding edge of official letters; papers of a counter are fuller. */
const MARGINS = {
  portrait: [27, 25, 24, 27],
  landscape: [22, 16, 20, 16],
} as const;

/** Sets a paper and gives the file. Other work of the process gets its turn after every page. */
export async function renderPaper(paper: PdfPaper, options: RenderOptions): Promise<RenderedPdf> {
  const file = await PdfFile.create({
    title: paper.title,
    language: options.locale,
    createdAt: options.createdAt,
    ...(paper.author === undefined ? {} : { author: paper.author }),
    ...(options.subject === undefined ? {} : { subject: options.subject }),
  });
  for (const artwork of listArtwork(paper.body)) await file.addPicture(artwork);
  const frame = toFrame(paper);
  const setting: Setting = {
    file,
    locale: options.locale,
    script: options.locale === 'en' ? 'western' : 'chinese',
    size: paper.size ?? (options.locale === 'en' ? 10.5 : 12),
    pageRoom: frame.height,
  };
  await new Flow(file, frame).place(layoutBlocks(paper.body, frame.width, setting), nextTurn);
  const bytes = await file.save(
    (content, page, of) => drawFurniture(content, paper, { frame, page, of }, setting),
    nextTurn,
  );
  return { bytes, pageCount: file.pageCount, missing: [...file.missing] };
}

function toFrame(paper: PdfPaper): Frame {
  const orientation = paper.orientation ?? 'portrait';
  const page = toPageSize(orientation);
  const [top, right, bottom, left] = paper.margins ?? MARGINS[orientation];
  const frame: Frame = {
    page,
    x: left * MM,
    top: top * MM,
    width: page.width - (left + right) * MM,
    height: page.height - (top + bottom) * MM,
  };
  if (frame.width < 40 * MM || frame.height < 40 * MM) {
    throw new RangeError('The margins leave less than 40 mm for the text');
  }
  return frame;
}

/** Every picture of the paper: they are decoded before the pages are laid out. */
function* listArtwork(blocks: readonly Block[]): Generator<Artwork> {
  for (const block of blocks) {
    if (block.kind === 'picture') yield block.artwork;
    else if (block.kind === 'canvas') {
      for (const item of block.items) if (item.kind === 'picture') yield item.artwork;
    } else if (block.kind === 'keep') yield* listArtwork(block.blocks);
    else if (block.kind === 'beside') yield* listArtwork([...block.left, ...block.right]);
    else if (block.kind === 'signature' && block.seal !== undefined) yield block.seal;
    else if (block.kind === 'signers') {
      for (const item of block.items) if (item.image !== undefined) yield item.image;
    }
  }
}
