import { sm3 } from 'sm-crypto-v2';

import { enhance, type Look } from './enhance.ts';
import { findPage } from './find-page.ts';
import { type Quad, type RgbaImage, toGray } from './image.ts';
import { judge, type Quality } from './quality.ts';
import { straighten } from './skew.ts';
import { type PaperSize, pixelsOf, turnPage, warpPage } from './warp-page.ts';

export const DOTS_PER_INCH = 200;
const JPEG_QUALITY = 0.82;

/** How a page is to be made from what the camera saw. */
export interface PageChoice {
  readonly photo: RgbaImage;
  readonly quad: Quad;
  readonly size: PaperSize;
  readonly look: Look;
  readonly turns: number;
  readonly isStraightened: boolean;
}

/** A page as it goes into the file. */
export interface MadePage {
  readonly quality: Quality;
  readonly width: number;
  readonly height: number;
  readonly jpeg: Blob;
  /** SM3 of the JPEG, at the moment of its capture. */
  readonly hash: string;
}

export type PageTask =
  | { readonly kind: 'find'; readonly image: RgbaImage }
  | { readonly kind: 'make'; readonly choice: PageChoice };

/** The corners of a page in a picture; undefined when its edges are not seen. */
export const findCorners = (image: RgbaImage): Quad | undefined => findPage(toGray(image))?.quad;

/** Lays a page flat, judges it, evens it out and makes its JPEG: hundreds of milliseconds, so not on the page's own thread. */
export async function makePageImage(choice: PageChoice): Promise<MadePage> {
  const { photo, quad, size, look, turns, isStraightened } = choice;
  const flat = warpPage(photo, quad, pixelsOf(quad, size, DOTS_PER_INCH));
  const quality = judge(toGray(flat));
  const upright = isStraightened ? straighten(flat) : flat;
  const image = turnPage(enhance(upright, look), turns);
  const jpeg = await toJpeg(image);
  const { width, height } = image;
  return { quality, width, height, jpeg, hash: sm3(new Uint8Array(await jpeg.arrayBuffer())) };
}

function toJpeg(image: RgbaImage): Promise<Blob> {
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.putImageData(new ImageData(image.data, image.width, image.height), 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}
