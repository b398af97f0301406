import type { useWords } from '#web/kit/words.ts';

import type { messages } from './messages.ts';

type Say = ReturnType<typeof useWords<(typeof messages)['zh-CN']>>;

/** 3层, 地下1层. */
export const sayFloor = (t: Say, floor: number): string =>
  floor < 0 ? t('basement', { floor: -floor }) : t('floor', { floor });

/** As lifts have it: 3, B1. */
export const sayShortFloor = (floor: number): string =>
  floor < 0 ? ['B', -floor].join('') : String(floor);
