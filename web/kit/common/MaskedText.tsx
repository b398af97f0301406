import { useState } from 'react';

import { useWords } from '../words.ts';
import { messages } from './messages.ts';

export interface MaskedTextProps {
  /** What everybody may see: 310117********0013. */
  readonly masked: string;
  /** Asks the server for the whole; the server writes down who looked. Without it there is no button. */
  readonly onReveal?: (() => Promise<string>) | undefined;
  readonly onProblem?: (error: unknown) => void;
}

/** Protected text: whole only for a while and only on demand. */
export function MaskedText({ masked, onReveal, onProblem }: MaskedTextProps) {
  const t = useWords(messages);
  const [whole, setWhole] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const reveal = async (ask: () => Promise<string>) => {
    setBusy(true);
    try {
      setWhole(await ask());
    } catch (error) {
      onProblem?.(error);
    } finally {
      setBusy(false);
    }
  };
  const toggle = () => {
    if (whole !== undefined) setWhole(undefined);
    else if (onReveal) void reveal(onReveal);
  };
  const label = t(nameAct(whole !== undefined, isBusy));
  return (
    <span className="ow-masked">
      <span aria-live="polite">{whole ?? masked}</span>
      {onReveal === undefined ? null : (
        <button
          type="button"
          className="ow-no-print"
          onClick={toggle}
          disabled={isBusy}
          aria-label={label}
          title={label}
        >
          <svg
            viewBox="0 0 20 20"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
          >
            <path d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10Z" />
            <circle cx="10" cy="10" r="2.6" />
            {whole === undefined ? null : <path d="M3 17 17 3" strokeLinecap="round" />}
          </svg>
        </button>
      )}
    </span>
  );
}

function nameAct(isShown: boolean, isBusy: boolean): 'conceal' | 'reveal' | 'revealing' {
  if (isBusy) return 'revealing';
  return isShown ? 'conceal' : 'reveal';
}
