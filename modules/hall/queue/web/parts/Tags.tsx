import { StatusTag, type Tone, useLanguage } from '#web/kit/public/index.ts';

import {
  type Light,
  type TicketState,
  ticketStateWords,
  type WindowState,
  windowStateWords,
} from '../../contract.ts';

const TICKET: Readonly<Record<TicketState, Tone>> = {
  waiting: 'busy',
  called: 'warn',
  serving: 'good',
  held: 'warn',
  missed: 'bad',
  done: 'idle',
  left: 'idle',
  expired: 'idle',
};

export const WINDOW_TONES: Readonly<Record<WindowState, Tone>> = {
  offline: 'idle',
  idle: 'good',
  calling: 'warn',
  serving: 'busy',
  paused: 'warn',
  closed: 'bad',
};

/** A line against its targets. */
export const LIGHT_TONES: Readonly<Record<Light, Tone>> = {
  green: 'good',
  yellow: 'warn',
  red: 'bad',
};

/** The state of a ticket by word, shape and colour. */
export function TicketTag({ state }: { readonly state: TicketState }) {
  const { language } = useLanguage();
  return <StatusTag tone={TICKET[state]}>{ticketStateWords[state][language]}</StatusTag>;
}

/** What a window does. */
export function WindowTag({ state }: { readonly state: WindowState }) {
  const { language } = useLanguage();
  return <StatusTag tone={WINDOW_TONES[state]}>{windowStateWords[state][language]}</StatusTag>;
}
