import { useLanguage } from '#web/kit/language.tsx';

import type { Rate, Text } from '../../contract.ts';

/** A share as a percentage with one decimal; `none` where there was nothing to divide by. */
export function usePercent(none: string): (rate: Rate) => string {
  const { language } = useLanguage();
  return ({ value }) =>
    value === null
      ? none
      : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
          value,
        );
}

/** Text of a matter in the chosen language, Chinese where there is no other. */
export function useSayText(): (text: Text | null) => string {
  const { language } = useLanguage();
  return (text) => (language === 'en' ? text?.en : undefined) ?? text?.zh ?? '';
}

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** A name in the chosen language. */
export function useSayName(): (named: Named | null) => string {
  const { language } = useLanguage();
  return (named) => (language === 'en' ? named?.nameEn : named?.nameZh) ?? '';
}
