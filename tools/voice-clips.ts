import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Clip, writePack } from '#web/devices/voice/clip-pack.ts';

import { vocabulary, type Wanted } from './voice/vocabulary.ts';

/**
 * Makes the recordings that displays join into calls, with the espeak-ng program of this machine. Run again only
 * to change the voice or the words: what it writes is kept with the software, so no engine runs in the hall.
 * A centre may put recordings of a speaker in the same file under the same names.
 */
const RATE = 22_050;
const TARGET = 'web/devices/voice/calls.voice';
/** Words a minute: calm, as people hear it across a hall. */
const SPEED = '150';

const folder = mkdtempSync(join(tmpdir(), 'voice-'));
try {
  const clips = vocabulary.map((wanted) => ({ name: wanted.name, samples: record(wanted) }));
  writeFileSync(TARGET, writePack(RATE, clips satisfies readonly Clip[]));
  console.log(`${clips.length} recordings in ${TARGET}`);
} finally {
  rmSync(folder, { recursive: true });
}

function record({ name, voice, text }: Wanted): Float32Array {
  const file = join(folder, 'clip.wav');
  execFileSync('espeak-ng', ['-v', voice, '-s', SPEED, '-w', file, text]);
  const samples = levelled(fade(trim(readWave(readFileSync(file)))));
  if (samples.length < RATE / 10) throw new Error(`Nothing was said for ${name}`);
  return samples;
}

/** The samples of a 16-bit mono WAV file as espeak-ng writes it, -1 to 1. */
function readWave(bytes: Buffer): Float32Array {
  if (bytes.readUInt32LE(24) !== RATE || bytes.readUInt16LE(22) !== 1)
    throw new Error('The engine records in another format');
  const start = bytes.indexOf('data') + 8;
  return Float32Array.from(
    { length: Math.floor((bytes.length - start) / 2) },
    (_, index) => bytes.readInt16LE(start + index * 2) / 32_768,
  );
}

/** Without the silence before and after, but for a hundredth of a second. */
function trim(samples: Float32Array): Float32Array {
  const isHeard = (sample: number) => Math.abs(sample) > 0.012;
  const first = samples.findIndex(isHeard);
  const last = samples.findLastIndex(isHeard);
  const margin = RATE / 100;
  return samples.slice(Math.max(0, first - margin), last + margin);
}

/** Begins and ends without a click. */
function fade(samples: Float32Array): Float32Array {
  const length = Math.floor(RATE * 0.008);
  return samples.map((sample, index) => {
    const edge = Math.min(index, samples.length - 1 - index);
    return edge < length ? (sample * edge) / length : sample;
  });
}

/** All words equally loud. */
function levelled(samples: Float32Array): Float32Array {
  const mean = Math.sqrt(
    samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length,
  );
  const peak = samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0);
  const gain = Math.min(0.13 / mean, 0.95 / peak);
  return samples.map((sample) => sample * gain);
}
