import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { measure, wrap } from './columns.ts';
import { drawSlip } from './draw-slip.ts';
import { encodeSlip } from './encode-slip.ts';
import { findTrouble, readStatus, writeStatus } from './printer-status.ts';
import { readEscPos } from './read-escpos.ts';
import { aSlip } from './slip.fixture.ts';
import { columnsOf } from './slip.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the bytes of a slip', () => {
  it('are those of the page of the standard commands, on 80 mm', () => {
    expect(hex(encodeSlip({ blocks: [{ kind: 'text', text: '号A', align: 'centre' }] }, 80))).toBe(
      ['1b40', '1c26', '1b331e', '1b6101', '1d2100', '1b4500', 'bac541', '0a', '1d2100', '1b4500']
        .concat(['1b6403', '1d5601'])
        .join(''),
    );
  });

  it('of a whole ticket stay as they were measured, on both rolls', () => {
    expect(hex(encodeSlip(aSlip, 58))).toMatchInlineSnapshot(
      `"1b401c261b331e1b61011d21001b4501c4b3c7f8d0d0d5feb7fecef1d6d0d0c40a1d21001b45001b61011d21221b4501413031320a1d21001b45001b61002d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d0a1b6100d2b5cef12020202020202020202020202020202020202020c6f3d2b5b5c7bcc70a1b6100c7b0c3e6b5c8baf220202020202020202020202020202020202020203520c8cb0a1b61001d21001b4500b1beb5a5b5b1ccecd3d0d0a7a3acb3acb9fdcab1bce4c7ebd6d8d0c2c8a10abac5a1a3bdd0bac5c8fdb4ceceb4b5bda3acb1beb5a5d7f7b7cfa1a30a1d21001b45001b61011d286b0400314132001d286b03003143051d286b03003145311d286b1d0031503068747470733a2f2f6578616d706c652e746573742f742f6162631d286b03003151300a1b64011b64031d5601"`,
    );
    expect(hex(encodeSlip(aSlip, 80))).toMatchInlineSnapshot(
      `"1b401c261b331e1b61011d21001b4501c4b3c7f8d0d0d5feb7fecef1d6d0d0c40a1d21001b45001b61011d21221b4501413031320a1d21001b45001b61002d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d0a1b6100d2b5cef1202020202020202020202020202020202020202020202020202020202020202020202020c6f3d2b5b5c7bcc70a1b6100c7b0c3e6b5c8baf22020202020202020202020202020202020202020202020202020202020202020202020203520c8cb0a1b61001d21001b4500b1beb5a5b5b1ccecd3d0d0a7a3acb3acb9fdcab1bce4c7ebd6d8d0c2c8a1bac5a1a3bdd0bac5c8fdb4ceceb4b5bda3ac0ab1beb5a5d7f7b7cfa1a30a1d21001b45001b61011d286b0400314132001d286b03003143051d286b03003145311d286b1d0031503068747470733a2f2f6578616d706c652e746573742f742f6162631d286b03003151300a1b64011b64031d5601"`,
    );
  });

  it('print a QR code of model 2 with the whole text in it', () => {
    const bytes = hex(encodeSlip({ blocks: [{ kind: 'qr', text: 'AB', module: 6 }] }, 58));
    expect(bytes).toContain(
      '1d286b0400314132001d286b03003143061d286b03003145311d286b05003150304142',
    );
  });

  it('read as what was meant, line by line', () => {
    const steps = readEscPos(encodeSlip(aSlip, 58));
    expect(steps.map((step) => (step.kind === 'line' ? step.text : step.kind))).toEqual([
      '某区行政服务中心',
      'A012',
      '-'.repeat(32),
      `业务${' '.repeat(20)}企业登记`,
      `前面等候${' '.repeat(20)}5 人`,
      '本单当天有效，超过时间请重新取',
      '号。叫号三次未到，本单作废。',
      'qr',
      'feed',
      'feed',
      'cut',
    ]);
    expect(steps[1]).toMatchObject({ width: 3, height: 3, bold: true, align: 'centre' });
    expect(steps[7]).toMatchObject({ text: 'https://example.test/t/abc', module: 5 });
  });

  it('end with the cut, whatever stands on the slip', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1 }),
        (texts) => {
          const blocks = texts.slice(0, 20).map((text) => ({ kind: 'text' as const, text }));
          expect(hex(encodeSlip({ blocks }, 58)).endsWith('1b64031d5601')).toBe(true);
        },
      ),
    );
  });
});

describe('lines of a slip', () => {
  it('are never wider than the paper, and lose no character but spaces', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('请到三号窗口，A0129 。、x）')),
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, fc.constantFrom(58 as const, 80 as const), (given, roll) => {
        const lines = wrap(given, columnsOf(roll));
        expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(columnsOf(roll));
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      }),
    );
  });

  it('do not begin with a full stop', () => {
    const lines = wrap(`${'字'.repeat(16)}。完`, 32);
    expect(lines).toEqual(['字'.repeat(15), '字。完']);
  });

  it('put a value that is too long on a line of its own, at the right', () => {
    const [first, second] = readEscPos(
      encodeSlip(
        { blocks: [{ kind: 'pair', left: '办理窗口', right: '一、二、三、四、五、六、七、八号' }] },
        58,
      ),
    );
    expect(first).toMatchObject({ text: '办理窗口' });
    expect(second).toMatchObject({ text: '一、二、三、四、五、六、七、八号' });
  });
});

describe('the picture of a slip', () => {
  it('shows the text, the code and the cut of the bytes', () => {
    const svg = drawSlip(encodeSlip(aSlip, 80), 80);
    expect(svg).toContain('某区行政服务中心');
    expect(svg).toContain('width="624"');
    expect(svg).toContain('stroke-dasharray');
    expect(svg.match(/scale\(5\)/g)).toHaveLength(1);
  });

  it('keeps what people typed from becoming markup', () => {
    const svg = drawSlip(encodeSlip({ blocks: [{ kind: 'text', text: '<b>&' }] }, 58), 58);
    expect(svg).toContain('&lt;b&gt;&amp;');
  });
});

describe('what a printer says of itself', () => {
  const well = {
    isOnline: true,
    isCoverOpen: false,
    isPaperOut: false,
    isPaperLow: false,
    hasError: false,
  };

  it('is read from its three bytes', () => {
    expect(readStatus(Uint8Array.of(0x12, 0x12, 0x12))).toEqual(well);
    expect(readStatus(Uint8Array.of(0x1a, 0x32, 0x72)).isPaperOut).toBe(true);
    expect(readStatus(Uint8Array.of(0x1a, 0x16, 0x12))).toMatchObject({ isCoverOpen: true });
    expect(readStatus(Uint8Array.of(0x12, 0x12, 0x1e))).toMatchObject({
      isPaperLow: true,
      isPaperOut: false,
    });
  });

  it('is refused when something else answers at the address', () => {
    expect(() => readStatus(new TextEncoder().encode('HTT'))).toThrow(RangeError);
  });

  it('comes back as it was written, and names the trouble', () => {
    fc.assert(
      fc.property(
        fc.record({
          isOnline: fc.boolean(),
          isCoverOpen: fc.boolean(),
          isPaperOut: fc.boolean(),
          isPaperLow: fc.boolean(),
          hasError: fc.boolean(),
        }),
        (status) => {
          expect(readStatus(writeStatus(status))).toEqual(status);
        },
      ),
    );
    expect(findTrouble(well)).toBeUndefined();
    expect(findTrouble({ ...well, isPaperOut: true, isOnline: false })).toBe('paper-out');
    expect(findTrouble({ ...well, isOnline: false })).toBe('offline');
  });
});
