import type { Card } from '../card.ts';

/** What guides are narrowed and counted by, as numbers: ten thousand are gone through for one search. */
export interface Features {
  readonly isBundle: Uint8Array;
  /** 1 for people, 2 for firms, 3 for both. */
  readonly serves: Uint8Array;
  readonly department: Uint16Array;
  readonly themes: ReadonlyArray<readonly number[]>;
  readonly departmentCodes: readonly string[];
  readonly departmentNames: readonly string[];
  readonly themeKeys: readonly string[];
}

export const PERSON = 1;
export const FIRM = 2;

export function toFeatures(cards: readonly Card[]): Features {
  const departmentCodes = [...new Set(cards.map((card) => card.departmentCode))];
  const themeKeys = [...new Set(cards.flatMap((card) => card.themes))];
  const departmentNumber = new Map(departmentCodes.map((code, number) => [code, number]));
  const themeNumber = new Map(themeKeys.map((key, number) => [key, number]));
  const names = new Map(cards.map((card) => [card.departmentCode, card.departmentName]));
  return {
    isBundle: Uint8Array.from(cards, (card) => (card.kind === 'bundle' ? 1 : 0)),
    serves: Uint8Array.from(cards, servesOf),
    department: Uint16Array.from(cards, (card) => departmentNumber.get(card.departmentCode) ?? 0),
    themes: cards.map((card) => card.themes.map((key) => themeNumber.get(key) ?? 0)),
    departmentCodes,
    departmentNames: departmentCodes.map((code) => names.get(code) ?? code),
    themeKeys,
  };
}

function servesOf({ serviceObjects }: Card): number {
  const person = serviceObjects.includes('1') ? PERSON : 0;
  const firm = serviceObjects.some((object) => object !== '1') ? FIRM : 0;
  return person + firm;
}
