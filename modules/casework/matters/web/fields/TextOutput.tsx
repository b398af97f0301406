import { useLanguage } from '#web/kit/language.tsx';

import { kindOf } from '../../contract.ts';
import type { OutputProps } from './input-props.ts';
import { useSurroundings } from './surroundings.ts';

/** What a value reads as. */
export function TextOutput({ field, value }: OutputProps) {
  const { language } = useLanguage();
  const { towns } = useSurroundings();
  const divisionName = (code: string) => {
    const town = towns.find((one) => one.code === code);
    return language === 'en' ? town?.nameEn : town?.nameZh;
  };
  const shown = kindOf(field).toText(field, value, { divisionName });
  return <span>{language === 'en' ? shown.en : shown.zh}</span>;
}
