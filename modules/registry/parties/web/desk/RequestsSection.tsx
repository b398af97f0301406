import { Button, Modal } from 'antd';
import { useState } from 'react';

import { saveAs } from '#web/client/index.ts';
import { ContractForm, Field, Section, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type DataCopy, type Party, routes } from '../../contract.ts';
import { messages } from './messages.ts';

type Opened = 'copy' | 'erase' | undefined;

/** Copies and erasure, as the party may ask for them. */
export function RequestsSection({ party }: { readonly party: Party }) {
  const t = useWords(messages);
  const [opened, open] = useState<Opened>(undefined);
  const close = () => open(undefined);
  return (
    <Section
      title={t('requests')}
      description={t('requestsHint')}
      actions={
        <>
          <Button onClick={() => open('copy')}>{t('copy')}</Button>
          <Button danger onClick={() => open('erase')}>
            {t('erase')}
          </Button>
        </>
      }
    >
      {opened === 'copy' ? <CopyModal party={party} onClose={close} /> : null}
      {opened === 'erase' ? <EraseModal party={party} onClose={close} /> : null}
    </Section>
  );
}

interface ModalProps {
  readonly party: Party;
  readonly onClose: () => void;
}

/** Hands the copy to the browser as a file that people and programs can read. */
export function saveCopy(copy: DataCopy): void {
  const text = JSON.stringify(copy, null, 2);
  saveAs(new Blob([text], { type: 'application/json' }), `${copy.partyNo}.json`);
}

function CopyModal({ party, onClose }: ModalProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.exportData, {
    params: { id: party.id },
    onDone: (copy) => {
      saveCopy(copy);
      onClose();
    },
  });
  return (
    <Modal open title={t('copyTitle')} footer={null} onCancel={onClose}>
      <ContractForm form={form} submitLabel={t('copy')} onCancel={onClose}>
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Modal>
  );
}

function EraseModal({ party, onClose }: ModalProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.eraseParty, { params: { id: party.id }, onDone: onClose });
  return (
    <Modal open title={t('eraseTitle')} footer={null} onCancel={onClose}>
      <p>{t('eraseHint')}</p>
      <ContractForm form={form} submitLabel={t('erase')} onCancel={onClose}>
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Modal>
  );
}
