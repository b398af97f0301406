import { Form, Input, Select } from 'antd';

import {
  ContractForm,
  Field,
  OptionalLabel,
  useContractForm,
  useGo,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { FirmIdentifierKind, OrganisationKind, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { ContactFields } from './ContactFields.tsx';
import { messages } from './messages.ts';
import { NumberCheck } from './NumberCheck.tsx';
import { toRegistration } from './register-values.ts';

/** Registers a firm or another organisation. */
export function FirmForm() {
  const t = useWords(messages);
  const w = useWords(words);
  const go = useGo();
  const form = useContractForm(routes.registerOrganisation, {
    initial: { paperKind: 'uscc', organisationKind: 'company' } as never,
    onDone: ({ id }) => go(`/parties/${id}`, { replaces: true }),
    toBody: (values) => toRegistration(values) as never,
  });
  const kind = FirmIdentifierKind.safeParse(Form.useWatch('paperKind', form.form)).data;
  const number: unknown = Form.useWatch('number', form.form);
  const papers = FirmIdentifierKind.options.map((one) => ({
    value: one,
    label: w(`paper.${one}`),
  }));
  const kinds = OrganisationKind.options.map((one) => ({ value: one, label: w(`org.${one}`) }));
  return (
    <ContractForm form={form} submitLabel={t('save')}>
      <Form.Item name="paperKind" label={t('paperKind')}>
        <Select options={papers} />
      </Form.Item>
      <Form.Item
        name="number"
        label={<OptionalLabel label={t('paperNumber')} />}
        extra={<NumberCheck kind={kind} number={typeof number === 'string' ? number : ''} />}
      >
        <Input autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Field form={form} name="name" label={t('name')} />
      <Field form={form} name="nameEn" label={t('nameEn')}>
        <Input autoComplete="off" />
      </Field>
      <Field form={form} name="organisationKind" label={t('organisationKind')} options={kinds} />
      <Field form={form} name="establishedOn" label={t('establishedOn')} />
      <ContactFields kinds={['landline', 'mobile', 'email', 'address']} />
      <Field form={form} name="divisionCode" label={t('division')} />
      <Field form={form} name="remark" label={t('remark')} />
    </ContractForm>
  );
}
