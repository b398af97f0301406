import type { Words } from '../../problems/contract.ts';
import { HOLIDAY_NAMES } from '../holidays/names.ts';

const KNOWN: readonly Words[] = Object.values(HOLIDAY_NAMES);

/** A holiday in both languages by its Chinese name; several in one are joined, an unknown one keeps its Chinese name. */
export function toHolidayName(text: string): Words {
  const zh = text.trim();
  const whole = findKnown(zh);
  if (whole !== undefined) return whole;
  const parts = zh.split(/[、和与]/).map((part) => findKnown(part.trim())?.en);
  return { 'zh-CN': zh, en: parts.includes(undefined) ? zh : parts.join(' and ') };
}

const findKnown = (zh: string) =>
  KNOWN.find((name) => name['zh-CN'] === zh || name['zh-CN'] === `${zh}节`);
