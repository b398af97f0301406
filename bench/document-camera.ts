import { enhance } from '#web/devices/camera/enhance.ts';
import { findPage } from '#web/devices/camera/find-page.ts';
import { toGray } from '#web/devices/camera/image.ts';
import { cornerError, makePhoto } from '#web/devices/camera/synthetic-photo.ts';
import { pixelsOf, warpPage } from '#web/devices/camera/warp-page.ts';

import { percentile } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const PHOTOS = 40;
const WIDTH = 1600;
const HEIGHT = 1200;

/** Pages found, laid flat and evened out on photographs that are made from the seed; no database, one thread. */
export const documentCamera: Workload = {
  name: 'document-camera',
  title: 'document camera: the page found and laid flat, on made photographs of 1,600 by 1,200',
  run: async ({ seed, scale, say }: BenchContext): Promise<Figure[]> => {
    const count = Math.max(4, Math.round(PHOTOS * scale));
    const [errors, finding, flattening]: [number[], number[], number[]] = [[], [], []];
    let found = 0;
    for (let at = 0; at < count; at += 1) {
      const { image, quad } = makePhoto(seed + at, { width: WIDTH, height: HEIGHT });
      const start = performance.now();
      const page = findPage(toGray(image));
      const middle = performance.now();
      if (page !== undefined) {
        const error = cornerError(page.quad, quad);
        errors.push(error * 100);
        if (error < 0.01) found += 1;
      }
      enhance(warpPage(image, page?.quad ?? quad, pixelsOf(quad, 'A4', 200)), 'colour');
      finding.push(middle - start);
      flattening.push(performance.now() - middle);
    }
    say(`${count} photographs`);
    const all = finding.map((ms, at) => ms + (flattening[at] ?? 0));
    return [
      {
        what: 'pages found with every corner within 1 % of the page’s width',
        value: (found / count) * 100,
        unit: '%',
        gate: { atLeast: 97 },
      },
      { what: 'worst corner, p50', value: percentile(errors, 50), unit: '% of width' },
      { what: 'worst corner, largest', value: Math.max(...errors), unit: '% of width' },
      { what: 'finding the page, p50', value: percentile(finding, 50), unit: 'ms' },
      {
        what: 'laying flat at 200 dpi and evening out, p50',
        value: percentile(flattening, 50),
        unit: 'ms',
      },
      {
        what: 'a page in all, p95',
        value: percentile(all, 95),
        unit: 'ms',
        gate: { atMost: 2000 },
      },
    ];
  },
};
