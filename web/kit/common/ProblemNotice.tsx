import { type Fault, toApiProblem } from '../../client/problem.ts';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';
import { Notice } from './Notice.tsx';

export interface ProblemNoticeProps {
  /** Whatever was thrown; nothing is drawn for null and undefined. */
  readonly problem: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** Names a fault's place in words; without it only the reason is shown. */
  readonly nameOf?: (path: string) => string | undefined;
  /** Faults that stand beside their fields already. */
  readonly shown?: ReadonlySet<string>;
}

/** Why something did not work, with each fault, the reference for the help desk, and a way on. */
export function ProblemNotice({ problem, onRetry, nameOf, shown }: ProblemNoticeProps) {
  const t = useWords(messages);
  if (problem === null || problem === undefined) return null;
  const { title, faults, reference, isUnsure } = toApiProblem(problem);
  const rest = faults.filter((fault) => shown?.has(fault.path) !== true);
  return (
    <Notice
      tone="bad"
      title={title}
      actions={
        onRetry === undefined ? undefined : (
          <button type="button" className="ow-button" onClick={onRetry}>
            {t('retry')}
          </button>
        )
      }
    >
      {rest.length === 0 ? null : (
        <ul>
          {rest.map((fault) => (
            <li key={`${fault.path} ${fault.reason}`}>{sayFault(fault, nameOf?.(fault.path))}</li>
          ))}
        </ul>
      )}
      {reference === undefined || !isUnsure ? null : (
        <p className="ow-notice-small">{t('reference', { reference })}</p>
      )}
    </Notice>
  );
}

function sayFault(fault: Fault, name: string | undefined): string {
  return name === undefined ? fault.reason : `${name}: ${fault.reason}`;
}
