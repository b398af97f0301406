import { Form } from 'antd';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { routes as fileRoutes } from '#kernel/files/contract.ts';
import { Field, FormDrawer, UploadField, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { MandateKind, type Party, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { PartyPicker } from '../parts/PartyPicker.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { messages } from './messages.ts';

/** Records who may act for a party: found in the register by number, telephone or name. */
export function MandateDrawer({
  party,
  onClose,
}: {
  readonly party: Party;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const w = useWords(words);
  const { options } = useDepartments();
  const form = useContractForm(routes.addMandate, {
    params: { id: party.id },
    initial: {
      kind: party.needsGuardian ? 'guardian' : 'agent',
      isForAll: party.needsGuardian,
      departmentCodes: [],
      validFrom: localDay(systemClock.now()),
    },
    onDone: onClose,
  });
  const isForAll = Form.useWatch('isForAll', form.form) === true;
  const kinds = MandateKind.options.filter(
    (kind) => kind !== (party.kind === 'person' ? 'legal-representative' : 'guardian'),
  );
  return (
    <FormDrawer form={form} title={t('mandateTitle')} isOpen onClose={onClose}>
      <Field form={form} name="representativeId" label={t('representative')}>
        <PartyPicker kind="person" except={party.id} label={t('findRepresentative')} />
      </Field>
      <Field
        form={form}
        name="kind"
        label={t('relation')}
        options={kinds.map((kind) => ({ value: kind, label: w(`mandate.${kind}`) }))}
      />
      <Field form={form} name="isForAll" label={t('isForAll')} />
      {isForAll ? null : (
        <Field form={form} name="departmentCodes" label={t('departments')} options={options} />
      )}
      <Field form={form} name="validFrom" label={t('validFrom')} />
      <Field form={form} name="validTo" label={t('validTo')} />
      <Field form={form} name="documentNo" label={t('documentNo')} />
      <UploadField
        label={t('document')}
        contract={fileRoutes.uploadFiles}
        place={{ query: { purpose: 'parties.mandate-document' } }}
        accept="image/*,.pdf"
        onDone={({ items }) => {
          form.form.setFieldValue('documentFileId', items[0]?.id ?? null);
        }}
      />
    </FormDrawer>
  );
}
