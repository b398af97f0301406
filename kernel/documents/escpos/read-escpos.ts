import { decodeGb18030 } from './gb18030.ts';
import type { Align } from './slip.ts';

/** What a printer would do, in order. */
export type PrinterStep =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly align: Align;
      readonly width: number;
      readonly height: number;
      readonly bold: boolean;
    }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'qr'; readonly text: string; readonly module: number; readonly align: Align }
  | { readonly kind: 'cut' };

const ALIGNMENTS: readonly Align[] = ['left', 'centre', 'right'];

interface Reading {
  readonly bytes: Uint8Array;
  at: number;
  align: Align;
  width: number;
  height: number;
  bold: boolean;
  isChinese: boolean;
  module: number;
  qr: string;
  line: number[];
  readonly steps: PrinterStep[];
}

/** Reads ESC/POS bytes as a printer does. Throws for a command that the encoder never writes. */
export function readEscPos(bytes: Uint8Array): readonly PrinterStep[] {
  const reading: Reading = {
    bytes,
    at: 0,
    align: 'left',
    width: 1,
    height: 1,
    bold: false,
    isChinese: false,
    module: 3,
    qr: '',
    line: [],
    steps: [],
  };
  while (reading.at < bytes.length) readNext(reading);
  endLine(reading, false);
  return reading.steps;
}

function readNext(reading: Reading): void {
  const byte = take(reading);
  switch (byte) {
    case 0x1b:
      return readEscape(reading);
    case 0x1c:
      return readChineseMode(reading);
    case 0x1d:
      return readGroup(reading);
    case 0x0a:
      return endLine(reading, true);
    default:
      reading.line.push(byte);
      return undefined;
  }
}

function readEscape(reading: Reading): void {
  const command = take(reading);
  if (command === 0x40) {
    Object.assign(reading, { align: 'left', width: 1, height: 1, bold: false, isChinese: false });
    return;
  }
  const value = take(reading);
  if (command === 0x61) reading.align = ALIGNMENTS[value] ?? 'left';
  else if (command === 0x45) reading.bold = value % 2 === 1;
  else if (command === 0x64) {
    endLine(reading, false);
    reading.steps.push({ kind: 'feed', lines: value });
  } else if (command !== 0x33) throw unknown('ESC', command);
}

function readChineseMode(reading: Reading): void {
  const command = take(reading);
  if (command !== 0x26 && command !== 0x2e) throw unknown('FS', command);
  reading.isChinese = command === 0x26;
}

function readGroup(reading: Reading): void {
  const command = take(reading);
  if (command === 0x21) {
    const value = take(reading);
    reading.width = (value >> 4) + 1;
    reading.height = (value & 0x0f) + 1;
  } else if (command === 0x56) {
    take(reading);
    endLine(reading, false);
    reading.steps.push({ kind: 'cut' });
  } else if (command === 0x28) readQr(reading);
  else throw unknown('GS', command);
}

function readQr(reading: Reading): void {
  const family = take(reading);
  const length = take(reading) + take(reading) * 256;
  const body = reading.bytes.subarray(reading.at, reading.at + length);
  reading.at += length;
  const [code, act] = body;
  if (family !== 0x6b || code !== 0x31) throw unknown('GS (', family);
  if (act === 0x43) reading.module = body[2] ?? 3;
  if (act === 0x50) reading.qr = new TextDecoder().decode(body.subarray(3));
  if (act === 0x51) {
    endLine(reading, false);
    const { qr: text, module, align } = reading;
    reading.steps.push({ kind: 'qr', text, module, align });
  }
}

/** A line feed prints even an empty line; commands only print what is waiting. */
function endLine(reading: Reading, isFeed: boolean): void {
  const { line, align, width, height, bold, isChinese } = reading;
  if (line.length === 0 && !isFeed) return;
  const bytes = Uint8Array.from(line);
  // A printer that is not in Chinese mode prints each byte as a sign of its own.
  const text = isChinese ? decodeGb18030(bytes) : String.fromCodePoint(...line);
  reading.line = [];
  const isAfterQr = line.length === 0 && reading.steps.at(-1)?.kind === 'qr';
  if (!isAfterQr) reading.steps.push({ kind: 'line', text, align, width, height, bold });
}

function take(reading: Reading): number {
  const byte = reading.bytes[reading.at];
  if (byte === undefined) throw new RangeError('The bytes end inside a command');
  reading.at += 1;
  return byte;
}

const unknown = (family: string, command: number): RangeError =>
  new RangeError(`Not a command that is known here: ${family} 0x${command.toString(16)}`);
