import type { Language } from '#web/kit/language.tsx';

import { toYuanText } from '../../contract.ts';

/** An amount in the language of the page. */
export function sayAmount(fen: number, language: Language): string {
  return toYuanText(fen, 'yuan')[language === 'en' ? 'en' : 'zh'];
}
