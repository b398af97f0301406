import { useEffect, useState } from 'react';

import { useAct } from '#web/client/index.ts';

import { type AuditReport, type BudgetVersion, type LineShape, routes } from '../../contract.ts';

/** Long enough for a person who types on, short enough to be told at once. */
const QUIET_MS = 600;

/**
 * Audits lines while they are typed: once when typing pauses, and again whenever they change. A version without facts
 * makes no book yet, and is not asked about.
 */
export function useDraftAudit({ id, facts }: BudgetVersion, rows: readonly LineShape[]) {
  const [report, setReport] = useState<AuditReport>();
  const { mutate, error, isPending } = useAct(routes.auditDraft, { onDone: setReport });
  const text = facts === null ? undefined : JSON.stringify(rows);
  useEffect(() => {
    if (text === undefined) return undefined;
    const timer = setTimeout(() => {
      mutate({ params: { id }, body: { rows: JSON.parse(text) as LineShape[] } });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [id, text, mutate]);
  return { report, problem: error, isPending };
}

export type RunningAudit = ReturnType<typeof useDraftAudit>;
