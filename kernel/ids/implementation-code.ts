import type { Words } from '../problems/contract.ts';
import {
  parseBasicCode,
  type BasicCode,
  type BasicCodeOptions,
  type BasicCodeReason,
} from './basic-code.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { toIdentifierText } from './text.ts';
import { parseUscc, type Uscc, type UsccReason } from './uscc.ts';

/** 行使层级, GB/T 39046-2020 A.2: 1 national, 2 provincial, 3 municipal, 4 county, 5 town, 6 village, 7 shared between levels. */
export type ExerciseLevel = '1' | '2' | '3' | '4' | '5' | '6' | '7';

/** 实施编码: 31 characters, the 统一社会信用代码 of the authority, the level and the 基本编码. */
export interface ImplementationCode {
  readonly code: string;
  readonly authority: Uscc;
  readonly level: ExerciseLevel;
  readonly basic: BasicCode;
}

/** 业务办理项编码: 33 characters, an 实施编码 and a serial of two digits. */
export interface HandlingItemCode {
  readonly code: string;
  readonly implementation: ImplementationCode;
  readonly serial: string;
}

export type ImplementationCodeReason =
  | 'empty'
  | 'length'
  | 'level'
  | `authority-${UsccReason}`
  | `basic-${BasicCodeReason}`;
export type HandlingItemCodeReason = ImplementationCodeReason | 'serial';

const LEVEL = /^[1-7]$/;

const IMPLEMENTATION_MESSAGES: Readonly<Record<'empty' | 'length' | 'level', Words>> = {
  empty: { 'zh-CN': '请填写实施编码。', en: 'Enter the implementation code.' },
  length: {
    'zh-CN': '实施编码应为31位：18位统一社会信用代码、1位行使层级、12位基本编码。',
    en: 'An implementation code has 31 characters: 18 of the authority’s credit code, 1 of the level, 12 of the basic code.',
  },
  level: {
    'zh-CN': '实施编码第19位应为行使层级1至7。',
    en: 'Character 19 of an implementation code is the level, 1 to 7.',
  },
};

const ITEM_MESSAGES: Readonly<Record<'empty' | 'length' | 'serial', Words>> = {
  empty: { 'zh-CN': '请填写业务办理项编码。', en: 'Enter the handling item code.' },
  length: {
    'zh-CN': '业务办理项编码应为33位：31位实施编码加2位顺序号。',
    en: 'A handling item code has 33 characters: an implementation code of 31 and a serial of 2.',
  },
  serial: {
    'zh-CN': '业务办理项编码末两位应为数字顺序号。',
    en: 'A handling item code ends with a serial of two digits.',
  },
};

/** Takes a 31-character code apart, or says why it is none; faults of a part come back with the reason of that part. */
export function parseImplementationCode(
  text: string,
  options: BasicCodeOptions = {},
): Checked<ImplementationCode, ImplementationCodeReason> {
  const code = toIdentifierText(text);
  if (code === '') return refuse(IMPLEMENTATION_MESSAGES, 'empty');
  if (code.length !== 31) return refuse(IMPLEMENTATION_MESSAGES, 'length');
  const authority = parseUscc(code.slice(0, 18));
  if (!authority.ok) return { ...authority, reason: `authority-${authority.reason}` };
  const level = code.charAt(18);
  if (!isLevel(level)) return refuse(IMPLEMENTATION_MESSAGES, 'level');
  const basic = parseBasicCode(code.slice(19), options);
  if (!basic.ok) return { ...basic, reason: `basic-${basic.reason}` };
  return accept({ code, authority: authority.value, level, basic: basic.value });
}

export function isImplementationCode(text: string, options: BasicCodeOptions = {}): boolean {
  return parseImplementationCode(text, options).ok;
}

/** Takes a 33-character code apart, or says why it is none. */
export function parseHandlingItemCode(
  text: string,
  options: BasicCodeOptions = {},
): Checked<HandlingItemCode, HandlingItemCodeReason> {
  const code = toIdentifierText(text);
  if (code === '') return refuse(ITEM_MESSAGES, 'empty');
  if (code.length !== 33) return refuse(ITEM_MESSAGES, 'length');
  const implementation = parseImplementationCode(code.slice(0, 31), options);
  if (!implementation.ok) return implementation;
  const serial = code.slice(31);
  if (!/^\d{2}$/.test(serial)) return refuse(ITEM_MESSAGES, 'serial');
  return accept({ code, implementation: implementation.value, serial });
}

export function isHandlingItemCode(text: string, options: BasicCodeOptions = {}): boolean {
  return parseHandlingItemCode(text, options).ok;
}

function isLevel(text: string): text is ExerciseLevel {
  return LEVEL.test(text);
}
