import { useLanguage } from '#web/kit/language.tsx';
import { StatusTag, type Tone } from '#web/kit/staff/index.ts';

import { type BadState, badStateWords } from '../../contract.ts';

const tones: Readonly<Record<BadState, Tone>> = {
  rated: 'bad',
  assigned: 'warn',
  contacted: 'busy',
  rectifying: 'busy',
  rectified: 'busy',
  explained: 'busy',
  answered: 'busy',
  'called-back': 'busy',
  'in-review': 'warn',
  excluded: 'idle',
  closed: 'good',
};

export function BadTag({ state }: { readonly state: BadState }) {
  const { say } = useLanguage();
  return <StatusTag tone={tones[state]}>{say(badStateWords[state])}</StatusTag>;
}
