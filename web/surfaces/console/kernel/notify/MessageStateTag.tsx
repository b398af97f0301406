import type { MessageState } from '#kernel/notify/contract.ts';

import { StatusTag, type Tone } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

const tones: Readonly<Record<MessageState, Tone>> = {
  waiting: 'busy',
  sent: 'good',
  shown: 'idle',
  failed: 'bad',
};

/** Whether a message has left. */
export function MessageStateTag({ state }: { readonly state: MessageState }) {
  const t = useWords(messages);
  return <StatusTag tone={tones[state]}>{t(state)}</StatusTag>;
}
