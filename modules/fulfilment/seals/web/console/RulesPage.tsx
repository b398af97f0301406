import { Select } from 'antd';

import { useCall } from '#web/client/index.ts';
import { ContractForm, Field, Page, useContractForm, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type Settings } from '../../contract.ts';
import { messages } from './messages.ts';

/** The rules of free seals of the centre. */
export function RulesPage() {
  const t = useWords(messages);
  const settings = useCall(routes.getSettings, undefined, { freshMs: 0 });
  return (
    <Page title={t('rules')} description={t('rulesHint')} isWide={false}>
      <WithAnswer answer={settings}>
        {(answer) => <RulesForm key={answer.version} settings={answer} />}
      </WithAnswer>
    </Page>
  );
}

function RulesForm({ settings }: { readonly settings: Settings }) {
  const t = useWords(messages);
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  return (
    <ContractForm form={form}>
      {(['claimMonths', 'answerMinutes', 'promiseDays'] as const).map((name) => (
        <Field key={name} form={form} name={name} label={t(name)} />
      ))}
      {(['divisions', 'firmKinds'] as const).map((name) => (
        <Field key={name} form={form} name={name} label={t(name)}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Field>
      ))}
      <Field form={form} name="licenceKind" label={t('licenceKind')} />
      <Field form={form} name="filedPattern" label={t('filedPattern')} />
    </ContractForm>
  );
}
