import { useCall } from '#web/client/index.ts';
import { ProblemNotice, Section } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, type LineShape, routes } from '../../contract.ts';
import { AuditView } from './AuditView.tsx';
import { messages } from './messages.ts';
import { useDraftAudit } from './use-draft-audit.ts';

interface LineAuditProps {
  readonly version: BudgetVersion;
  /** Lines that are being typed; undefined audits those that are stored. */
  readonly rows: readonly LineShape[] | undefined;
}

/** The audit of a version: of what is stored, or of what is being typed. */
export function LineAudit({ version, rows }: LineAuditProps) {
  const t = useWords(messages);
  return (
    <Section title={t('audit')}>
      {version.facts === null ? <p>{t('noFacts')}</p> : null}
      {version.facts !== null && rows === undefined ? <StoredAudit id={version.id} /> : null}
      {version.facts !== null && rows !== undefined ? (
        <DraftAudit id={version.id} rows={rows} />
      ) : null}
    </Section>
  );
}

function DraftAudit({ id, rows }: { readonly id: string; readonly rows: readonly LineShape[] }) {
  const t = useWords(messages);
  const { report, problem, isPending } = useDraftAudit(id, rows);
  return (
    <>
      <p aria-live="polite">{isPending ? t('auditWaits') : t('auditHint')}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {report === undefined ? null : <AuditView report={report} />}
    </>
  );
}

function StoredAudit({ id }: { readonly id: string }) {
  const t = useWords(messages);
  const { data, error } = useCall(routes.auditVersion, { params: { id } });
  if (error) return <ProblemNotice problem={error} />;
  return data === undefined ? <p>{t('auditWaits')}</p> : <AuditView report={data} />;
}
