import { To, useHasPage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';

interface MonthDocumentProps {
  readonly month: {
    readonly documentId: string | null;
    readonly documentNumber: string;
    readonly settlementId: string | null;
  };
}

/**
 * The document with which a month was handed on, and from where the chain of its money is followed; each for those who may
 * see it. What was settled before this software has no document, only its settlement.
 */
export function MonthDocument({ month }: MonthDocumentProps) {
  const t = useWords(messages);
  const has = useHasPage();
  const { documentId, documentNumber, settlementId } = month;
  if (documentId === null) return '–';
  const isTakenOver = documentId === settlementId;
  const maySee = !isTakenOver && has('/contracts/documents/$documentId');
  return (
    <>
      {maySee ? (
        <To to={`/contracts/documents/${documentId}`}>{documentNumber}</To>
      ) : (
        documentNumber
      )}
      {settlementId !== null && has('/chain/settlements/$settlementId') ? (
        <>
          {' '}
          <small>
            <To to={`/chain/settlements/${settlementId}`}>{t('chain')}</To>
          </small>
        </>
      ) : null}
    </>
  );
}
