import { toHalfWidth } from '#kernel/ids/text.ts';

/** An address taken apart. Numbers are Arabic, without leading noughts; what is missing is the empty text. */
export interface AddressParts {
  readonly road: string;
  /** 弄, 支弄. */
  readonly lane: string;
  readonly sublane: string;
  /** 号. */
  readonly number: string;
  /** 幢, 栋, 座, 号楼. */
  readonly block: string;
  /** 单元. */
  readonly entrance: string;
  /** 层, 楼; below ground with B. */
  readonly floor: string;
  /** 室, 房, 铺, 间. */
  readonly room: string;
  /** What none of these says. */
  readonly rest: string;
}

const NONE: AddressParts = {
  road: '',
  lane: '',
  sublane: '',
  number: '',
  block: '',
  entrance: '',
  floor: '',
  room: '',
  rest: '',
};

type Part = Exclude<keyof AddressParts, 'road' | 'rest'>;

/** Units of an address with all the words for them; the first is how it is written here. */
const UNITS: ReadonlyArray<readonly [Part, readonly string[]]> = [
  ['sublane', ['支弄']],
  ['lane', ['弄']],
  ['block', ['幢', '号楼', '栋', '座', '大楼']],
  ['entrance', ['单元', '门']],
  ['floor', ['层', '楼', 'F']],
  ['room', ['室', '房间', '房', '商铺', '铺', '间']],
  ['number', ['号', '#']],
];

const DIGITS = '零一二三四五六七八九';
const PLACES: ReadonlyMap<string, number> = new Map([
  ['千', 1000],
  ['百', 100],
  ['十', 10],
]);
const NUMERAL = '[零〇一二两三四五六七八九十百千]';
const UNIT_WORDS = UNITS.flatMap(([, words]) => words)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const BEFORE_UNIT = new RegExp(`${NUMERAL}+(?=(?:${UNIT_WORDS}))`, 'gu');
const TOKEN = new RegExp(`([0-9A-Z]+(?:-[0-9A-Z]+)*[甲乙丙丁]?)(${UNIT_WORDS})?`, 'gu');

/** What stands for other districts than the one that everything here lies in, and says nothing between two addresses of it. */
const PREFIX =
  /^(?:中国)?(?:\p{Script=Han}{2,4}?(?:省|自治区))?(?:\p{Script=Han}{2,4}?市)?(?:\p{Script=Han}{1,3}?(?<![小社园业发校厂街库景山])[区县])?(?:\p{Script=Han}{2,5}?(?:街道|镇|乡)(?![东南西北中一二三四五六七八九]?[路街道]))?/u;

/** 二百零五 and 二〇五 are both 205. Answers undefined for what is no number. */
export function toArabic(text: string): number | undefined {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (!/[十百千]/u.test(plain)) {
    const digits = Array.from(plain, (sign) => DIGITS.indexOf(sign));
    return digits.includes(-1) || digits.length === 0 ? undefined : Number(digits.join(''));
  }
  let total = 0;
  let digit = 0;
  for (const sign of plain) {
    const place = PLACES.get(sign) ?? 0;
    if (place === 0) digit = DIGITS.indexOf(sign);
    else {
      total += (digit === 0 ? 1 : digit) * place;
      digit = 0;
    }
  }
  return total + digit;
}

/** One way of writing: half-width capitals, no spaces and signs, Arabic numbers, no names of province to town. */
function toPlain(text: string): string {
  return toHalfWidth(text)
    .toUpperCase()
    .replaceAll(/[（(][^）)]*[）)]/gu, '')
    .replaceAll(/[—–－~～至]/gu, '-')
    .replaceAll(/[\s,，.。、·'"“”]/gu, '')
    .replace(PREFIX, '')
    .replaceAll(/(?:地下|负)(?=[零〇一二两三四五六七八九十0-9])/gu, 'B')
    .replaceAll(/第(?=[零〇一二两三四五六七八九十0-9])/gu, '')
    .replaceAll(BEFORE_UNIT, (numeral) => String(toArabic(numeral) ?? numeral));
}

const trimNoughts = (value: string): string =>
  value
    .split('-')
    .map((part) => part.replace(/^0+(?=\d)/u, '').replace(/^([A-Z]+)0+(?=\d)/u, '$1'))
    .join('-');

/** Takes an address apart as it is written in this country: road, 弄, 号, 幢, 层, 室. */
export function parseAddress(text: string): AddressParts {
  const plain = toPlain(text);
  const begins = /[0-9A-Z]/u.exec(plain)?.index ?? plain.length;
  const parts: Record<keyof AddressParts, string> = { ...NONE, road: plain.slice(0, begins) };
  const found = plain.slice(begins);
  let rest = '';
  let last = 0;
  for (const match of found.matchAll(TOKEN)) {
    const [whole, value = '', word] = match;
    rest += found.slice(last, match.index);
    last = match.index + whole.length;
    const part = word === undefined ? 'room' : partOf(word);
    if (parts[part] === '') parts[part] = trimNoughts(value);
    else rest += whole;
  }
  parts.rest = rest + found.slice(last);
  return isFloorSaidTwice(parts) ? { ...parts, floor: '' } : parts;
}

const partOf = (word: string): Part =>
  UNITS.find(([, words]) => words.includes(word))?.[0] ?? 'room';

/** 3层301室 says no more than 301室. */
const isFloorSaidTwice = ({ floor, room }: AddressParts): boolean =>
  floor !== '' &&
  /^[0-9A-Z]{2,}$/u.test(room) &&
  room.length > floor.length &&
  room.startsWith(floor);

const NAME: Readonly<Record<Part, string>> = {
  lane: '弄',
  sublane: '支弄',
  number: '号',
  block: '幢',
  entrance: '单元',
  floor: '层',
  room: '室',
};

const ORDER: readonly Part[] = ['lane', 'sublane', 'number', 'block', 'entrance', 'floor', 'room'];

/** The address as it is written here; reads back as the same parts. */
export function formatAddress(parts: AddressParts): string {
  const said = ORDER.filter((part) => parts[part] !== '').map((part) => parts[part] + NAME[part]);
  return parts.road + said.join('') + parts.rest;
}

/** Two addresses with the same key are one place. */
export function addressKey(text: string): string {
  const parts = parseAddress(text);
  return [parts.road, ...ORDER.map((part) => parts[part]), parts.rest].join('|');
}

/** The address of a unit: that of its building, and its room. */
export function unitAddress(standardAddress: string, roomNo: string): string {
  const room = roomNo.trim();
  return `${standardAddress.trim()}${room}${/[室铺号房间座位]$/u.test(room) ? '' : '室'}`;
}
