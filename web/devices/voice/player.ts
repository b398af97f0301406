import { type ClipPack, readPack } from './clip-pack.ts';
import { BREATH, joinClips, makeChime } from './join-clips.ts';
import type { Utterance } from './speech-queue.ts';

const RECORDINGS = new URL('calls.voice', import.meta.url).href;

export interface Player {
  /** Plays an utterance; ends when the last sound has ended, also where no sound may be made. */
  play(utterance: Utterance): Promise<void>;
  /** False while the browser waits for a touch before it makes a sound. */
  isAudible(): boolean;
  /** After a touch. */
  wake(): Promise<void>;
}

/** The loudspeaker of a display: joins the recordings that came with the software; nothing is fetched for a call. */
export function createPlayer(): Player {
  let pack: Promise<ClipPack> | undefined;
  let context: AudioContext | undefined;

  const open = (): AudioContext => (context ??= new AudioContext());

  async function load(): Promise<ClipPack> {
    const answer = await fetch(RECORDINGS);
    if (!answer.ok) throw new Error(`The recordings did not come: ${answer.status}`);
    return readPack(new Uint8Array(await answer.arrayBuffer()));
  }

  return {
    play: async (utterance) => {
      pack ??= load();
      const recorded = await pack.catch((error: unknown) => {
        // The next call tries again.
        pack = undefined;
        throw error;
      });
      const speech = joinClips(recorded, [...utterance.words, BREATH]);
      const samples =
        utterance.language === 'zh-CN' ? after(makeChime(recorded.rate), speech) : speech;
      await sound(open(), { samples, rate: recorded.rate, volume: utterance.volume });
    },
    isAudible: () => open().state === 'running',
    wake: () => open().resume(),
  };
}

function after(first: Float32Array, second: Float32Array): Float32Array<ArrayBuffer> {
  const all = new Float32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

interface Sound {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly rate: number;
  readonly volume: number;
}

async function sound(context: AudioContext, { samples, rate, volume }: Sound): Promise<void> {
  const seconds = samples.length / rate;
  // A browser that waits for a touch would never end the sound: then the time of the call passes in silence.
  if (context.state !== 'running') {
    await pass(seconds);
    return;
  }
  const buffer = context.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  const gain = new GainNode(context, { gain: volume });
  source.connect(gain).connect(context.destination);
  const ended = new Promise<void>((resolve) => {
    source.addEventListener('ended', () => resolve(), { once: true });
  });
  source.start();
  // A loudspeaker that was pulled out stops the clock of the context: calls go on all the same.
  await Promise.race([ended, pass(seconds + 1)]);
  source.disconnect();
  gain.disconnect();
}

async function pass(seconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
}
