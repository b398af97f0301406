import {
  compoundSurnames,
  familyNames,
  firstCharacters,
  lastCharacters,
  rareNames,
} from './name-parts.ts';
import { type Dice, itemAt } from './random.ts';

export type Sex = 'male' | 'female';

export interface PersonName {
  nameZh: string;
  /** As in a passport: family name first, Lyu for 吕. */
  nameEn: string;
  /** Syllables for search, as typed: lower case, `v` for ü. */
  namePinyin: string;
}

/** A written part of a name and its reading. */
export type Part = readonly [text: string, pinyin: string];

/** A family name; about one in fifty has two characters. */
export function pickFamily(dice: Dice): Part {
  if (dice.chance(0.02)) return dice.pick(compoundSurnames);
  const [text, pinyin] = dice.pickWeighted(familyNames.map((name) => [name, name[2]] as const));
  return [text, pinyin];
}

export function makeName(dice: Dice, sex: Sex, family: Part = pickFamily(dice)): PersonName {
  const given = dice.chance(0.02) ? [dice.pick(rareNames[sex])] : makeGiven(dice, sex);
  return joinName(family, given);
}

function joinName(family: Part, given: readonly Part[]): PersonName {
  const syllables = given.map(([, pinyin]) => pinyin);
  return {
    nameZh: family[0] + given.map(([text]) => text).join(''),
    nameEn: `${inPassport(family[1].replaceAll(' ', ''))} ${inPassport(syllables.join(''))}`,
    namePinyin: [family[1], ...syllables].join(' '),
  };
}

function makeGiven(dice: Dice, sex: Sex): Part[] {
  const last = dice.pick(lastCharacters[sex]);
  const first = dice.pick(firstCharacters[sex]);
  return dice.chance(0.25) || first[0] === last[0] ? [last] : [first, last];
}

/** `v` becomes `yu` after n and l, and the word begins with a capital. */
function inPassport(pinyin: string): string {
  const word = pinyin.replaceAll('v', 'yu');
  return itemAt(word.split(''), 0).toUpperCase() + word.slice(1);
}
