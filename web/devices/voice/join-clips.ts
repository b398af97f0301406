import type { ClipPack } from './clip-pack.ts';

/** Silence between two words, and where a sentence breathes. */
const GAP_SECONDS = 0.03;
const BREATH_SECONDS = 0.22;

/** A pause instead of a word. */
export const BREATH = '…';

/** Words in their order as one stretch of sound. Throws RangeError for a word that nobody recorded. */
export function joinClips(
  { rate, clips }: ClipPack,
  words: readonly string[],
): Float32Array<ArrayBuffer> {
  const parts = words.map((word) => {
    if (word === BREATH) return new Float32Array(Math.round(rate * BREATH_SECONDS));
    const clip = clips.get(word);
    if (!clip) throw new RangeError(`Nobody recorded 「${word}」`);
    return clip;
  });
  const gap = Math.round(rate * GAP_SECONDS);
  const total = parts.reduce((sum, part) => sum + part.length + gap, 0);
  const joined = new Float32Array(total);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length + gap;
  }
  return joined;
}

/** Two falling tones before a call, so that people look up before the first word. */
export function makeChime(rate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(rate * 0.75));
  for (const [start, pitch] of [
    [0, 880],
    [0.25, 659.25],
  ] as const) {
    for (let at = Math.round(start * rate); at < samples.length; at += 1) {
      const seconds = at / rate - start;
      const tone = Math.sin(2 * Math.PI * pitch * seconds) * Math.exp(-6 * seconds);
      samples[at] = (samples[at] ?? 0) + 0.22 * tone * Math.min(1, seconds * 200);
    }
  }
  return samples;
}
