import { useId, useState } from 'react';

import { Action, Card } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnCase, routes } from '../../../contract.ts';
import { messages } from '../messages.ts';
import { ActProblem } from './ActProblem.tsx';
import { useOwnAct } from './use-own-act.ts';

interface WithdrawCardProps {
  readonly file: OwnCase;
  /** The withdrawal waits to be confirmed, and can be taken back. */
  readonly isPending: boolean;
}

/** Calls the application off, or takes that back while nobody has confirmed it. */
export function WithdrawCard({ file, isPending }: WithdrawCardProps) {
  const t = useWords(messages);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const contract = isPending ? routes.continueOwn : routes.withdrawOwn;
  const { problem, isBusy, isStale, send } = useOwnAct(contract, () => {
    setOpen(false);
    setReason('');
  });
  const isSaid = reason.trim().length > 1;
  return (
    <Card
      title={t(isPending ? 'continueTitle' : 'withdraw')}
      {...(isPending ? {} : { hint: t('withdrawHint') })}
    >
      {isOpen ? (
        <div className="ow-plain-form">
          <div className="ow-plain-field">
            <label htmlFor={id}>{t(isPending ? 'continueReason' : 'withdrawReason')}</label>
            <textarea
              id={id}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <ActProblem problem={problem} isStale={isStale} />
          <div className="ow-sheet-actions">
            <Action
              look="strong"
              isDisabled={!isSaid}
              isBusy={isBusy}
              onPress={() =>
                send({
                  params: { id: file.id },
                  body: { version: file.version, reason: reason.trim() },
                })
              }
            >
              {t(isPending ? 'sendContinue' : 'sendWithdraw')}
            </Action>
            <Action onPress={() => setOpen(false)}>{t('cancel')}</Action>
          </div>
        </div>
      ) : (
        <div className="ow-sheet-actions">
          <Action onPress={() => setOpen(true)}>
            {t(isPending ? 'sendContinue' : 'withdraw')}
          </Action>
        </div>
      )}
    </Card>
  );
}
