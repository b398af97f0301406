import { pinyin } from 'pinyin-pro';

import type { BusinessNow } from '../../contract.ts';

/** First letters of the pinyin and of the English name: what the letter keys of a machine search. */
export function initialsOf(business: Pick<BusinessNow, 'nameZh' | 'nameEn'>): readonly string[] {
  const chinese = pinyin(business.nameZh, { pattern: 'first', toneType: 'none', type: 'array' });
  const english = business.nameEn.split(/[^A-Za-z]+/).map((word) => word.charAt(0));
  return [chinese.join(''), english.join('')].map((text) => text.toLowerCase());
}

/** The businesses that letters or words lead to, in their order; all without any. */
export function findBusinesses<T extends BusinessNow>(
  businesses: readonly T[],
  text: string,
): readonly T[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return businesses;
  return businesses.filter((business) => {
    const words = [
      business.nameZh,
      business.nameEn,
      business.hintZh,
      business.hintEn,
      business.letter,
    ];
    return (
      initialsOf(business).some((initials) => initials.includes(wanted)) ||
      words.some((word) => word.toLowerCase().includes(wanted))
    );
  });
}
