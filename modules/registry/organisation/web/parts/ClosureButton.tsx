import { Button, Modal } from 'antd';
import { useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useAct } from '#web/client/index.ts';
import { ConfirmButton, ContractForm, Field, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';

type Register = 'Site' | 'Office' | 'Department' | 'Zone' | 'Window';

interface ClosureButtonProps {
  readonly register: Register;
  readonly name: string;
  readonly record: {
    readonly id: string;
    readonly version: number;
    readonly closedOn: string | null;
  };
}

/** Closes a record with a day and a reason, or takes it into use again. */
export function ClosureButton(props: ClosureButtonProps) {
  return props.record.closedOn === null ? <CloseButton {...props} /> : <ReopenButton {...props} />;
}

function ReopenButton({ register, name, record }: ClosureButtonProps) {
  const t = useWords(messages);
  // The contracts of all registers ask the same of the caller.
  const reopen = useAct(routes[`reopen${register}`] as typeof routes.reopenSite);
  return (
    <ConfirmButton
      size="small"
      question={t('reopenQuestion', { name })}
      onConfirm={() =>
        reopen.mutateAsync({ params: { id: record.id }, body: { version: record.version } })
      }
    >
      {t('reopen')}
    </ConfirmButton>
  );
}

function CloseButton(props: ClosureButtonProps) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('close')}
      </Button>
      {isOpen ? <CloseModal {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CloseModal({
  register,
  name,
  record,
  onClose,
}: ClosureButtonProps & { readonly onClose: () => void }) {
  const t = useWords(messages);
  const form = useContractForm(routes[`close${register}`] as typeof routes.closeSite, {
    params: { id: record.id },
    initial: { closedOn: localDay(systemClock.now()), reason: '', version: record.version },
    onDone: onClose,
  });
  return (
    <Modal open title={t('closeTitle', { name })} footer={null} onCancel={onClose}>
      <p>{t('closeHint')}</p>
      <ContractForm form={form} submitLabel={t('close')} onCancel={onClose}>
        <Field form={form} name="closedOn" label={t('closedOn')} />
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Modal>
  );
}
