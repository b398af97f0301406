import type { Language } from '#web/kit/language.tsx';

import { memberOf } from '../../fields/input-props.ts';

const NAMES = ['name', 'text', 'label', 'title', 'question'];
const TEXTS = ['law', 'itemCode', 'siteCode', 'field', 'member', 'key', 'from', 'kind'];

/** What an entry of a list is called; undefined when it has no name yet. */
export function entryName(entry: unknown, language: Language): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const held = entry as Readonly<Record<string, unknown>>;
  const words = NAMES.map((name) => {
    const zh = memberOf(held[name], 'zh');
    return language === 'en' ? memberOf(held[name], 'en') || zh : zh;
  });
  return [...words, ...TEXTS.map((name) => memberOf(held, name))].find((text) => text !== '');
}
