import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lines, make, otherLines } from '../../contract/book/book.fixture.ts';
import { toRendered } from '../view.ts';
import { readBack } from './read-back.ts';

describe('what is published, read again as a stranger would', () => {
  test('AC07: every figure of the published year is the figure of the version', () => {
    expect(readBack(toRendered(make(lines)))).toEqual({ figures: 239, differences: [] });
  });

  test('AC07: a figure that is printed otherwise is found', () => {
    const book = toRendered(make(lines));
    const table = book.paragraphs.find(({ key }) => key === 'table.T3');
    const part = table?.lines.flat().find(({ figure }) => figure !== undefined);
    if (part === undefined) throw new Error('No figure');
    const wrong = structuredClone(book);
    for (const other of wrong.paragraphs.flatMap((one) => one.lines.flat()))
      if (other.text === part.text)
        other.text = part.text.replace(/\d$/, (last) =>
          String((Number.parseInt(last, 10) + 1) % 10),
        );
    expect(readBack(wrong).differences).not.toEqual([]);
  });

  test('AC23: made of other lines, it reads back without a difference', () => {
    fc.assert(
      fc.property(otherLines, (some) => {
        expect(readBack(toRendered(make(some))).differences).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
