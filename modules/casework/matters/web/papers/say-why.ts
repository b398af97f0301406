import type { Language } from '#web/kit/language.tsx';

import { type Answers, listMentioned, type Paper, type ScenarioQuestion } from '../../contract.ts';
import { toWords } from '../words/use-text.ts';

/** The chosen options on which it hangs that a paper is wanted, in words; none when everybody needs it. */
export function sayWhy(
  paper: Pick<Paper, 'includeIf'>,
  questions: readonly ScenarioQuestion[],
  answers: Answers,
  language: Language,
): readonly string[] {
  const chosen = listMentioned(paper.includeIf).questions.flatMap((mention) => {
    if (answers[mention.question]?.includes(mention.chosen) !== true) return [];
    const options = questions.find(({ key }) => key === mention.question)?.options ?? [];
    const option = options.find(({ key }) => key === mention.chosen);
    return option === undefined ? [] : [toWords(option.text, language)];
  });
  return [...new Set(chosen)];
}
