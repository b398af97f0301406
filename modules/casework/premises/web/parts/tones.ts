import type { Tone } from '#web/kit/common/index.ts';

import type { Stage, Standing, UnitState } from '../../contract.ts';

export const unitTone: Readonly<Record<UnitState, Tone>> = {
  free: 'good',
  part: 'busy',
  full: 'idle',
  suspended: 'bad',
  expired: 'warn',
  excluded: 'idle',
};

export const standingTone: Readonly<Record<Standing, Tone>> = {
  none: 'idle',
  filed: 'good',
  suspended: 'bad',
  revoked: 'bad',
  expired: 'warn',
};

export const stageTone: Readonly<Record<Stage, Tone>> = {
  none: 'idle',
  draft: 'idle',
  submitted: 'busy',
  'town-check': 'busy',
  'regulator-check': 'busy',
  returned: 'warn',
};
