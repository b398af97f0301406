/**
 * Text as GB 18030-2005 bytes, the code page of Chinese receipt printers. Runs in browsers and on the server without a
 * table of its own: the platform can only decode, so what it decodes is turned round once.
 */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const character of text) bytes.push(...encodeCharacter(character));
  return Uint8Array.from(bytes);
}

/** Bytes back to text; what is not GB 18030 becomes U+FFFD. */
export function decodeGb18030(bytes: Uint8Array): string {
  return new TextDecoder('gb18030').decode(bytes);
}

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
/** Four-byte codes of the basic plane, 0x81308130 to 0x8431A439. */
const FOUR_BYTE_CODES = 39_420;
/** The place of U+10000 among the four-byte codes, 0x90308130. */
const FIRST_SUPPLEMENTARY = 189_000;

let pairs: ReadonlyMap<string, number> | undefined;
let quads: ReadonlyMap<string, number> | undefined;

function encodeCharacter(character: string): readonly number[] {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return [point];
  if (point >= 0x10000) return toFourBytes(point - 0x10000 + FIRST_SUPPLEMENTARY);
  pairs ??= readPairs();
  const pair = pairs.get(character);
  if (pair !== undefined) return [pair >> 8, pair & 0xff];
  quads ??= readQuads();
  const linear = quads.get(character);
  // Half a surrogate is the only thing without a code.
  return linear === undefined ? [0x3f] : toFourBytes(linear);
}

function toFourBytes(linear: number): readonly number[] {
  return [
    FIRST_LEAD + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    FIRST_LEAD + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}

function readPairs(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_LEAD; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\uFFFD' && !found.has(text))
        found.set(text, lead * 256 + trail);
    }
  }
  return found;
}

function readQuads(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let linear = 0; linear < FOUR_BYTE_CODES; linear += 1) {
    const text = decoder.decode(Uint8Array.from(toFourBytes(linear)));
    if (text.length === 1 && text !== '\uFFFD' && !found.has(text)) found.set(text, linear);
  }
  return found;
}
