import { StatusTag, type Tone } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { BookingState } from '../../contract.ts';
import { messages } from './messages.ts';

const TONES: Readonly<Record<BookingState, Tone>> = {
  booked: 'busy',
  arrived: 'good',
  missed: 'bad',
  cancelled: 'idle',
};

/** The state of an appointment by shape, word and colour. */
export function StateTag({
  state,
  isExcused = false,
}: {
  readonly state: BookingState;
  readonly isExcused?: boolean;
}) {
  const t = useWords(messages);
  return (
    <StatusTag tone={isExcused ? 'idle' : TONES[state]}>
      {isExcused ? t('excused') : t(`state.${state}`)}
    </StatusTag>
  );
}
