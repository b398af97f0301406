import type { Words } from '../problems/contract.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { isProvince } from './province.ts';
import { toIdentifierText } from './text.ts';

export type DivisionLevel = 'province' | 'city' | 'district' | 'town' | 'village';

/** 行政区划代码: GB/T 2260 (6 digits), GB/T 10114 (9 digits, towns) and the statistical 12 digits (villages). */
export interface Division {
  /** All twelve digits, filled with zeros: what divisions are compared and stored by. */
  readonly code12: string;
  /** The shortest usual form: 6, 9 or 12 digits. */
  readonly code: string;
  readonly level: DivisionLevel;
  /** For towns: 街道, 镇, 乡, or a unit that is not a statutory division (parks, farms). */
  readonly townKind: 'subdistrict' | 'town' | 'township' | 'other' | undefined;
}

export type DivisionReason = 'empty' | 'length' | 'character' | 'province' | 'gap';

// How many of the twelve digits each level fills.
const LEVELS: ReadonlyArray<readonly [DivisionLevel, number]> = [
  ['province', 2],
  ['city', 4],
  ['district', 6],
  ['town', 9],
  ['village', 12],
];

const MESSAGES: Readonly<Record<DivisionReason, Words>> = {
  empty: { 'zh-CN': '请填写行政区划代码。', en: 'Enter the division code.' },
  length: { 'zh-CN': '行政区划代码应为6、9或12位。', en: 'A division code has 6, 9 or 12 digits.' },
  character: { 'zh-CN': '行政区划代码只含数字。', en: 'A division code has digits only.' },
  province: {
    'zh-CN': '行政区划代码前两位不是省级代码。',
    en: 'The first two digits are not the code of a province.',
  },
  gap: {
    'zh-CN': '行政区划代码中上级为零而下级不为零。',
    en: 'The division code names a lower level while a level above it is zero.',
  },
};

/** Takes a code apart, or says why it is none. Whether the division exists is for the register of divisions to say. */
export function parseDivision(text: string): Checked<Division, DivisionReason> {
  const typed = toIdentifierText(text);
  if (typed === '') return refuse(MESSAGES, 'empty');
  if (!/^\d+$/.test(typed)) return refuse(MESSAGES, 'character');
  if (![6, 9, 12].includes(typed.length)) return refuse(MESSAGES, 'length');
  if (!isProvince(typed.slice(0, 2))) return refuse(MESSAGES, 'province');
  const code12 = typed.padEnd(12, '0');
  const [level, digits] = levelOf(code12);
  if (hasGap(code12, digits)) return refuse(MESSAGES, 'gap');
  const code = code12.slice(0, Math.max(6, digits));
  return accept({ code12, code, level, townKind: digits >= 9 ? townKindOf(code12) : undefined });
}

export function isDivision(text: string): boolean {
  return parseDivision(text).ok;
}

/** The code of the division above, in its shortest usual form; undefined for provinces and for text that is no code. */
export function findParentDivision(text: string): string | undefined {
  const parsed = parseDivision(text);
  if (!parsed.ok) return undefined;
  const place = LEVELS.findIndex(([level]) => level === parsed.value.level);
  const above = LEVELS[place - 1];
  return above === undefined
    ? undefined
    : parsed.value.code12.slice(0, above[1]).padEnd(Math.max(6, above[1]), '0');
}

/** Whether `inner` is `outer` itself or lies in it; false when either is no code. */
export function isWithinDivision(inner: string, outer: string): boolean {
  const [innerParsed, outerParsed] = [parseDivision(inner), parseDivision(outer)];
  if (!innerParsed.ok || !outerParsed.ok) return false;
  const [, digits] = levelOf(outerParsed.value.code12);
  return innerParsed.value.code12.startsWith(outerParsed.value.code12.slice(0, digits));
}

function levelOf(code12: string): readonly [DivisionLevel, number] {
  return (
    LEVELS.findLast(
      ([, digits], index) => Number(code12.slice(LEVELS[index - 1]?.[1] ?? 0, digits)) > 0,
    ) ?? ['province', 2]
  );
}

// Cities without districts (Dongguan 441900) have towns directly below, so a zero district is no gap.
function hasGap(code12: string, digits: number): boolean {
  return (
    (digits > 4 && code12.slice(2, 4) === '00') || (digits === 12 && code12.slice(6, 9) === '000')
  );
}

function townKindOf(code12: string): Division['townKind'] {
  const town = Number(code12.slice(6, 9));
  if (town < 100) return 'subdistrict';
  if (town < 200) return 'town';
  return town < 400 ? 'township' : 'other';
}
