import { useMachine } from '#web/kit/machine.ts';
import { Action, ActionLink, Card, formatDay } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Receipt } from '../../../contract.ts';
import { messages } from './messages.ts';
import { toReceiptSlip } from './receipt-slip.ts';

/** What the applicant holds in hand: number, query code, and until when they hear. */
export function ReceiptCard({ receipt }: { readonly receipt: Receipt }) {
  const t = useWords(messages);
  const machine = useMachine();
  return (
    <Card
      hint={t('submittedHint')}
      actions={
        <>
          <ActionLink look="strong" to={`/me/cases/${receipt.id}`}>
            {t('follow')}
          </ActionLink>
          {machine === undefined ? null : (
            <Action onPress={() => machine.printSlip(receipt.caseNo, toReceiptSlip(receipt, t))}>
              {t('printReceipt')}
            </Action>
          )}
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
