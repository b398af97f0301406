import { StatusTag, type Tone } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { EditionState } from '../../../contract.ts';
import { messages } from './messages.ts';

const TONES: Readonly<Record<EditionState, Tone>> = {
  draft: 'busy',
  'in-review': 'warn',
  published: 'good',
  superseded: 'idle',
  withdrawn: 'bad',
};

/** Where an edition stands, by shape and word. */
export function EditionStateTag({ state }: { readonly state: EditionState }) {
  const t = useWords(messages);
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}
