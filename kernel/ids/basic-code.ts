import type { Words } from '../problems/contract.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { isProvince } from './province.ts';
import { toIdentifierText } from './text.ts';

/** 基本编码: 12 characters of the national catalogue, taken apart. */
export interface BasicCode {
  readonly code: string;
  /** 00 is national, otherwise the first two digits of a province. */
  readonly region: string;
  /** GB/T 39046-2020 A.1, e.g. 01 行政许可, 20 公共服务事项. */
  readonly type: string;
  readonly department: string;
  /** 主项 */
  readonly mainItem: string;
  /** 子项; undefined where the item has none (000). */
  readonly subItem: string | undefined;
}

export type BasicCodeReason = 'empty' | 'length' | 'character' | 'region' | 'type';

export interface BasicCodeOptions {
  /** Local extensions of the type list (11 to 19, 21 to 99) that this place uses. None unless given. */
  readonly extraTypes?: readonly string[];
}

const TYPES = new Set(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20']);

const MESSAGES: Readonly<Record<BasicCodeReason, Words>> = {
  empty: { 'zh-CN': '请填写基本编码。', en: 'Enter the basic code.' },
  length: { 'zh-CN': '基本编码应为12位。', en: 'A basic code has 12 characters.' },
  character: {
    'zh-CN': '基本编码只含数字和大写字母。',
    en: 'A basic code has digits and capital letters only.',
  },
  region: {
    'zh-CN': '基本编码前两位应为00（国家）或省级代码。',
    en: 'A basic code begins with 00 (national) or the code of a province.',
  },
  type: {
    'zh-CN': '基本编码第3、4位不是事项类型代码（01至10、20）。',
    en: 'Characters 3 and 4 of a basic code are not an item type (01 to 10, 20).',
  },
};

/** Takes a code apart, or says why it is none. */
export function parseBasicCode(
  text: string,
  options: BasicCodeOptions = {},
): Checked<BasicCode, BasicCodeReason> {
  const code = toIdentifierText(text);
  if (code === '') return refuse(MESSAGES, 'empty');
  if (code.length !== 12) return refuse(MESSAGES, 'length');
  if (!/^[0-9A-Z]+$/.test(code)) return refuse(MESSAGES, 'character');
  const region = code.slice(0, 2);
  if (region !== '00' && !isProvince(region)) return refuse(MESSAGES, 'region');
  const type = code.slice(2, 4);
  if (!TYPES.has(type) && options.extraTypes?.includes(type) !== true)
    return refuse(MESSAGES, 'type');
  const subItem = code.slice(9);
  return accept({
    code,
    region,
    type,
    department: code.slice(4, 6),
    mainItem: code.slice(6, 9),
    subItem: subItem === '000' ? undefined : subItem,
  });
}

export function isBasicCode(text: string, options: BasicCodeOptions = {}): boolean {
  return parseBasicCode(text, options).ok;
}
