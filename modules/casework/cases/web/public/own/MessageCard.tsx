import { useState } from 'react';

import { Card, Notice, PlainField, PlainForm, usePlainForm } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnCase, routes } from '../../../contract.ts';
import { messages } from '../messages.ts';

/** A message to whoever handles the case; it stands in the timeline at once. */
export function MessageCard({ file }: { readonly file: OwnCase }) {
  const t = useWords(messages);
  const [isSent, setSent] = useState(false);
  const form = usePlainForm(routes.writeOwnMessage, {
    params: { id: file.id },
    onDone: () => {
      setSent(true);
      form.set('text', '');
    },
  });
  return (
    <Card title={t('messages')}>
      <PlainForm form={form} submitLabel={t('sendMessage')}>
        <PlainField form={form} name="text" label={t('messageLabel')} rows={3} />
      </PlainForm>
      {isSent && form.problem === null ? <Notice tone="good" title={t('messageSent')} /> : null}
    </Card>
  );
}
