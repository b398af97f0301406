import { useEffect, useEffectEvent, useState } from 'react';

import { type IdCard, type ReaderState, watchReader } from './id-card.ts';
import { createScanReader } from './scanner.ts';
import { SIMULATED, type Simulated } from './simulated.ts';

interface CardReaderOptions {
  readonly isActive?: boolean;
  /** The reader is played by software: no program is asked for cards. */
  readonly isSimulated?: boolean;
}

/**
 * Tells of each identity card that is laid on the reader of this machine while the component is shown. For hall
 * devices and for the desk; the reader's own program speaks the protocol of docs/how-to/card-reader.md.
 */
export function useCardReader(
  onCard: (card: IdCard) => void,
  { isActive = true, isSimulated = false }: CardReaderOptions = {},
): ReaderState {
  const [state, setState] = useState<ReaderState>('waiting');
  const hear = useEffectEvent(onCard);
  useEffect(() => {
    if (!isActive) return undefined;
    const stop = isSimulated ? () => undefined : watchReader((card) => hear(card), setState);
    const simulate = (event: Event) => {
      const { detail } = event as CustomEvent<Simulated>;
      if ('card' in detail) hear(detail.card);
    };
    globalThis.addEventListener(SIMULATED, simulate);
    return () => {
      stop();
      globalThis.removeEventListener(SIMULATED, simulate);
    };
  }, [isActive, isSimulated]);
  return state;
}

/** Tells of each code that the scanner of this machine reads; not while somebody types into a field. */
export function useCodeScanner(
  onCode: (text: string) => void,
  { isActive = true }: { readonly isActive?: boolean } = {},
): void {
  const hear = useEffectEvent(onCode);
  useEffect(() => {
    if (!isActive) return undefined;
    const read = createScanReader((text) => hear(text));
    const listen = (event: KeyboardEvent) => {
      const isField =
        event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (!isField) read(event);
    };
    const simulate = (event: Event) => {
      const { detail } = event as CustomEvent<Simulated>;
      if ('code' in detail) hear(detail.code);
    };
    globalThis.addEventListener('keydown', listen);
    globalThis.addEventListener(SIMULATED, simulate);
    return () => {
      globalThis.removeEventListener('keydown', listen);
      globalThis.removeEventListener(SIMULATED, simulate);
    };
  }, [isActive]);
}
