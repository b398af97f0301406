import { Select } from 'antd';

import { routes as organisation } from '#modules/registry/organisation/contract.ts';
import { useCall } from '#web/client/index.ts';
import { Field, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../../contract.ts';
import { ActDrawer, type ActFormProps } from './ActDrawer.tsx';
import { messages } from './messages.ts';

export function AskOpinionForm(props: ActFormProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { data } = useCall(organisation.getDirectory, undefined, { freshMs: 300_000 });
  const options = (data?.departments ?? [])
    .filter(({ isClosed, id }) => !isClosed && id !== props.file.department?.id)
    .map((one) => ({ value: one.id, label: language === 'zh-CN' ? one.nameZh : one.nameEn }));
  return (
    <ActDrawer {...props} act="ask-opinion" contract={routes.askOpinion}>
      {(form) => (
        <>
          <Field form={form} name="departmentId" label={t('department')}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
          </Field>
          <Field form={form} name="question" label={t('question')} />
          <Field form={form} name="dueOn" label={t('answerDue')} />
        </>
      )}
    </ActDrawer>
  );
}

export function GiveOpinionForm(props: ActFormProps) {
  const t = useWords(messages);
  const open = props.file.opinions.filter(({ answer }) => answer === null);
  const [only] = open;
  return (
    <ActDrawer
      {...props}
      act="give-opinion"
      contract={routes.giveOpinion}
      initial={only === undefined ? {} : { opinionId: only.id }}
    >
      {(form) => (
        <>
          <Field
            form={form}
            name="opinionId"
            label={t('question')}
            options={open.map((one) => ({ value: one.id, label: one.question }))}
          />
          <Field
            form={form}
            name="answer"
            label={t('answer')}
            options={(['agrees', 'objects', 'no-view'] as const).map((answer) => ({
              value: answer,
              label: t(`answer.${answer}`),
            }))}
          />
          <Field form={form} name="text" label={t('answerText')} />
        </>
      )}
    </ActDrawer>
  );
}
