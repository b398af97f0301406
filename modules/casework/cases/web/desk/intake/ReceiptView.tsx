import { Button } from 'antd';
import { useEffect, useRef } from 'react';

import { useText } from '#modules/casework/matters/web/parts.ts';
import { addressOf, useCall } from '#web/client/index.ts';
import {
  ProblemNotice,
  Section,
  SignSlot,
  StatusTag,
  TimeText,
  To,
  useGo,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Receipt } from '../../../contract.ts';
import { documentRoutes } from '../../../contract/documents.ts';
import { DocumentList } from '../../parts/DocumentList.tsx';
import { messages } from './messages.ts';
import type { IntakeWork } from './use-intake.ts';

interface ReceiptViewProps {
  readonly receipt: Receipt;
  readonly work: IntakeWork;
}

/** What the applicant takes away: number, query code, the day and why it is that day, and the papers to print. */
export function ReceiptView({ receipt, work }: ReceiptViewProps) {
  const t = useWords(messages);
  const go = useGo();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const isAccepted = receipt.state !== 'received' && receipt.state !== 'submitted';
  const isBundle = receipt.children.length > 0;
  return (
    <div className="ow-intake-receipt">
      <Section>
        <StatusTag tone="good">
          {isBundle
            ? t('doneBundle', { count: receipt.children.length })
            : t(isAccepted ? 'doneAccepted' : 'done')}
        </StatusTag>
        <dl className="ow-intake-numbers">
          <div>
            <dt>{t('caseNo')}</dt>
            <dd>{receipt.caseNo}</dd>
          </div>
          <div>
            <dt>{t('queryCode')}</dt>
            <dd>{receipt.queryCode}</dd>
          </div>
        </dl>
        {isBundle ? <Children receipt={receipt} /> : null}
        <DueDay receipt={receipt} isAccepted={isAccepted} />
        <div className="ow-form-buttons">
          <Button ref={next} type="primary" size="large" onClick={() => work.begin()}>
            {t('nextNew')}
          </Button>
          <Button size="large" onClick={() => work.begin(work.state.party)}>
            {t('nextSame')}
          </Button>
          <Button size="large" onClick={() => go(`/cases/${receipt.id}`)}>
            {t('openCase')}
          </Button>
        </div>
      </Section>
      <Papers caseId={receipt.id} />
    </div>
  );
}

/** The cases that the visit was divided into, one for each department. */
function Children({ receipt }: Pick<ReceiptViewProps, 'receipt'>) {
  const t = useWords(messages);
  const text = useText();
  return (
    <section className="ow-intake-parts" aria-label={t('children')}>
      <ol>
        {receipt.children.map(({ id, caseNo, matterName }) => (
          <li key={id}>
            <span>{text(matterName)}</span>
            <To to={`/cases/${id}`}>{caseNo}</To>
          </li>
        ))}
      </ol>
    </section>
  );
}

function DueDay({
  receipt,
  isAccepted,
}: {
  readonly receipt: Receipt;
  readonly isAccepted: boolean;
}) {
  const t = useWords(messages);
  const dueOn = isAccepted ? receipt.promisedDueOn : receipt.noticeDueOn;
  if (dueOn === null) return null;
  return (
    <div className="ow-intake-due">
      <p>
        {t(isAccepted ? 'promisedDue' : 'noticeDue')} <TimeText at={dueOn} />
      </p>
      <small>{t(isAccepted ? 'promisedWhy' : 'noticeWhy')}</small>
    </div>
  );
}

function Papers({ caseId }: { readonly caseId: string }) {
  const t = useWords(messages);
  const answer = useCall(documentRoutes.listDocuments, { params: { id: caseId } });
  return (
    <Section title={t('printReceipt')}>
      {answer.isPending ? <p>{t('documentsWait')}</p> : null}
      <ProblemNotice problem={answer.error} onRetry={() => void answer.refetch()} />
      {answer.data === undefined ? null : (
        <DocumentList
          items={answer.data.items}
          addressOfDocument={(documentId) =>
            addressOf(documentRoutes.printDocument, { params: { id: caseId, documentId } })
          }
          renderBeside={({ id }) => <SignSlot caseId={caseId} documentId={id} />}
        />
      )}
    </Section>
  );
}
