import { sm3 } from 'sm-crypto-v2';

import type { Look } from './enhance.ts';
import type { Quad, RgbaImage } from './image.ts';
import { pageThread } from './page-thread.ts';
import type { MadePage, PageChoice } from './page-work.ts';
import { pagesToPdf } from './pages-to-pdf.ts';
import type { Quality } from './quality.ts';
import type { PaperSize } from './warp-page.ts';

/** A page as it was taken and as it goes into the file. */
export interface ScannedPage extends PageChoice, MadePage {
  readonly id: string;
  /** False when the edges were not found and the whole picture was taken. */
  readonly isFound: boolean;
}

/** What the operator settled on. */
export interface ScanResult {
  readonly file: File;
  /** SM3 of the file, in hexadecimal, made before it leaves this machine. */
  readonly hash: string;
  readonly pages: ReadonlyArray<{
    readonly width: number;
    readonly height: number;
    readonly size: PaperSize;
    readonly look: Look;
    readonly hash: string;
    readonly quality: Quality;
    /** The page’s picture, for whoever reads its text. */
    readonly jpeg: Blob;
  }>;
}

type Choice = PageChoice & Pick<ScannedPage, 'id' | 'isFound'>;

/** Finds the page in a picture and lays it flat; without edges the whole picture is the page. */
export async function takePage(
  id: string,
  photo: RgbaImage,
  { size, look }: { readonly size: PaperSize; readonly look: Look },
): Promise<ScannedPage> {
  const found = await pageThread().find(photo);
  const whole: Quad = [
    { x: 0, y: 0 },
    { x: photo.width, y: 0 },
    { x: photo.width, y: photo.height },
    { x: 0, y: photo.height },
  ];
  const choice = { id, photo, size, look, turns: 0, isStraightened: false };
  return makePage({ ...choice, quad: found ?? whole, isFound: found !== undefined });
}

/** Makes the page anew from what the camera saw. */
export async function makePage(choice: Choice): Promise<ScannedPage> {
  const { photo, quad, size, look, turns, isStraightened } = choice;
  const made = await pageThread().make({ photo, quad, size, look, turns, isStraightened });
  return { ...choice, ...made };
}

/** One file of all pages. */
export async function makeFile(pages: readonly ScannedPage[], name: string): Promise<ScanResult> {
  const parts = await Promise.all(
    pages.map(async ({ jpeg, width, height, size }) => ({
      jpeg: new Uint8Array(await jpeg.arrayBuffer()),
      width,
      height,
      size,
    })),
  );
  const bytes = pagesToPdf(parts);
  return {
    file: new File([bytes], `${name}.pdf`, { type: 'application/pdf' }),
    hash: sm3(bytes),
    pages: pages.map(({ width, height, size, look, hash, quality, jpeg }) => ({
      width,
      height,
      size,
      look,
      hash,
      quality,
      jpeg,
    })),
  };
}
