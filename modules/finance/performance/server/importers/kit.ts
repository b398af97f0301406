import { z } from 'zod';

import { Level1, level1Words, Level2, level2Words, type Sign, signText } from '../../contract.ts';

type Named<T extends string> = Readonly<Record<T, string>>;

const both = <T extends string>(
  options: readonly T[],
  words: Readonly<Record<T, { readonly 'zh-CN': string }>>,
): Named<T> => Object.fromEntries(options.map((one) => [one, words[one]['zh-CN']])) as Named<T>;

export const LEVEL1 = both(Level1.options, level1Words);
export const LEVEL2 = both(Level2.options, level2Words);
export const SIGN: Named<Sign> = signText;

/** A cell that holds one of these words, as they are printed in the declaration table. */
export function cellOf<T extends string>(names: Named<T>) {
  const words = Object.values<string>(names);
  return z
    .string()
    .trim()
    .refine((text) => words.includes(text), {
      message: `应为 ${words.join('、')} 之一｜One of ${words.join(', ')}`,
    });
}

/** The code behind a printed word. */
export function codeOf<T extends string>(names: Named<T>, word: string): T {
  const found = (Object.entries(names) as Array<[T, string]>).find(([, name]) => name === word);
  if (found === undefined) throw new Error(`No code for ${word}`);
  return found[0];
}
