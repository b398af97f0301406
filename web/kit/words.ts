import { useMemo } from 'react';

import { type Language, useLanguage } from './language.tsx';

/** The sentences of one folder in both languages; `Z` is the Chinese table, from which keys and places are read. */
export interface Messages<Z extends Record<string, string> = Record<string, string>> {
  readonly 'zh-CN': Z;
  readonly en: { readonly [K in keyof Z]: string };
}

/** The names in `{braces}` of a sentence; a plural place `{n|one|many}` counts by its name. */
export type PlacesOf<S extends string> = S extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}|${string}` ? Name : Place) | PlacesOf<Rest>
  : never;

export type Value = string | number | bigint;

type Values<S extends string> = [PlacesOf<S>] extends [never]
  ? [values?: undefined]
  : [values: { readonly [P in PlacesOf<S>]: Value }];

/** Says one sentence of a table in the chosen language. */
export interface Say<Z extends Record<string, string>> {
  <K extends keyof Z & string>(key: K, ...values: Values<Z[K]>): string;
  readonly language: Language;
}

/** Declares the words of a folder: the same keys in both languages, or it does not compile. */
export function defineMessages<const Z extends Record<string, string>>(messages: {
  readonly 'zh-CN': Z;
  readonly en: { readonly [K in keyof Z]: string };
}): Messages<Z> {
  return messages;
}

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/**
 * Fills the places of a sentence: `{name}` by its value, numbers grouped as the language does;
 * `{count|person|people}` by the first word for one and the second for any other number.
 */
export function fillPlaces(
  sentence: string,
  language: Language,
  values: Readonly<Record<string, Value>> = {},
): string {
  return sentence.replaceAll(PLACE, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one !== undefined) return Number(value) === 1 ? one : (many ?? one);
    return typeof value === 'string' ? value : new Intl.NumberFormat(language).format(value);
  });
}

/** Binds a table of words to a language, for code outside components. */
export function sayIn<Z extends Record<string, string>>(
  messages: Messages<Z>,
  language: Language,
): Say<Z> {
  const table: { readonly [K in keyof Z]: string } = messages[language];
  const say = (key: keyof Z & string, values?: Readonly<Record<string, Value>>) =>
    fillPlaces(table[key], language, values);
  return Object.assign(say, { language }) as Say<Z>;
}

/** The words of a folder in the language chosen on the page: `const t = useWords(messages)`. */
export function useWords<Z extends Record<string, string>>(messages: Messages<Z>): Say<Z> {
  const { language } = useLanguage();
  return useMemo(() => sayIn(messages, language), [messages, language]);
}
