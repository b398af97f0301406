import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makePhoto } from '#web/devices/camera/synthetic-photo.ts';

const [WIDTH, HEIGHT] = [1280, 960];
const FRAMES_EACH = 14;

/** BT.601 in full range, as `C420jpeg` has it. */
function toYuv(data: Uint8ClampedArray): Buffer {
  const yuv = Buffer.alloc(WIDTH * HEIGHT * 1.5, 128);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    const [r = 0, g = 0, b = 0] = data.subarray(at * 4, at * 4 + 3);
    yuv[at] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
  }
  return yuv;
}

/**
 * A video (YUV4MPEG2) in which one sheet after the other lies still under a camera, made from the seeds of the
 * project's photographs; two frames a second. Gives the arguments by which Chromium takes it for its camera.
 */
export function filmPages(seeds: readonly number[]): {
  readonly args: readonly string[];
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-camera-'));
  const path = join(folder, 'pages.y4m');
  const file = openSync(path, 'w');
  writeSync(file, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F2:1 Ip A1:1 C420jpeg\n`);
  for (const seed of seeds) {
    const { image } = makePhoto(seed, { width: WIDTH, height: HEIGHT });
    const frame = toYuv(image.data);
    for (let count = 0; count < FRAMES_EACH; count += 1) {
      writeSync(file, 'FRAME\n');
      writeSync(file, frame);
    }
  }
  closeSync(file);
  return {
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
