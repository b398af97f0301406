import { useAct, useCall } from '#web/client/index.ts';
import {
  ConfirmButton,
  formatInstant,
  Page,
  RowTable,
  Section,
  StatusTag,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Document, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { ReturnButton } from './ReturnButton.tsx';

/** One document: what it says, who signed it, and what this person may do. */
export function DocumentPage() {
  const id = useParam('documentId');
  const answer = useCall(routes.getDocument, { params: { id } });
  return <WithAnswer answer={answer}>{(document) => <Whole document={document} />}</WithAnswer>;
}

function Whole({ document }: { readonly document: Document }) {
  const t = useWords(messages);
  const facts = [
    [t('reason'), document.reason],
    [t('amount'), document.amount],
    ...document.lines.map((line) => [t('shares'), line.name] as const),
    ...(document.returnReason === '' ? [] : [[t('giveBack'), document.returnReason] as const]),
  ] as const;
  return (
    <Page
      title={`${t(`kind.${document.kind}`)} ${document.number}`}
      description={document.title}
      crumbs={[{ title: t('documents'), to: '/contracts/documents' }]}
      state={
        <StatusTag tone={document.state === 'approved' ? 'good' : 'idle'}>
          {t(`documentState.${document.state}`)}
        </StatusTag>
      }
      actions={<Acts document={document} />}
    >
      <Section title={t('content')}>
        <RowTable
          label={t('content')}
          rows={facts.map(([name, value], at) => ({ at, name, value }))}
          rowKey={(row) => String(row.at)}
          columns={[
            { key: 'name', title: t('kind'), width: '12rem', render: (row) => row.name },
            { key: 'value', title: t('content'), render: (row) => row.value },
          ]}
        />
      </Section>
      <Signatures document={document} />
    </Page>
  );
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
          { key: 'role', title: t('signatures'), width: '12rem', render: (row) => t(row.role) },
          { key: 'name', title: t('name'), render: (row) => row.signed?.name ?? t('none') },
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

function Acts({ document }: { readonly document: Document }) {
  const t = useWords(messages);
  const check = useAct(routes.checkDocument);
  const approve = useAct(routes.approveDocument);
  const withdraw = useAct(routes.withdrawDocument);
  const sent = { params: { id: document.id }, body: { version: document.version } };
  const has = (act: Document['acts'][number]) => document.acts.includes(act);
  return (
    <>
      {has('withdraw') ? (
        <ConfirmButton
          question={t('withdraw')}
          done={t('withdrawn')}
          onConfirm={() => withdraw.mutateAsync(sent)}
        >
          {t('withdraw')}
        </ConfirmButton>
      ) : null}
      {has('return') ? <ReturnButton document={document} /> : null}
      {has('check') ? (
        <ConfirmButton
          type="primary"
          question={t('check')}
          done={t('signed')}
          onConfirm={() => check.mutateAsync(sent)}
        >
          {t('check')}
        </ConfirmButton>
      ) : null}
      {has('approve') ? (
        <ConfirmButton
          type="primary"
          question={t('approve')}
          done={t('signed')}
          onConfirm={() => approve.mutateAsync(sent)}
        >
          {t('approve')}
        </ConfirmButton>
      ) : null}
    </>
  );
}
