import type { PageKey } from '#web/kit/pages.ts';

/** What can be pressed at the window. */
export const keys = {
  next: { keys: 'n F9', does: { 'zh-CN': '叫下一位', en: 'Call the next' } },
  recall: { keys: 'r', does: { 'zh-CN': '重呼', en: 'Call again' } },
  start: { keys: 's', does: { 'zh-CN': '开始办理', en: 'Begin service' } },
  intake: { keys: 'i', does: { 'zh-CN': '收件', en: 'Take in an application' } },
  accepted: { keys: '1', does: { 'zh-CN': '办结：收件受理', en: 'Finish: taken in' } },
  collected: { keys: '2', does: { 'zh-CN': '办结：领证取件', en: 'Finish: result collected' } },
  consulted: { keys: '3', does: { 'zh-CN': '办结：咨询', en: 'Finish: advice given' } },
  other: { keys: '4', does: { 'zh-CN': '办结：其他', en: 'Finish: other' } },
  refused: { keys: '5', does: { 'zh-CN': '办结：未予收件', en: 'Finish: not taken in' } },
  wrong: { keys: '6', does: { 'zh-CN': '办结：取错事项', en: 'Finish: wrong line' } },
} as const satisfies Readonly<Record<string, PageKey>>;

/** A button's word with the key that presses it. */
export const withKey = (word: string, { keys: names }: PageKey): string =>
  `${word} (${(names.split(' ')[0] ?? '').toUpperCase()})`;
