import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { useDevice } from '#web/devices/frame/index.ts';
import { englishWords } from '#web/devices/voice/english-words.ts';
import { createPlayer, type Player } from '#web/devices/voice/player.ts';
import {
  createSpeechQueue,
  type SpeechQueue,
  type SpeechState,
  type Utterance,
} from '#web/devices/voice/speech-queue.ts';
import { USUAL_VOLUME, volumeAt } from '#web/devices/voice/volume.ts';

import { announce, type Call } from '../../../contract.ts';
import { sayTime } from '../HallHeader.tsx';

export interface Voice {
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
}

/** Speaks the calls of a display one after the other, in Mandarin and, where wanted, in English after it. */
export function useVoice({ saysYao, saysEnglish }: VoiceOptions): Voice {
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
  return useMemo(
    () => ({
      say: (calls) =>
        queue.say(
          calls.flatMap((call) =>
            toUtterances(call, { saysYao, saysEnglish, volume: volumeNow(now) }),
          ),
        ),
      state,
      isAudible,
      volume: volumeNow(now),
      wake: () => void player.wake().then(() => setAudible(player.isAudible())),
    }),
    [queue, player, state, isAudible, saysYao, saysEnglish, now],
  );
}

const volumeNow = (now: () => Date): number => volumeAt(USUAL_VOLUME, sayTime(now()));

/** A call as it is spoken. Exported for tests. */
export function toUtterances(
  call: Call,
  { saysYao, saysEnglish, volume }: VoiceOptions & { readonly volume: number },
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
