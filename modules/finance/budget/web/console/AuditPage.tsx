import { useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { EmptyState, Page, ProblemNotice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { AuditView } from './AuditView.tsx';
import { FileButton } from './FileButton.tsx';
import { messages } from './messages.ts';

import './console.css';

/** Audits a document that somebody brings. */
export function AuditPage() {
  const t = useWords(messages);
  const [name, setName] = useState('');
  const audit = useAct(routes.auditDocument);
  const { data, error, isPending } = audit;
  const choose = (
    <FileButton
      type="primary"
      label={t('chooseFile')}
      accept=".txt,.htm,.html,.pdf,.xlsx"
      loading={isPending}
      onChoose={(file) => {
        setName(file.name);
        audit.mutate({ body: file });
      }}
    />
  );
  return (
    <Page
      title={name === '' ? t('auditPage') : t('auditOf', { name })}
      description={t('auditPageHint')}
      actions={choose}
    >
      <div aria-live="polite">
        {isPending ? <p>{t('auditWaits')}</p> : null}
        {error ? <ProblemNotice problem={error} /> : null}
      </div>
      {data === undefined || isPending || error ? null : <AuditView report={data} />}
      {name === '' ? <EmptyState title={t('noDocument')} hint={t('noDocumentHint')} /> : null}
    </Page>
  );
}
