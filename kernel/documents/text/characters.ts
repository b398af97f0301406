/**
 * What a character may do at a line's edge.
 *
 * - `opening`: never ends a line (前引号、前括号、货币符号、选择框)
 * - `closing`: never starts a line (点号、后引号、后括号、连接号、间隔号)
 * - `letter`: part of a word or a number, which is kept whole
 * - `space`: a line may end after it and then it takes no room
 * - `glue`: keeps its neighbours together
 * - `free`: a line may break on either side (汉字)
 *
 * Source: GB/T 15834-2011 标点符号用法, 5.1.
 */
export type CharacterClass = 'opening' | 'closing' | 'letter' | 'space' | 'glue' | 'free';

const OPENING = new Set('（〔［｛〈《「『【〖“‘([{￥＄￡¥$£№□☐☑☒');
const CLOSING = new Set('，。、；：？！）〕］｝〉》」』】〗”’·…—～－／‐–％‰℃°,.;:?!)]}%々〻ー〜・');
const GLUE = new Set('\u00a0\u202f\u2060');
const SPACE = new Set(' \t\u2002\u2003\u2009\u200b');

/** Full-width marks whose ink is in the right half of the square: the left half is empty. */
const RIGHT_HALF = new Set('（〔［｛〈《「『【〖“‘');
/** Full-width marks whose ink is in the left half of the square: the right half is empty. */
const LEFT_HALF = new Set('，。、；：？！）〕］｝〉》」』】〗”’');

/** Marks outside the Chinese blocks that Chinese text sets in a full square. */
const FULL_WIDTH = new Set('—…‰℃□☐☑☒');

const LETTER = /^[\p{L}\p{N}\p{M}]$/u;
const LETTER_LIKE = new Set('\'"#&*+-/<=>@\\^_`|~§©®±×÷√≤≥≠');
const HAN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef\u2460-\u24ff\u3200-\u33ff]$/u;

/** The class of one character (one code point). */
export function classOf(character: string): CharacterClass {
  if (SPACE.has(character)) return 'space';
  if (GLUE.has(character)) return 'glue';
  if (OPENING.has(character)) return 'opening';
  if (CLOSING.has(character)) return 'closing';
  if (HAN.test(character)) return 'free';
  if (LETTER_LIKE.has(character) || LETTER.test(character)) return 'letter';
  return 'free';
}

/** Which half of a full-width mark's square is empty, if one is. */
export function emptyHalfOf(character: string): 'left' | 'right' | undefined {
  if (RIGHT_HALF.has(character)) return 'left';
  if (LEFT_HALF.has(character)) return 'right';
  return undefined;
}

/** Whether it is a Chinese character (or kana, Hangul): between one and a Latin letter goes a thin gap. */
export function isIdeograph(character: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(character);
}

/** Whether it takes a full square: characters and marks of Chinese, not the wide ones of Latin such as m and @. */
export function isFullWidth(character: string): boolean {
  return HAN.test(character) || emptyHalfOf(character) !== undefined || FULL_WIDTH.has(character);
}

/** Whether it is a Latin, Greek or Cyrillic letter or a digit. */
export function isWestern(character: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]$/u.test(character);
}

/**
 * Whether a character is an instruction without a shape: controls, zero-width joiners, variation selectors,
 * byte order marks. They take no room and are never reported as missing.
 */
export function isInvisible(character: string): boolean {
  return /^[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2028\u2029]$/u.test(character);
}

/** Whether a character is set upon the one before it (accents). */
export function isCombining(character: string): boolean {
  return /^\p{M}$/u.test(character) && !isInvisible(character);
}
