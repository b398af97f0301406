import { useCallback, useEffect, useState } from 'react';

import { type Language, useLanguage } from '../language.tsx';

interface Voice {
  /** False where the machine has no voice of the language: then nothing is offered. */
  readonly isAvailable: boolean;
  readonly isSpeaking: boolean;
  readonly read: (text: string) => void;
  readonly stop: () => void;
}

function findVoice(language: Language): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const start = language === 'zh-CN' ? /^(?:zh|cmn)/i : /^en/i;
  const voices = globalThis.speechSynthesis.getVoices().filter((voice) => start.test(voice.lang));
  return voices.find((voice) => voice.localService) ?? voices[0];
}

// Engines drop what is longer than a few hundred characters; sentences keep it short.
function split(text: string): readonly string[] {
  return text.split(/(?<=[。！？；.!?;])\s*|\n+/u).filter((part) => part.trim() !== '');
}

/** Reads text aloud with a voice of the machine. */
export function useVoice(): Voice {
  const { language } = useLanguage();
  const [voice, setVoice] = useState<SpeechSynthesisVoice | undefined>(undefined);
  const [isSpeaking, setSpeaking] = useState(false);
  useEffect(() => {
    const look = () => setVoice(findVoice(language));
    look();
    if (!('speechSynthesis' in globalThis)) return undefined;
    // Voices arrive late in most browsers.
    globalThis.speechSynthesis.addEventListener('voiceschanged', look);
    return () => {
      globalThis.speechSynthesis.removeEventListener('voiceschanged', look);
      globalThis.speechSynthesis.cancel();
    };
  }, [language]);
  const stop = useCallback(() => {
    globalThis.speechSynthesis.cancel();
    setSpeaking(false);
  }, []);
  const read = useCallback(
    (text: string) => {
      if (!voice) return;
      globalThis.speechSynthesis.cancel();
      const parts = split(text);
      for (const [index, part] of parts.entries()) {
        const utterance = new SpeechSynthesisUtterance(part);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.rate = 0.9;
        if (index === parts.length - 1) utterance.addEventListener('end', () => setSpeaking(false));
        globalThis.speechSynthesis.speak(utterance);
      }
      setSpeaking(parts.length > 0);
    },
    [voice],
  );
  return { isAvailable: voice !== undefined, isSpeaking, read, stop };
}
