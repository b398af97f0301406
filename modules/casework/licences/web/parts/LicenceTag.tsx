import { StatusTag, type Tone } from '#web/kit/common/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { LicenceState } from '../../contract.ts';
import { messages } from './messages.ts';

export const TONES: Readonly<Record<LicenceState, Tone>> = {
  valid: 'good',
  suspended: 'warn',
  revoked: 'bad',
  cancelled: 'bad',
  expired: 'bad',
  superseded: 'idle',
};

/** The state of a licence by shape, word and colour. */
export function LicenceTag({ state }: { readonly state: LicenceState }) {
  const t = useWords(messages);
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}
