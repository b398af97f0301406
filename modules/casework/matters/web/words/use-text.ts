import { useCallback } from 'react';

import { type Language, useLanguage } from '#web/kit/language.tsx';

import type { Text } from '../../contract.ts';

/** The words in a language; Chinese where there is no English. */
export function toWords(text: Text, language: Language): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh;
}

/** Says the words of a matter in the language of the page. */
export function useText(): (text: Text) => string {
  const { language } = useLanguage();
  return useCallback((text) => toWords(text, language), [language]);
}
