import { Form, Input, Select } from 'antd';

import {
  ContractForm,
  DayField,
  Field,
  OptionalLabel,
  useContractForm,
  useGo,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { PersonIdentifierKind, routes, Sex } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { ContactFields } from './ContactFields.tsx';
import { messages } from './messages.ts';
import { NumberCheck } from './NumberCheck.tsx';
import { toRegistration } from './register-values.ts';

/** Registers a person. With a citizen number birth and sex follow from it and are not asked. */
export function PersonForm() {
  const t = useWords(messages);
  const w = useWords(words);
  const go = useGo();
  const form = useContractForm(routes.registerPerson, {
    initial: { paperKind: '111' } as never,
    onDone: ({ id }) => go(`/parties/${id}`, { replaces: true }),
    toBody: (values) => toRegistration(values) as never,
  });
  const kind = PersonIdentifierKind.safeParse(Form.useWatch('paperKind', form.form)).data;
  const number: unknown = Form.useWatch('number', form.form);
  const kinds = PersonIdentifierKind.options.map((one) => ({
    value: one,
    label: w(`paper.${one}`),
  }));
  const sexes = Sex.options.map((sex) => ({ value: sex, label: w(`sex.${sex}`) }));
  return (
    <ContractForm form={form} submitLabel={t('save')}>
      <Form.Item name="paperKind" label={t('paperKind')}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item
        name="number"
        label={<OptionalLabel label={t('paperNumber')} />}
        extra={<NumberCheck kind={kind} number={typeof number === 'string' ? number : ''} />}
      >
        <Input autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Field form={form} name="name" label={t('personName')} />
      <Field form={form} name="nameEn" label={t('personNameEn')}>
        <Input autoComplete="off" />
      </Field>
      {kind === '111' || kind === '112' ? null : (
        <>
          <Field form={form} name="sex" label={t('sex')} options={sexes} />
          <Form.Item name="bornOn" label={t('bornOn')}>
            <DayField />
          </Form.Item>
        </>
      )}
      <ContactFields kinds={['mobile', 'email', 'address']} />
      <Field form={form} name="divisionCode" label={t('division')} />
      <Field form={form} name="remark" label={t('remark')} />
    </ContractForm>
  );
}
