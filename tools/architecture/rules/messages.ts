import type { ESTree } from 'vite';

import { findLanguagePair, type LanguagePair, propertiesOf, sentenceOf } from '../languages.ts';
import { isTest } from '../places.ts';
import type { Rule } from '../rule.ts';

const han = /\p{Script=Han}/u;
const place = /\{(\w+)(?:\|[^}]*)?\}/g;
type Say = (node: { start: number }, what: string) => void;

export const bothLanguages: Rule = {
  name: 'both-languages',
  reason:
    'every sentence is there in zh-CN and in en with the same places to fill, or somebody reads nothing',
  visit(file, report) {
    if (isTest(file.path)) return undefined;
    return {
      ObjectExpression(node) {
        const pair = findLanguagePair(node);
        if (pair !== undefined) comparePair(pair, report);
      },
    };
  },
  check(project, report) {
    for (const [path, file] of project.files)
      if (/(?:^|\/)messages\.ts$/.test(path) && !/['"]zh-CN['"]/.test(file.text))
        report({ path }, 'a messages.ts without words');
  },
};

function comparePair({ node, 'zh-CN': zh, en }: LanguagePair, say: Say): void {
  if (zh === undefined || en === undefined) return say(node, 'zh-CN without en');
  if (zh.type === 'ObjectExpression' && en.type === 'ObjectExpression')
    return compareTables(zh, en, say);
  return compareSentences('', zh, en, say);
}

function compareTables(zh: ESTree.ObjectExpression, en: ESTree.ObjectExpression, say: Say): void {
  const chinese = new Map(propertiesOf(zh));
  const english = new Map(propertiesOf(en));
  for (const [key, sentence] of chinese) {
    const other = english.get(key);
    if (other === undefined) say(sentence, `${key} is missing in en`);
    else compareSentences(`${key}: `, sentence, other, say);
  }
  for (const [key, sentence] of english)
    if (!chinese.has(key)) say(sentence, `${key} is missing in zh-CN`);
}

function compareSentences(
  name: string,
  zh: ESTree.Expression,
  en: ESTree.Expression,
  say: Say,
): void {
  const chinese = sentenceOf(zh);
  const english = sentenceOf(en);
  if (chinese?.trim() === '') say(zh, `${name}empty in zh-CN`);
  if (english?.trim() === '') say(en, `${name}empty in en`);
  if (chinese === undefined || english === undefined) return;
  const foreign = findForeign(chinese, english);
  if (foreign !== undefined) say(zh, `${name}${foreign}`);
  const places = [placesOf(chinese), placesOf(english)];
  if (places[0] !== places[1]) say(en, `${name}places ${places.join(' and ')}`);
}

/** A sentence left in the other language; the button that offers the other language is none. */
function findForeign(chinese: string, english: string): string | undefined {
  const isChinese = han.test(english) && !/[A-Za-z]{2}/.test(english);
  if (isChinese) return han.test(chinese) ? 'Chinese in en' : undefined;
  return !han.test(chinese) && /[A-Za-z]+ [a-z]+/.test(chinese) ? 'English in zh-CN' : undefined;
}

function placesOf(sentence: string): string {
  const names = [...sentence.matchAll(place)].map((match) => match[1] ?? '');
  return `{${[...new Set(names)].toSorted().join(', ')}}`;
}
