import type { Tone } from '#web/kit/common/index.ts';

import type { CaseState, Light, PaperState } from '../../contract.ts';

/** Each light has a word of its own beside shape and colour: red and dark red share the shape of what went wrong. */
export const lightTones: Readonly<Record<Light, Tone>> = {
  green: 'good',
  yellow: 'warn',
  red: 'bad',
  'dark-red': 'bad',
  grey: 'idle',
};

export const paperTones: Readonly<Record<PaperState, Tone>> = {
  missing: 'idle',
  pending: 'busy',
  accepted: 'good',
  deferred: 'warn',
  unfit: 'bad',
  exempt: 'good',
};

export const stateTones: Readonly<Record<CaseState, Tone>> = {
  draft: 'idle',
  submitted: 'busy',
  received: 'busy',
  correcting: 'warn',
  corrected: 'busy',
  'not-needed': 'idle',
  refused: 'bad',
  accepted: 'busy',
  reviewing: 'busy',
  special: 'warn',
  approved: 'good',
  denied: 'bad',
  certifying: 'busy',
  ready: 'good',
  delivering: 'busy',
  delivered: 'good',
  archived: 'idle',
  'withdraw-pending': 'warn',
  withdrawn: 'idle',
  terminated: 'idle',
  revoked: 'bad',
  transferred: 'idle',
};
