import { sm3 } from 'sm-crypto-v2';

import { enhance, type Look } from './enhance.ts';
import { findPage } from './find-page.ts';
import { type Quad, type RgbaImage, toGray } from './image.ts';
import { pagesToPdf } from './pages-to-pdf.ts';
import { judge, type Quality } from './quality.ts';
import { straighten } from './skew.ts';
import { type PaperSize, pixelsOf, turnPage, warpPage } from './warp-page.ts';

/** A page as it was taken and as it goes into the file. */
export interface ScannedPage {
  readonly id: string;
  /** What the camera saw, to set the corners anew. */
  readonly photo: RgbaImage;
  readonly quad: Quad;
  /** False when the edges were not found and the whole picture was taken. */
  readonly isFound: boolean;
  readonly size: PaperSize;
  readonly look: Look;
  readonly turns: number;
  readonly isStraightened: boolean;
  readonly quality: Quality;
  readonly width: number;
  readonly height: number;
  readonly jpeg: Blob;
  /** Of the JPEG, at the moment of its capture. */
  readonly hash: string;
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
  }>;
}

export const DOTS_PER_INCH = 200;
const JPEG_QUALITY = 0.82;

type Choice = Pick<
  ScannedPage,
  'id' | 'photo' | 'quad' | 'isFound' | 'size' | 'look' | 'turns' | 'isStraightened'
>;

/** Finds the page in a picture and lays it flat; without edges the whole picture is the page. */
export function takePage(
  id: string,
  photo: RgbaImage,
  { size, look }: { readonly size: PaperSize; readonly look: Look },
): Promise<ScannedPage> {
  const found = findPage(toGray(photo));
  const whole: Quad = [
    { x: 0, y: 0 },
    { x: photo.width, y: 0 },
    { x: photo.width, y: photo.height },
    { x: 0, y: photo.height },
  ];
  const choice = { id, photo, size, look, turns: 0, isStraightened: false };
  return makePage({ ...choice, quad: found?.quad ?? whole, isFound: found !== undefined });
}

/** Makes the page anew from what the camera saw. */
export async function makePage(choice: Choice): Promise<ScannedPage> {
  const { photo, quad, size, look, turns, isStraightened } = choice;
  const flat = warpPage(photo, quad, pixelsOf(quad, size, DOTS_PER_INCH));
  const quality = judge(toGray(flat));
  const upright = isStraightened ? straighten(flat) : flat;
  const image = turnPage(enhance(upright, look), turns);
  const jpeg = await toJpeg(image);
  const { width, height } = image;
  return { ...choice, quality, width, height, jpeg, hash: await hashOf(jpeg) };
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
    pages: pages.map(({ width, height, size, look, hash, quality }) => ({
      width,
      height,
      size,
      look,
      hash,
      quality,
    })),
  };
}

const hashOf = async (blob: Blob): Promise<string> => sm3(new Uint8Array(await blob.arrayBuffer()));

function toJpeg(image: RgbaImage): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(new ImageData(image.data, image.width, image.height), 0, 0);
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => {
      if (blob === null) reject(new Error('The browser made no picture of the page.'));
      else resolve(blob);
    };
    canvas.toBlob(take, 'image/jpeg', JPEG_QUALITY);
  });
}
