import { Button, Modal } from 'antd';
import { useState } from 'react';

import { ContractForm, Field, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Document, routes } from '../../contract.ts';
import { messages } from '../messages.ts';

/** Sends a document back with the reason. */
export function ReturnButton({ document }: { readonly document: Document }) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const form = useContractForm(routes.returnDocument, {
    params: { id: document.id },
    initial: { version: document.version },
    done: t('signed'),
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('giveBack')}</Button>
      <Modal
        open={isOpen}
        title={t('giveBack')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <ContractForm form={form} submitLabel={t('giveBack')} onCancel={() => setOpen(false)}>
          <Field form={form} name="note" label={t('reason')} />
        </ContractForm>
      </Modal>
    </>
  );
}
