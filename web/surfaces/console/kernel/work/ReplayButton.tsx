import { Button } from 'antd';
import { useState } from 'react';

import { routes } from '#kernel/events/contract-admin.ts';

import { Field, FormDrawer, useContractForm } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

/** Gives a listener everything again since an instant. */
export function ReplayButton({ listener }: { readonly listener: string }) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const form = useContractForm(routes.replay, {
    params: { listener },
    done: t('replayed'),
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('replay')}
      </Button>
      <FormDrawer
        form={form}
        title={t('replay')}
        submitLabel={t('replay')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <p className="ow-form-hint">{t('replayHint')}</p>
        <Field form={form} name="from" label={t('replayFrom')} />
        <Field form={form} name="reason" label={t('reason')} />
      </FormDrawer>
    </>
  );
}
