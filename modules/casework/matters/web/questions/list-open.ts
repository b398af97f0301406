import type { Answers, ScenarioQuestion } from '../../contract.ts';

interface Asked {
  readonly asked: readonly ScenarioQuestion[];
  readonly answers: Answers;
}

/** The questions that are answered, and the first one that is not. */
export function listOpen({ asked, answers }: Asked) {
  const first = asked.findIndex(({ key }) => answers[key] === undefined);
  return { open: first === -1 ? asked : asked.slice(0, first + 1), isComplete: first === -1 };
}
