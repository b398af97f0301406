import { StatusTag, type Tone } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { MandateState, PartySummary, Verification } from '../../contract.ts';
import { messages } from './messages.ts';

const LEVEL_TONES: Readonly<Record<Verification, Tone>> = {
  none: 'idle',
  window: 'busy',
  'real-name': 'good',
};

/** How surely it is them, and whether a guardian is needed. */
export function PartyTags({
  party,
}: {
  readonly party: Pick<PartySummary, 'verification' | 'needsGuardian'>;
}) {
  const t = useWords(messages);
  return (
    <>
      <StatusTag tone={LEVEL_TONES[party.verification]}>
        {t(`level.${party.verification}`)}
      </StatusTag>
      {party.needsGuardian ? <StatusTag tone="warn">{t('needsGuardianShort')}</StatusTag> : null}
    </>
  );
}

const STATE_TONES: Readonly<Record<MandateState, Tone>> = {
  current: 'good',
  future: 'busy',
  ended: 'idle',
  revoked: 'bad',
};

export function MandateTag({ state }: { readonly state: MandateState }) {
  const t = useWords(messages);
  return <StatusTag tone={STATE_TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}
