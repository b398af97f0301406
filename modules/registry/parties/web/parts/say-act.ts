import type { Say } from '#web/kit/words.ts';

import { messages } from './messages.ts';

type Table = (typeof messages)['zh-CN'];

/** The words of an act of the history; one that this page does not know yet has a word too. */
export function sayAct(t: Say<Table>, act: string): string {
  const key = `act.${act}`;
  return key in messages['zh-CN'] ? t(key as 'act.other') : t('act.other');
}
