import { Modal } from 'antd';

import { routes as fileRoutes } from '#kernel/files/contract.ts';
import { useCall } from '#web/client/index.ts';
import { ContractForm, Field, Notice, UploadField, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Party, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';

/** A clerk says that person and paper belong together; for a child, with which guardian. */
export function VerifyModal({
  party,
  onClose,
}: {
  readonly party: Party;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const w = useWords(words);
  const form = useContractForm(routes.verifyParty, {
    params: { id: party.id },
    initial: { documentKind: party.identifiers[0]?.kind ?? '111', fileId: null, guardianId: null },
    onDone: onClose,
  });
  const kinds = [...new Set(party.identifiers.map(({ kind }) => kind))];
  return (
    <Modal open title={t('verifyTitle')} footer={null} onCancel={onClose}>
      <p>{t('verifyHint')}</p>
      <ContractForm form={form} submitLabel={t('confirm')} onCancel={onClose}>
        <Field
          form={form}
          name="documentKind"
          label={t('documentKind')}
          options={kinds.map((kind) => ({ value: kind, label: w(`paper.${kind}`) }))}
        />
        {party.needsGuardian ? <GuardianField party={party} form={form} /> : null}
        <UploadField
          label={t('evidence')}
          contract={fileRoutes.uploadFiles}
          place={{ query: { purpose: 'parties.identity-evidence' } }}
          accept="image/*,.pdf"
          onDone={({ items }) => {
            form.form.setFieldValue('fileId', items[0]?.id ?? null);
          }}
        />
      </ContractForm>
    </Modal>
  );
}

function GuardianField({
  party,
  form,
}: {
  readonly party: Party;
  readonly form: ReturnType<typeof useContractForm<typeof routes.verifyParty>>;
}) {
  const t = useWords(messages);
  const mandates = useCall(routes.listMandates, { params: { id: party.id } });
  const guardians = (mandates.data?.items ?? []).filter(
    (one) => one.kind === 'guardian' && one.principal.id === party.id && one.state === 'current',
  );
  if (mandates.data !== undefined && guardians.length === 0)
    return <Notice tone="warn" title={t('noGuardian')} />;
  return (
    <Field
      form={form}
      name="guardianId"
      label={t('guardian')}
      options={guardians.map(({ representative }) => ({
        value: representative.id,
        label: `${representative.name} ${representative.partyNo}`,
      }))}
    />
  );
}
