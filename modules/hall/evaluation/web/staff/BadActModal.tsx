import { Input, Modal } from 'antd';

import { routes as organisation } from '#modules/registry/organisation/contract.ts';
import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { ContractForm, Field, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type BadAct,
  badActWords,
  type BadCase,
  CallBackResult,
  callBackWords,
  Complexity,
  ExclusionGround,
  Finding,
  findingWords,
  routes,
} from '../../contract.ts';
import { messages } from './messages.ts';

export type Doable = Exclude<BadAct, 'open'>;

interface Props {
  readonly bad: BadCase;
  readonly act: Doable;
  readonly onClose: () => void;
}

/** One step of the loop, with what it needs. */
export function BadActModal(props: Props) {
  const { say } = useLanguage();
  return (
    <Modal
      open
      title={say(badActWords[props.act])}
      footer={null}
      destroyOnHidden
      onCancel={props.onClose}
    >
      {props.act === 'assign' ? <AssignForm {...props} /> : <StepForm {...props} />}
    </Modal>
  );
}

/** The forms of all steps share these routes’ shape: a version and a few fields. */
function useStepForm({ bad, act, onClose }: Props) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return useContractForm(routes[act] as typeof routes.contact, {
    params: { id: bad.id },
    initial: { version: bad.version, ...(act === 'verify' ? { complexity: 'simple' } : {}) },
    toBody: (values) => ({ ...values, version: bad.version }) as never,
    done: t('doneAct', { act: say(badActWords[act]) }),
    onDone: onClose,
  });
}

function StepForm(props: Props) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const { act, onClose } = props;
  const form = useStepForm(props);
  const field = (name: string) => name as 'note';
  return (
    <ContractForm form={form} submitLabel={say(badActWords[act])} onCancel={onClose}>
      {act === 'verify' ? (
        <>
          <Field
            form={form}
            name={field('finding')}
            label={t('finding')}
            options={Finding.options.map((value) => ({ value, label: say(findingWords[value]) }))}
          />
          <Field
            form={form}
            name={field('complexity')}
            label={t('complexity')}
            options={Complexity.options.map((value) => ({ value, label: t(value) }))}
          />
        </>
      ) : null}
      {act === 'call-back' ? (
        <Field
          form={form}
          name={field('result')}
          label={t('result')}
          options={CallBackResult.options.map((value) => ({
            value,
            label: say(callBackWords[value]),
          }))}
        />
      ) : null}
      {act === 'exclude' ? (
        <Field
          form={form}
          name={field('ground')}
          label={t('ground')}
          options={ExclusionGround.options.map((value) => ({ value, label: t(`ground.${value}`) }))}
        />
      ) : null}
      {act === 'rectify' ? (
        <Field form={form} name={field('measures')} label={t('measures')}>
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Field>
      ) : null}
      {act === 'answer' ? (
        <Field form={form} name={field('reply')} label={t('reply')} hint={t('replyHint')}>
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Field>
      ) : null}
      {act === 'rectify' || act === 'answer' ? null : (
        <Field form={form} name="note" label={labelOf(act, t)}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Field>
      )}
    </ContractForm>
  );
}

function labelOf(act: Doable, t: ReturnType<typeof useWords<(typeof messages)['zh-CN']>>): string {
  if (act === 'contact') return t('noteContact');
  return act === 'verify' ? t('noteVerify') : t('note');
}

function AssignForm(props: Props) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const departments = useCall(organisation.listDepartments, { query: { limit: 200 } });
  const form = useStepForm(props);
  return (
    <ContractForm form={form} submitLabel={say(badActWords.assign)} onCancel={props.onClose}>
      <Field
        form={form}
        name={'departmentId' as 'note'}
        label={t('unit')}
        options={(departments.data?.items ?? []).map((one) => ({
          value: one.id,
          label: language === 'en' ? one.nameEn : one.nameZh,
        }))}
      />
      <Field form={form} name="note" label={t('note')} />
    </ContractForm>
  );
}
