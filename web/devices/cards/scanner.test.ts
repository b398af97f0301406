import { expect, it } from 'vitest';

import { createScanReader } from './scanner.ts';

function type(texts: ReadonlyArray<readonly [text: string, msBetween: number]>): string[] {
  const codes: string[] = [];
  const hear = createScanReader((code) => codes.push(code));
  let timeStamp = 1000;
  for (const [text, msBetween] of texts) {
    for (const key of [...text.split(''), 'Enter']) {
      timeStamp += msBetween;
      hear({ key, timeStamp });
    }
    timeStamp += 1000;
  }
  return codes;
}

it('a scanned code is told whole, and what a hand types is not', () => {
  expect(
    type([
      ['OW-12345678', 8],
      ['hello world', 180],
      ['short', 8],
      ['https://x/y', 8],
    ]),
  ).toEqual(['OW-12345678', 'https://x/y']);
});
