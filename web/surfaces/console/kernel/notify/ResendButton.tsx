import { type OutgoingMessage, permissions, routes } from '#kernel/notify/contract.ts';

import { useAct, useMay } from '../../../../client/index.ts';
import { ConfirmButton } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

/** Sends a failed message again; nothing for any other message. */
export function ResendButton({ message }: { readonly message: OutgoingMessage }) {
  const t = useWords(messages);
  const may = useMay();
  const repeat = useAct(routes.repeatMessage);
  if (message.state !== 'failed' || !may(permissions.manage)) return null;
  return (
    <ConfirmButton
      size="small"
      question={t('resendQuestion')}
      consequence={t('resendConsequence', { recipient: message.recipient })}
      done={t('resent')}
      onConfirm={() => repeat.mutateAsync({ params: { id: message.id } })}
    >
      {t('resend')}
    </ConfirmButton>
  );
}
