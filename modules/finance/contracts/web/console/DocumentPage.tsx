import { Button } from 'antd';

import { useCall } from '#web/client/index.ts';
import {
  formatInstant,
  Page,
  PrintFrame,
  RowTable,
  Section,
  StatusTag,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Document, documentStateWords, kindWords, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { FactTable } from '../parts/FactTable.tsx';
import { DocumentActs } from './DocumentActs.tsx';
import { PreviewPanel } from './making/PreviewPanel.tsx';

import './making/making.css';
import { usePreview } from './making/use-preview.ts';
import { useBodyFacts } from './use-body-facts.tsx';

/** One document: what it says, what it does, who signed it, and what this person may do. */
export function DocumentPage() {
  const id = useParam('documentId');
  const answer = useCall(routes.getDocument, { params: { id } });
  return <WithAnswer answer={answer}>{(document) => <Whole document={document} />}</WithAnswer>;
}

function Whole({ document }: { readonly document: Document }) {
  const t = useWords(messages);
  const facts = useBodyFacts(document);
  const { state, kind, number, reason, returnReason } = document;
  const isOpen = state === 'submitted' || state === 'checked';
  const title = `${kindWords[kind][t.language]} ${number}`;
  return (
    <Page
      title={title}
      description={document.title}
      crumbs={[{ title: t('documents'), to: '/contracts/documents' }]}
      state={<StatusTag tone={toneOf(state)}>{documentStateWords[state][t.language]}</StatusTag>}
      actions={
        <>
          <Button onClick={() => globalThis.print()}>{t('printed')}</Button>
          <DocumentActs document={document} />
        </>
      }
    >
      <PrintFrame title={title}>
        <div className="ow-contracts-paper">
          <FactTable
            title={t('content')}
            rows={[
              ...facts,
              [t('reason'), reason],
              ...(returnReason === '' ? [] : [[t('giveBack'), returnReason] as const]),
            ]}
          />
          {isOpen ? <WouldDo document={document} /> : null}
          <Signatures document={document} />
        </div>
      </PrintFrame>
    </Page>
  );
}

function toneOf(state: Document['state']): 'good' | 'busy' | 'warn' | 'idle' {
  switch (state) {
    case 'approved':
      return 'good';
    case 'submitted':
    case 'checked':
      return 'busy';
    case 'returned':
      return 'warn';
    case 'withdrawn':
      return 'idle';
  }
}

/** What its approval would do now, before somebody signs. */
function WouldDo({ document }: { readonly document: Document }) {
  const state = usePreview(document.body, `rehearsal of ${document.id} ${document.version}`);
  return <PreviewPanel state={state} kind={document.kind} />;
}

function Signatures({ document }: { readonly document: Document }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const rows = (['maker', 'checker', 'approver'] as const).map((role) => ({
    role,
    signed: document[role],
  }));
  return (
    <Section title={t('signatures')}>
      <RowTable
        label={t('signatures')}
        rows={rows}
        rowKey={(row) => row.role}
        columns={[
          { key: 'role', title: t('signatures'), width: '14rem', render: (row) => t(row.role) },
          { key: 'name', title: t('signer'), render: (row) => row.signed?.name ?? t('none') },
          {
            key: 'at',
            title: t('day'),
            render: (row) =>
              row.signed === null ? t('none') : formatInstant(row.signed.at, language),
          },
        ]}
      />
    </Section>
  );
}
