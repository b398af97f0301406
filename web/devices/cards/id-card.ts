import { z } from 'zod';

/** What a reader takes from a resident identity card 居民身份证. */
export const IdCard = z.object({
  name: z.string().trim().min(1).max(60),
  identityNo: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^\d{17}[\dX]$/),
});
export type IdCard = z.infer<typeof IdCard>;

/** `no-reader`: no program of the reader answers on this machine. */
export type ReaderState = 'waiting' | 'no-reader';

/** Where the program of the reader listens (docs/how-to/card-reader.md). */
const READER = 'http://127.0.0.1:18931/v1/id-card?waitSeconds=20';
const RETRY_MS = 5000;
/** A program that answers at once must not be asked without end. */
const LEAST_MS = 300;

/**
 * Asks the program of the reader for cards until it is stopped; each card that is laid on is told once.
 */
export function watchReader(
  onCard: (card: IdCard) => void,
  onState: (state: ReaderState) => void,
): () => void {
  const stop = new AbortController();
  const pause = async (ms: number) => {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, ms);
    });
  };
  const watch = async () => {
    while (!stop.signal.aborted) {
      try {
        const answer = await fetch(READER, { signal: stop.signal, cache: 'no-store' });
        onState('waiting');
        await pause(LEAST_MS);
        if (answer.status === 204) continue;
        const card = IdCard.safeParse(await answer.json());
        if (card.success) onCard(card.data);
      } catch {
        if (stop.signal.aborted) return;
        onState('no-reader');
        await pause(RETRY_MS);
      }
    }
  };
  void watch();
  return () => stop.abort();
}
