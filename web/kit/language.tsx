import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';

import type { Locale, Words } from '#kernel/problems/contract.ts';

import { readSetting, writeSetting } from './settings.ts';

/** The languages in which every page can be read. */
export type Language = Locale;

export const languages: readonly Language[] = ['zh-CN', 'en'];

interface LanguageState {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The sentence of a `Words` pair in the chosen language. */
  readonly say: (words: Words) => string;
}

const LanguageContext = createContext<LanguageState | undefined>(undefined);

const SETTING = 'language';

function isLanguage(text: string | undefined): text is Language {
  return text === 'zh-CN' || text === 'en';
}

/** The language chosen on this machine; undefined when nobody chose. */
export function findChosenLanguage(): Language | undefined {
  const kept = readSetting(SETTING);
  return isLanguage(kept) ? kept : undefined;
}

/** The language remembered on this machine, else the browser's, else Chinese. */
export function findLanguage(): Language {
  const kept = findChosenLanguage();
  if (kept !== undefined) return kept;
  const wanted = navigator.languages.find((tag) => /^(?:zh|en)\b/i.test(tag));
  return wanted !== undefined && /^en\b/i.test(wanted) ? 'en' : 'zh-CN';
}

let current: Language = 'zh-CN';

/** The language of the page now, for code outside components (the HTTP client). */
export function currentLanguage(): Language {
  return current;
}

/** Chooses the language before anything is drawn, so that the first request already asks in it. */
export function startLanguage(): Language {
  current = findLanguage();
  document.documentElement.lang = current;
  return current;
}

/** Holds the language of a surface; sets `<html lang>` and remembers the choice on this machine. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState<Language>(startLanguage);
  const setLanguage = useCallback((next: Language) => {
    current = next;
    writeSetting(SETTING, next);
    choose(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const state = useMemo<LanguageState>(
    () => ({ language, setLanguage, say: (words) => words[language] }),
    [language, setLanguage],
  );
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (!state) throw new Error('useLanguage needs a LanguageProvider above it');
  return state;
}
