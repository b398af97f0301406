import { ActionLink, Card, formatDay } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Receipt } from '../../../contract.ts';
import { messages } from './messages.ts';

/** What the applicant holds in hand: number, query code, and until when they hear. */
export function ReceiptCard({ receipt }: { readonly receipt: Receipt }) {
  const t = useWords(messages);
  return (
    <Card
      hint={t('submittedHint')}
      actions={
        <>
          <ActionLink look="strong" to={`/me/cases/${receipt.id}`}>
            {t('follow')}
          </ActionLink>
          <ActionLink to="/matters">{t('more')}</ActionLink>
        </>
      }
    >
      <dl className="ow-apply-numbers">
        <div>
          <dt>{t('caseNo')}</dt>
          <dd>{receipt.caseNo}</dd>
        </div>
        <div>
          <dt>{t('queryCode')}</dt>
          <dd>{receipt.queryCode}</dd>
        </div>
        {receipt.noticeDueOn === null ? null : (
          <div>
            <dt>{t('noticeDue')}</dt>
            <dd>{formatDay(receipt.noticeDueOn, t.language, true)}</dd>
          </div>
        )}
      </dl>
      <p className="ow-apply-hint">{t('noticeWhy')}</p>
    </Card>
  );
}
