import { Input, Modal } from 'antd';

import { routes as organisation } from '#modules/registry/organisation/contract.ts';
import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { ContractForm, Field, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Act,
  actWords,
  type Complaint,
  Result,
  resultWords,
  routes,
  Satisfaction,
  satisfactionWords,
  TermClass,
} from '../../contract.ts';
import { EvidenceField } from '../parts/Evidence.tsx';
import { messages as partWords } from '../parts/messages.ts';
import { messages } from './messages.ts';

interface Props {
  readonly complaint: Complaint;
  readonly act: Exclude<Act, 'register'>;
  readonly onClose: () => void;
}

/** One step, with what it needs. */
export function ActModal(props: Props) {
  const { say } = useLanguage();
  return (
    <Modal
      open
      title={say(actWords[props.act])}
      footer={null}
      destroyOnHidden
      onCancel={props.onClose}
    >
      <StepForm {...props} />
    </Modal>
  );
}

function StepForm({ complaint, act, onClose }: Props) {
  const t = useWords(messages);
  const p = useWords(partWords);
  const { say } = useLanguage();
  const form = useContractForm(routes.act, {
    params: { id: complaint.id },
    initial: {
      act,
      version: complaint.version,
      ...(act === 'assign' ? { termClass: complaint.termClass } : {}),
    },
    done: t('done', { act: say(actWords[act]) }),
    onDone: onClose,
  });
  return (
    <ContractForm form={form} submitLabel={say(actWords[act])} onCancel={onClose}>
      {act === 'assign' ? <Units form={form} /> : null}
      {act === 'reply' ? (
        <>
          <Field form={form} name="reply" label={t('reply')}>
            <Input.TextArea rows={5} maxLength={1_000} showCount />
          </Field>
          <Field
            form={form}
            name="result"
            label={t('result')}
            options={Result.options.map((value) => ({ value, label: say(resultWords[value]) }))}
          />
          <Field form={form} name="isProven" label={t('proven')} />
        </>
      ) : null}
      {act === 'call-back' ? (
        <Field
          form={form}
          name="satisfaction"
          label={t('satisfaction')}
          options={Satisfaction.options.map((value) => ({
            value,
            label: say(satisfactionWords[value]),
          }))}
        />
      ) : null}
      {act === 'extend' ? <Field form={form} name="days" label={t('days')} /> : null}
      {act === 'reply' ? null : <Field form={form} name="note" label={t('note')} />}
      <Field form={form} name="fileIds" label={p('evidence')}>
        <EvidenceField />
      </Field>
    </ContractForm>
  );
}

function Units({ form }: { readonly form: ReturnType<typeof useContractForm<typeof routes.act>> }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const departments = useCall(organisation.listDepartments, { query: { limit: 200 } });
  const options = (departments.data?.items ?? []).map((one) => ({
    value: one.id,
    label: language === 'en' ? one.nameEn : one.nameZh,
  }));
  return (
    <>
      <Field form={form} name="departmentId" label={t('unit')} options={options} />
      <Field form={form} name="assistingIds" label={t('assisting')} options={options} />
      <Field
        form={form}
        name="termClass"
        label={t('termClass')}
        options={TermClass.options.map((value) => ({ value, label: t(`term.${value}`) }))}
      />
    </>
  );
}
