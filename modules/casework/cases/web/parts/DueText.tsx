import { TimeText } from '#web/kit/common/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { CaseSummary } from '../../contract.ts';
import { messages } from './messages.ts';
import { sayLeft } from './say-due.ts';

import './parts.css';

/** The limit that runs: until when, and how much is left. */
export function DueText({ of }: { readonly of: Pick<CaseSummary, 'due' | 'isStopped'> }) {
  const t = useWords(messages);
  const { due } = of;
  if (due === null) return <span className="ow-case-due">{sayLeft(of, t)}</span>;
  return (
    <span className="ow-case-due" title={due.provisional ? t('provisional') : undefined}>
      <TimeText at={due.dueOn} />
      <small>
        {t(`limit.${due.limit}`)} · {sayLeft(of, t)}
      </small>
    </span>
  );
}
