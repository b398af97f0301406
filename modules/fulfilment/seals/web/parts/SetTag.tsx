import { StatusTag, type Tone, useLanguage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type SealSet, type SetState, stateWords } from '../../contract.ts';
import { messages } from './messages.ts';

const TONES: Readonly<Record<SetState, Tone>> = {
  eligible: 'idle',
  applied: 'warn',
  dispatched: 'busy',
  accepted: 'busy',
  filed: 'busy',
  engraved: 'busy',
  'handed-over': 'warn',
  'at-centre': 'warn',
  sent: 'busy',
  signed: 'good',
  lapsed: 'idle',
  cancelled: 'idle',
};

/** Where a set stands, with its light when that says something. */
export function SetTag({
  set,
}: {
  readonly set: Pick<SealSet, 'state' | 'light' | 'isRemake' | 'isOutdated'>;
}) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <span className="ow-seal-tags">
      <StatusTag tone={TONES[set.state]}>{say(stateWords[set.state])}</StatusTag>
      {set.light === 'green' ? null : (
        <StatusTag tone={set.light === 'red' ? 'bad' : 'warn'}>{t(`light.${set.light}`)}</StatusTag>
      )}
      {set.isRemake ? <StatusTag tone="warn">{t('remake')}</StatusTag> : null}
      {set.isOutdated ? <StatusTag tone="warn">{t('outdated')}</StatusTag> : null}
    </span>
  );
}
