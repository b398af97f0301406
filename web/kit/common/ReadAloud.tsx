import { useWords } from '../words.ts';
import { messages } from './messages.ts';
import { useVoice } from './use-voice.ts';

/** Reads the selection, else the main part of the page. Absent where the machine has no voice. */
export function ReadAloud() {
  const t = useWords(messages);
  const voice = useVoice();
  if (!voice.isAvailable) return null;
  const begin = () => {
    const chosen = globalThis.getSelection()?.toString().trim() ?? '';
    const main = document.querySelector('main');
    voice.read(chosen === '' ? (main?.innerText ?? '') : chosen);
  };
  return (
    <button
      type="button"
      className="ow-button"
      data-look="quiet"
      aria-pressed={voice.isSpeaking}
      onClick={voice.isSpeaking ? voice.stop : begin}
    >
      {t(voice.isSpeaking ? 'stopReading' : 'readAloud')}
    </button>
  );
}
