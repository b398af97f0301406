import { useId } from 'react';

import { useAct } from '#web/client/index.ts';
import { Page, ProblemNotice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { AuditView } from './AuditView.tsx';
import { messages } from './messages.ts';
import { toBase64 } from './to-base64.ts';

import './console.css';

/** Audits a document that somebody brings. */
export function AuditPage() {
  const t = useWords(messages);
  const id = useId();
  const audit = useAct(routes.auditDocument);
  const choose = async (file: File | undefined) => {
    if (file !== undefined)
      audit.mutate({ body: { name: file.name, content: await toBase64(file) } });
  };
  return (
    <Page title={t('auditPage')} description={t('auditPageHint')}>
      <p>
        <label htmlFor={id}>{t('chooseFile')}</label>{' '}
        <input
          id={id}
          type="file"
          accept=".txt,.htm,.html,.pdf,.xlsx"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </p>
      <div aria-live="polite">
        {audit.isPending ? <p>{t('auditWaits')}</p> : null}
        {audit.error ? <ProblemNotice problem={audit.error} /> : null}
      </div>
      {audit.data === undefined ? null : <AuditView report={audit.data} />}
    </Page>
  );
}
