import type { Language } from '#web/kit/language.tsx';
import { sayIn } from '#web/kit/words.ts';

import { themeName, THEMES } from '../../../contract.ts';
import { LABELS } from '../../../contract/compare/labels.ts';
import { codeWords } from '../../words/codes/messages.ts';
import { toWords } from '../../words/use-text.ts';
import { optionWords } from './options/messages.ts';

/** What a field is called; the parts that a person of the trade reads are those of the comparison of editions. */
export function fieldName(name: string, language: Language): string {
  const own = `field.${name}`;
  if (isOption(own)) return sayIn(optionWords, language)(own);
  return LABELS[name]?.[language] ?? name;
}

/** A place as a person reads it: 业务办理项 › new › 申请材料 › plan. */
export function sayPlace(place: string, language: Language): string {
  return place
    .split('.')
    .map((part) => fieldName(part, language))
    .join(' › ');
}

/** Which table of codes a field takes its values from. */
const CODES: Readonly<Record<string, string>> = {
  taskType: 'task',
  useLevels: 'level',
  powerSource: 'power',
  nature: 'nature',
  serviceObjects: 'object',
  applyModes: 'mode',
  onlineDepth: 'depth',
  handlingAreas: 'area',
  promiseExcluded: 'excluded',
  projectType: 'project',
  type: 'result',
  delivery: 'delivery',
};

type CodeKey = keyof (typeof codeWords)['zh-CN'];
type OptionKey = keyof (typeof optionWords)['zh-CN'];

const isCode = (key: string): key is CodeKey => key in codeWords['zh-CN'];
const isOption = (key: string): key is OptionKey => key in optionWords['zh-CN'];

/** What a value of a choice is called. */
export function choiceName(field: string, value: string | number, language: Language): string {
  const tables = [CODES[field] ?? field, 'kind', 'special'];
  const key = tables.map((table) => `${table}.${value}`).find(isCode);
  const own = `${field}.${value}`;
  if (isOption(own)) return sayIn(optionWords, language)(own);
  return key === undefined ? String(value) : sayIn(codeWords, language)(key);
}

/** Texts that are chosen from a list of the catalogue: themes. */
export function listKnown(
  field: string,
  language: Language,
): ReadonlyArray<{ readonly value: string; readonly label: string }> | undefined {
  if (field !== 'themes') return undefined;
  return Object.keys(THEMES).map((value) => ({
    value,
    label: toWords(themeName(value), language),
  }));
}
