/** One recording: its name, and how the engine is told to say it. */
export interface Wanted {
  readonly name: string;
  readonly voice: 'cmn-latn-pinyin' | 'en-gb';
  readonly text: string;
}

const CHINESE: ReadonlyArray<readonly [name: string, pinyin: string]> = [
  ['零', 'ling2'],
  ['一', 'yi1'],
  ['二', 'er4'],
  ['三', 'san1'],
  ['四', 'si4'],
  ['五', 'wu3'],
  ['六', 'liu4'],
  ['七', 'qi1'],
  ['八', 'ba1'],
  ['九', 'jiu3'],
  ['十', 'shi2'],
  ['百', 'bai3'],
  ['幺', 'yao1'],
  ['请', 'qing3'],
  ['号', 'hao4'],
  ['到', 'dao4'],
  ['号窗口', 'hao4 chuang1kou3'],
  ['办理', 'ban4li3'],
];

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

const ENGLISH: ReadonlyArray<readonly [name: string, text: string]> = [
  ['ticket', 'ticket number'],
  ['please-go', 'please go to window'],
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (word) => [word, word] as const,
  ),
];

/** Everything that a call can be made of, in Mandarin and in English. */
export const vocabulary: readonly Wanted[] = [
  ...CHINESE.map(([name, text]) => ({ name, voice: 'cmn-latn-pinyin' as const, text })),
  ...LETTERS.map((name) => ({ name, voice: 'en-gb' as const, text: `${name}.` })),
  ...ENGLISH.map(([name, text]) => ({ name, voice: 'en-gb' as const, text })),
];
