import { useLanguage } from '#web/kit/language.tsx';
import { StatusTag, type Tone } from '#web/kit/public/index.ts';

import { type State, stateWords } from '../../contract.ts';

const tones: Readonly<Record<State, Tone>> = {
  received: 'warn',
  'return-requested': 'warn',
  returned: 'idle',
  accepted: 'warn',
  contacted: 'busy',
  replied: 'busy',
  reviewed: 'busy',
  'called-back': 'busy',
  closed: 'good',
};

export function StateTag({ state }: { readonly state: State }) {
  const { say } = useLanguage();
  return <StatusTag tone={tones[state]}>{say(stateWords[state])}</StatusTag>;
}
