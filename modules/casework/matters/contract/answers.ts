import { holds, listMentioned } from './holds.ts';
import type { Answers, ScenarioQuestion } from './question.ts';

/** Answers that count, and the questions that are asked with them, in order. */
export interface Asked {
  readonly asked: readonly ScenarioQuestion[];
  readonly answers: Answers;
}

/**
 * Goes through the questions in order: one is asked when its condition holds over the answers before it;
 * answers to others are dropped, as are options that do not exist, and a second one of a single choice.
 */
export function askQuestions(questions: readonly ScenarioQuestion[], given: Answers): Asked {
  const asked: ScenarioQuestion[] = [];
  const answers: Answers = {};
  for (const question of questions) {
    if (question.showIf !== undefined && !holds(question.showIf, answers, {})) continue;
    asked.push(question);
    const chosen = keepOptions(question, given[question.key] ?? []);
    if (chosen.length > 0) answers[question.key] = chosen;
  }
  return { asked, answers };
}

/** The answers that count. Pruning twice changes nothing more. */
export function pruneAnswers(questions: readonly ScenarioQuestion[], given: Answers): Answers {
  return askQuestions(questions, given).answers;
}

/** In the order of the options, so that the same choice is the same answer. */
function keepOptions(question: ScenarioQuestion, chosen: readonly string[]): string[] {
  const known = question.options.map((option) => option.key).filter((key) => chosen.includes(key));
  return question.kind === 'single' ? known.slice(0, 1) : known;
}

/**
 * Answers one question. When the answer differs from before, the answers to all questions that hang on it,
 * directly or by way of others, are cleared: they were given under another premise.
 */
export function answerQuestion(
  questions: readonly ScenarioQuestion[],
  before: Answers,
  key: string,
  chosen: readonly string[],
): Answers {
  const isSame = JSON.stringify(before[key] ?? []) === JSON.stringify(chosen);
  const cleared = isSame ? new Set<string>() : listDependants(questions, key);
  const kept = Object.entries(before).filter(([question]) => !cleared.has(question));
  return pruneAnswers(questions, { ...Object.fromEntries(kept), [key]: [...chosen] });
}

/** Questions whose condition looks at this one, directly or by way of others. */
export function listDependants(
  questions: readonly ScenarioQuestion[],
  key: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const question of questions) {
    const premises = listMentioned(question.showIf).questions.map((part) => part.question);
    if (premises.some((premise) => premise === key || found.has(premise))) found.add(question.key);
  }
  return found;
}
