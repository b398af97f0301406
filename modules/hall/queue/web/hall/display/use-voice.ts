import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { useDevice } from '#web/devices/frame/index.ts';
import { englishWords } from '#web/devices/voice/english-words.ts';
import { createPlayer, type Player } from '#web/devices/voice/player.ts';
import {
  createSpeechQueue,
  type SpeechQueue,
  type SpeechState,
  type Utterance,
} from '#web/devices/voice/speech-queue.ts';
import { volumeAt } from '#web/devices/voice/volume.ts';

import { announce, type Call, type VolumeStep } from '../../../contract.ts';
import { sayTime } from '../HallHeader.tsx';

export interface Voice {
  /** Stays the same function while the page lives. */
  readonly say: (calls: readonly Call[]) => void;
  readonly state: SpeechState;
  /** False while the browser waits for a touch before it makes a sound. */
  readonly isAudible: boolean;
  /** 0 in quiet hours. */
  readonly volume: number;
  readonly wake: () => void;
}

interface VoiceOptions {
  readonly saysYao: boolean;
  readonly saysEnglish: boolean;
  /** By the time of the day. */
  readonly volume: readonly VolumeStep[];
}

/** Speaks the calls of a display one after the other, in Mandarin and, where wanted, in English after it. */
export function useVoice({ saysYao, saysEnglish, volume: steps }: VoiceOptions): Voice {
  const { now } = useDevice();
  const [player] = useState<Player>(createPlayer);
  const [queue] = useState<SpeechQueue>(() =>
    createSpeechQueue((utterance) => player.play(utterance)),
  );
  const state = useSyncExternalStore(queue.onChange, queue.state);
  const [isAudible, setAudible] = useState(true);
  useEffect(() => {
    const look = () => setAudible(player.isAudible());
    const timer = setInterval(look, 2000);
    return () => clearInterval(timer);
  }, [player]);
  const options = useRef({ saysYao, saysEnglish, steps });
  useEffect(() => {
    options.current = { saysYao, saysEnglish, steps };
  }, [saysYao, saysEnglish, steps]);
  const say = useCallback(
    (calls: readonly Call[]) => {
      const { steps: byHour, ...how } = options.current;
      const volume = volumeNow(byHour, now);
      queue.say(calls.flatMap((call) => toUtterances(call, { ...how, volume })));
    },
    [queue, now],
  );
  const wake = useCallback(
    () => void player.wake().then(() => setAudible(player.isAudible())),
    [player],
  );
  return { say, state, isAudible, volume: volumeNow(steps, now), wake };
}

const volumeNow = (steps: readonly VolumeStep[], now: () => Date): number =>
  volumeAt(steps, sayTime(now()));

/** A call as it is spoken. Exported for tests. */
export function toUtterances(
  call: Call,
  { saysYao, saysEnglish, volume }: Omit<VoiceOptions, 'volume'> & { readonly volume: number },
): Utterance[] {
  const { words, pieces } = announce(call, saysYao);
  const key = `${call.ticketId}/${call.windowId}`;
  const chinese: Utterance = {
    key: `${key}/zh`,
    words: pieces,
    sentence: words['zh-CN'],
    language: 'zh-CN',
    volume,
  };
  if (!saysEnglish) return [chinese];
  return [
    chinese,
    {
      key: `${key}/en`,
      words: englishWords(call.number, call.windowNumber),
      sentence: words.en,
      language: 'en',
      volume,
    },
  ];
}
