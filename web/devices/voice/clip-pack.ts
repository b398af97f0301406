/** A recording by its name; samples from -1 to 1. */
export interface Clip {
  readonly name: string;
  readonly samples: Float32Array;
}

export interface ClipPack {
  /** Samples a second. */
  readonly rate: number;
  readonly clips: ReadonlyMap<string, Float32Array>;
}

interface Head {
  readonly rate: number;
  /** Name and number of samples, in the order of the file. */
  readonly clips: ReadonlyArray<readonly [name: string, length: number]>;
}

const MARK = 'OWV1';

/** Recordings as one file: mark, length of the head, head as JSON, then a byte for each sample (G.711 µ-law). */
export function writePack(rate: number, clips: readonly Clip[]): Uint8Array {
  const head: Head = { rate, clips: clips.map(({ name, samples }) => [name, samples.length]) };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const total = clips.reduce((sum, { samples }) => sum + samples.length, 0);
  const bytes = new Uint8Array(8 + text.length + total);
  bytes.set(new TextEncoder().encode(MARK));
  new DataView(bytes.buffer).setUint32(4, text.length);
  bytes.set(text, 8);
  let at = 8 + text.length;
  for (const { samples } of clips) {
    for (const [index, sample] of samples.entries()) bytes[at + index] = toMuLaw(sample);
    at += samples.length;
  }
  return bytes;
}

/** Reads such a file. Throws RangeError when it is another one or was cut off. */
export function readPack(bytes: Uint8Array): ClipPack {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== MARK)
    throw new RangeError('Not a file of recordings');
  const length = view.getUint32(4);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Head;
  const clips = new Map<string, Float32Array>();
  let at = 8 + length;
  for (const [name, count] of head.clips) {
    const part = bytes.subarray(at, at + count);
    if (part.length < count) throw new RangeError('The file of recordings was cut off');
    clips.set(name, Float32Array.from(part, fromMuLaw));
    at += count;
  }
  return { rate: head.rate, clips };
}

const BIAS = 132;
const LOUDEST = 32_635;

function toMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const size = Math.min(LOUDEST, Math.round(Math.abs(sample) * 32_768)) + BIAS;
  const exponent = Math.max(0, Math.floor(Math.log2(size)) - 7);
  const mantissa = (size >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function fromMuLaw(byte: number): number {
  const code = ~byte & 0xff;
  const exponent = (code >> 4) & 0x07;
  const size = (((code & 0x0f) << 3) + BIAS) * 2 ** exponent - BIAS;
  return (code & 0x80 ? -size : size) / 32_768;
}
