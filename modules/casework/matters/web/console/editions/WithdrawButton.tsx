import { Button } from 'antd';
import { useState } from 'react';

import { Field, FormDrawer, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type EditionSummary, routes } from '../../../contract.ts';
import { messages } from './messages.ts';

/** Takes a published edition out of force, with the reason. */
export function WithdrawButton({ edition }: { readonly edition: EditionSummary }) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const form = useContractForm(routes.withdrawEdition, {
    params: { id: edition.id },
    initial: { version: edition.version },
    done: t('withdrawn'),
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button size="small" danger onClick={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      <FormDrawer
        form={form}
        title={t('withdraw')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        submitLabel={t('withdraw')}
      >
        <p className="ow-form-hint">{t('withdrawHint')}</p>
        <Field form={form} name="reason" label={t('reason')} />
        <Field form={form} name="from" label={t('from')} hint={t('validFromHint')} />
      </FormDrawer>
    </>
  );
}
