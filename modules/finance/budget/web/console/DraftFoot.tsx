import { Button } from 'antd';

import { formatYuan } from '#kernel/money/fen.ts';
import { StatusTag } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Severity } from '../../contract.ts';
import { messages } from './messages.ts';
import type { RunningAudit } from './use-draft-audit.ts';

interface DraftFootProps {
  readonly sumFen: bigint;
  readonly running: RunningAudit;
  readonly onAdd: () => void;
}

/** Stays in sight below the lines: what they come to, and what their audit says of them now. */
export function DraftFoot({ sumFen, running, onAdd }: DraftFootProps) {
  const t = useWords(messages);
  return (
    <div className="ow-budget-foot">
      <Button onClick={onAdd}>{t('addLine')}</Button>
      <Verdict running={running} />
      <strong aria-live="polite">{t('typedSum', { amount: formatYuan(sumFen) })}</strong>
    </div>
  );
}

function Verdict({ running: { report, isPending } }: Pick<DraftFootProps, 'running'>) {
  const t = useWords(messages);
  if (report === undefined || isPending) return <span>{t('auditWaits')}</span>;
  const count = (severity: Severity) =>
    report.findings.filter((finding) => finding.severity === severity).length;
  const broken = report.rules.filter(({ holds }) => holds === false).map(({ id }) => id);
  return (
    <span className="ow-budget-tags">
      <StatusTag tone={count('error') === 0 ? 'good' : 'bad'}>
        {t('errorsNow', { count: count('error') })}
      </StatusTag>
      <StatusTag tone={count('warning') === 0 ? 'good' : 'warn'}>
        {t('warningsNow', { count: count('warning') })}
      </StatusTag>
      {broken.length === 0 ? null : <span>{t('brokenNow', { rules: broken.join('、') })}</span>}
    </span>
  );
}
