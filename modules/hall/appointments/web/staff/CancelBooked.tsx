import { Input } from 'antd';
import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { ConfirmButton } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';

interface CancelBookedProps {
  readonly groupId: string;
  readonly place: { readonly day: string; readonly from: string | null };
  /** How many are booked there. */
  readonly count: number;
  readonly onDone: () => void;
}

/** Closes the day or the slot and cancels what is booked there; everybody is told the reason. */
export function CancelBooked({ groupId, place, count, onDone }: CancelBookedProps) {
  const t = useWords(messages);
  const id = useId();
  const [reason, setReason] = useState('');
  const act = useAct(routes.cancelDay, { onDone });
  if (count === 0) return null;
  const given = reason.trim();
  return (
    <fieldset className="ow-plan-cancel">
      <legend>{t('cancelBooked', { count })}</legend>
      <label htmlFor={id}>{t('reasonForAll')}</label>
      <Input
        id={id}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
      <ConfirmButton
        danger
        disabled={given.length < 2}
        question={t('cancelAsk', { count })}
        done={t('cancelledAll')}
        onConfirm={() =>
          act.mutateAsync({ params: { id: groupId }, body: { ...place, reason: given } })
        }
      >
        {t('cancelAll')}
      </ConfirmButton>
    </fieldset>
  );
}
