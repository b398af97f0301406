import { StatusTag, type Tone } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { LeaveStatus, PersonState, Standing } from '../../contract.ts';
import { messages } from './messages.ts';

/** How each standing of a window looks; the shape differs too. */
const standingTones = {
  a: 'good',
  b: 'busy',
  uncovered: 'bad',
  unstaffed: 'idle',
} as const satisfies Readonly<Record<Standing, Tone>>;

export function StandingTag({ standing }: { readonly standing: Standing }) {
  const t = useWords(messages);
  return <StatusTag tone={standingTones[standing]}>{t(`standing.${standing}`)}</StatusTag>;
}

const leaveTones = {
  requested: 'busy',
  approved: 'good',
  refused: 'bad',
  cancelled: 'idle',
} as const satisfies Readonly<Record<LeaveStatus, Tone>>;

export function LeaveTag({ status }: { readonly status: LeaveStatus }) {
  const t = useWords(messages);
  return <StatusTag tone={leaveTones[status]}>{t(`status.${status}`)}</StatusTag>;
}

export function PersonTag({ state }: { readonly state: PersonState }) {
  const t = useWords(messages);
  return <StatusTag tone={state === 'working' ? 'good' : 'idle'}>{t(`state.${state}`)}</StatusTag>;
}
