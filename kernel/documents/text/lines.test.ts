import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { classOf } from './characters.ts';
import { breakLines, justifyLine, lineText, measureText } from './lines.ts';

const MARKS = '，。、；：？！）】》」』”’（【《「『“‘—…·％';
const HAN = '一二三上海松江行政服务中心受理材料申请人签字㛃堃𠅤';

const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...Array.from(HAN)) },
      { weight: 3, arbitrary: fc.constantFrom(...Array.from(MARKS)) },
      { weight: 1, arbitrary: fc.constantFrom('ABC', '2026', '3.14', ' ', 'No. 12', 'km') },
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

function linesOf(content: string, ems: number): string[] {
  return breakLines(content, { width: ems * 1000, script: 'chinese' }).map(lineText);
}

function firstOf(line: string): string {
  return String.fromCodePoint(line.codePointAt(0) ?? 32);
}

describe('breaking lines', () => {
  it('never begins a line with a stop, a comma or a closing mark', () => {
    expect(linesOf('一二三四，五六七八。九十', 4)).toEqual([
      '一二三',
      '四，五六',
      '七八。九',
      '十',
    ]);
    expect(linesOf('请核对《营业执照》、《章程》。', 6)).toEqual([
      '请核对《营业',
      '执照》、《章',
      '程》。',
    ]);
  });

  it('lets a stop at the end of a line take half a square, so that one more character fits', () => {
    expect(linesOf('一二三四五。', 5.5)).toEqual(['一二三四五。']);
    expect(linesOf('一二三四五。', 5.4)).toEqual(['一二三四', '五。']);
  });

  it('never ends a line with an opening bracket or quotation mark', () => {
    expect(linesOf('根据第一条（修订）', 6)).toEqual(['根据第一条', '（修订）']);
  });

  it('keeps a word, a number and an amount with its decimals whole', () => {
    expect(linesOf('合计金额为1,234,567.89元整', 8)).toEqual([
      '合计金额为',
      '1,234,567.89元',
      '整',
    ]);
    expect(linesOf('the quick brown fox', 6)).toEqual(['the quick', 'brown fox']);
  });

  it('keeps both halves of a dash and of an ellipsis together', () => {
    expect(linesOf('通知书——存根联', 4)).toEqual(['通知', '书——存', '根联']);
    expect(linesOf('一二三……四五', 4)).toEqual(['一二', '三……四', '五']);
  });

  it('breaks a word that is wider than the line rather than run over the edge', () => {
    const lines = linesOf('91310117MA1J2K3L4M91310117MA1J2K3L4M', 8);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('91310117MA1J2K3L4M91310117MA1J2K3L4M');
  });

  it('does not take a wide letter such as m for a Chinese character', () => {
    expect(linesOf('见commemorate', 6)).toEqual(['见', 'commemor', 'ate']);
    expect(linesOf('邮箱mm@mm.mm', 7)).toEqual(['邮箱', 'mm@mm.mm']);
  });

  it('breaks a web address after a slash or the like and leaves its text as it was', () => {
    const address = 'https://example.gov.cn/verify/222222222222?lang=zh';
    const lines = linesOf(`网址${address}。`, 16);
    expect(lines).toEqual(['网址https://example.gov.cn/', 'verify/222222222222?lang=zh。']);
  });

  it('starts a new line at a line feed and keeps an empty line', () => {
    expect(linesOf('甲\r\n\n乙', 10)).toEqual(['甲', '', '乙']);
  });

  it('sets in the first line only', () => {
    const lines = breakLines('一二三四五六七八', {
      width: 5000,
      firstIndent: 2000,
      script: 'chinese',
    });
    expect(lines.map(lineText)).toEqual(['一二三', '四五六七八']);
    expect(lines.map((line) => line.glyphs[0]?.x)).toEqual([2000, 0]);
  });

  it('puts a thin gap between Chinese and Latin without changing the text', () => {
    const plain =
      measureText('年月', { script: 'chinese' }) + measureText('12', { script: 'chinese' });
    expect(measureText('年12月', { script: 'chinese' })).toBe(plain + 360);
    expect(linesOf('年12月', 20)).toEqual(['年12月']);
  });

  it('fills a line to the edge between characters, and leaves one ragged that would look torn', () => {
    const [full, torn] = ['一二三四五。六', '一二commemorate'].map((content) =>
      breakLines(content, { width: 5600, script: 'chinese' }).map((line) =>
        justifyLine(line, 5600),
      ),
    );
    expect(full?.map((line) => line.width)).toEqual([5600, 1000]);
    expect(full?.[0]?.glyphs.map((placed) => placed.x)).toEqual([0, 1020, 2040, 3060, 4080, 5100]);
    expect(torn?.[0]?.width).toBe(2000);
  });

  it('obeys the rules for marks in any text when there is room for eight characters', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (content, ems) => {
        const lines = linesOf(
          content.replaceAll(/[—…，。、；：？！）】》」』”’（【《「『“‘·％]{3,}/g, '，'),
          ems,
        );
        const begins = lines.slice(1).filter((line) => line !== '');
        expect(begins.filter((line) => classOf(firstOf(line)) === 'closing')).toEqual([]);
        const ends = lines.slice(0, -1).map((line) => line.at(-1) ?? ' ');
        expect(ends.filter((last) => classOf(last) === 'opening')).toEqual([]);
      }),
    );
  });

  it('loses nothing but the spaces at a break, and stays within the room', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 30 }), (content, ems) => {
        const lines = breakLines(content, { width: ems * 1000, script: 'chinese' });
        expect(lines.map(lineText).join('').replaceAll(' ', '')).toBe(content.replaceAll(' ', ''));
        for (const line of lines.filter((each) => each.glyphs.length > 1)) {
          const ink = line.last ? line.width - trailingSpace(lineText(line)) : line.width;
          expect(ink).toBeLessThanOrEqual(ems * 1000);
          expect(justifyLine(line, ems * 1000).width).toBeGreaterThanOrEqual(line.width);
        }
      }),
    );
  });

  it('accepts any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => {
        expect(breakLines(content, { width: 5000, script: 'western' }).length).toBeGreaterThan(0);
      }),
    );
  });
});

function trailingSpace(content: string): number {
  return (content.length - content.trimEnd().length) * 1000;
}
