import { measure, wrap } from './columns.ts';
import { encodeGb18030 } from './gb18030.ts';
import {
  type Align,
  columnsOf,
  type RollWidth,
  Slip,
  type SlipBlock,
  type SlipInput,
} from './slip.ts';

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;
const NEW_LINE = 0x0a;

const of = (...bytes: readonly number[]): readonly number[] => bytes;

/** Initialise; Chinese characters on; lines thirty dots apart. */
const START = [of(ESC, 0x40), of(FS, 0x26), of(ESC, 0x33, 30)].flat();
/** Feed past the knife, then cut all but one point, so that the slip does not fall down. */
const END = [of(ESC, 0x64, 3), of(GS, 0x56, 1)].flat();

const ALIGNMENTS: Readonly<Record<Align, number>> = { left: 0, centre: 1, right: 2 };

/**
 * The bytes that print a slip on an ESC/POS printer and cut it off: Chinese mode, GB 18030 text, QR codes of model 2.
 * The same slip gives the same bytes everywhere.
 */
export function encodeSlip(slip: SlipInput, roll: RollWidth): Uint8Array<ArrayBuffer> {
  const { blocks } = Slip.parse(slip);
  return Uint8Array.from([
    ...START,
    ...blocks.flatMap((block) => encodeBlock(block, roll)),
    ...END,
  ]);
}

function encodeBlock(block: SlipBlock, roll: RollWidth): readonly number[] {
  const columns = columnsOf(roll);
  switch (block.kind) {
    case 'text':
      return encodeText(block, columns);
    case 'pair':
      return [...align('left'), ...wrap(toPair(block, columns), columns).flatMap(toLine)];
    case 'rule':
      return [...align('left'), ...toLine('-'.repeat(columns))];
    case 'feed':
      return [ESC, 0x64, block.lines];
    case 'qr':
      return encodeQr(block.text, block.module);
  }
}

function encodeText(
  block: Extract<SlipBlock, { kind: 'text' }>,
  columns: number,
): readonly number[] {
  const scale = (block.size - 1) * 17;
  const lines = wrap(block.text, Math.floor(columns / block.size));
  return [
    ...align(block.align),
    // GS ! for both: FS ! of the Chinese characters knows only twice.
    ...of(GS, 0x21, scale),
    ...of(ESC, 0x45, block.bold ? 1 : 0),
    ...lines.flatMap(toLine),
    ...of(GS, 0x21, 0),
    ...of(ESC, 0x45, 0),
  ];
}

const align = (to: Align): readonly number[] => [ESC, 0x61, ALIGNMENTS[to]];

const toLine = (text: string): readonly number[] => [...encodeGb18030(text), NEW_LINE];

/** Both ends on one line where they fit, else the value on the next line at the right. */
function toPair({ left, right }: { left: string; right: string }, columns: number): string {
  const gap = columns - measure(left) - measure(right);
  if (gap >= 1) return left + ' '.repeat(gap) + right;
  return `${left}\n${' '.repeat(Math.max(0, columns - measure(right)))}${right}`;
}

/** GS ( k: model 2, the module's side, strength M, the data, print. */
function encodeQr(text: string, module: number): readonly number[] {
  const data = new TextEncoder().encode(text);
  const length = data.length + 3;
  return [
    ...align('centre'),
    ...of(GS, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0),
    ...of(GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, module),
    ...of(GS, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31),
    ...of(GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30),
    ...data,
    ...of(GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30),
    NEW_LINE,
  ];
}
