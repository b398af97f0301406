import { Notice, ProblemNotice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

interface ActProblemProps {
  readonly problem: unknown;
  readonly isStale: boolean;
}

/** Why an act was refused; when the case had moved on, that it is up to date again. */
export function ActProblem({ problem, isStale }: ActProblemProps) {
  const t = useWords(messages);
  if (isStale) return <Notice tone="warn" title={t('staleHint')} isUrgent />;
  return <ProblemNotice problem={problem} />;
}
