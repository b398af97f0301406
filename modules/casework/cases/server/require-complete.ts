import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import { problems } from '../contract.ts';
import type { ApplicationDocument } from './application.ts';
import { findFaults } from './load-around.ts';
import { listNames } from './rules/guards-intake.ts';
import type { PaperRow } from './tables.ts';

/** What is submitted online is complete: all questions, the form, and every required paper handed in or lawfully put off. */
export function requireComplete(
  application: ApplicationDocument,
  edition: EditionItem,
  papers: readonly PaperRow[],
  today: string,
): void {
  const { formFaults: faults, unanswered } = findFaults(application, edition, today);
  if (unanswered.length > 0)
    throw new ProblemError(problems.questionsUnanswered, {}, { more: { questions: unanswered } });
  if (faults.length > 0)
    throw new ProblemError(problems.formIncomplete, { count: faults.length }, { faults });
  const lacking = edition.item.tolerance.allowed
    ? ['missing', 'unfit']
    : ['missing', 'unfit', 'deferred'];
  const missing = papers.filter(
    ({ need, state, source }) =>
      need === 'required' && lacking.includes(state) && source !== 'promise',
  );
  if (missing.length === 0) return;
  throw new ProblemError(
    problems.papersMissing,
    { names: listNames(missing) },
    { more: { keys: missing.map(({ key }) => key) } },
  );
}
