import { StatusTag, type Tone, useLanguage } from '#web/kit/public/index.ts';

import { type ParcelState, stateWords } from '../../contract.ts';

const TONES: Readonly<Record<ParcelState, Tone>> = {
  waiting: 'warn',
  ordered: 'warn',
  handed: 'busy',
  collected: 'busy',
  moving: 'busy',
  delivering: 'busy',
  problem: 'bad',
  returning: 'warn',
  signed: 'good',
  returned: 'warn',
  lost: 'bad',
  damaged: 'bad',
  closed: 'idle',
  cancelled: 'idle',
};

export function ParcelTag({ state }: { readonly state: ParcelState }) {
  const { say } = useLanguage();
  return <StatusTag tone={TONES[state]}>{say(stateWords[state])}</StatusTag>;
}
