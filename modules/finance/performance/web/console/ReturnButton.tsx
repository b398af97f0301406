import { Button, Modal } from 'antd';
import { useState } from 'react';

import { ContractForm, Field, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type Target } from '../../contract.ts';
import { messages } from '../messages.ts';

/** Gives a declared target back with the reason. */
export function ReturnButton({ target }: { readonly target: Target }) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const form = useContractForm(routes.returnTarget, {
    params: { id: target.id },
    initial: { version: target.version },
    done: t('done'),
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('returnIt')}</Button>
      <Modal
        open={isOpen}
        title={t('returnIt')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <ContractForm form={form} submitLabel={t('returnIt')} onCancel={() => setOpen(false)}>
          <Field form={form} name="reason" label={t('reason')} />
        </ContractForm>
      </Modal>
    </>
  );
}
