import { useCall } from '#web/client/index.ts';
import { ProblemNotice, Section } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, routes } from '../../contract.ts';
import { AuditView } from './AuditView.tsx';
import { messages } from './messages.ts';
import type { RunningAudit } from './use-draft-audit.ts';

interface LineAuditProps {
  readonly version: BudgetVersion;
  /** The audit of lines that are being typed; undefined audits those that are stored. */
  readonly running?: RunningAudit;
}

/** The audit of a version: of what is stored, or of what is being typed. */
export function LineAudit({ version, running }: LineAuditProps) {
  const t = useWords(messages);
  if (version.facts === null)
    return (
      <Section title={t('audit')}>
        <p>{t('noFacts')}</p>
      </Section>
    );
  return running === undefined ? <StoredAudit id={version.id} /> : <DraftAudit running={running} />;
}

function DraftAudit({ running }: { readonly running: RunningAudit }) {
  const t = useWords(messages);
  const { report, problem, isPending } = running;
  return (
    <>
      <Section title={t('audit')}>
        <p aria-live="polite">{isPending ? t('auditWaits') : t('auditHint')}</p>
        {problem === null ? null : <ProblemNotice problem={problem} />}
      </Section>
      {report === undefined ? null : <AuditView report={report} />}
    </>
  );
}

function StoredAudit({ id }: { readonly id: string }) {
  const t = useWords(messages);
  const { data, error } = useCall(routes.auditVersion, { params: { id } });
  if (data !== undefined) return <AuditView report={data} />;
  return (
    <Section title={t('audit')}>
      {error ? <ProblemNotice problem={error} /> : <p>{t('auditWaits')}</p>}
    </Section>
  );
}
