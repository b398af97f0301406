import { Select } from 'antd';

import { useCall } from '#web/client/index.ts';
import { ContractForm, Field, Page, useContractForm, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type Settings, SettingsBody } from '../../contract.ts';
import { messages } from './messages.ts';

/** The rules of appointments of the centre. */
export function RulesPage() {
  const t = useWords(messages);
  const settings = useCall(routes.getSettings, undefined, { freshMs: 0 });
  return (
    <Page title={t('rules')} description={t('rulesHint')}>
      <WithAnswer answer={settings}>
        {(answer) => <RulesForm key={answer.version} settings={answer} />}
      </WithAnswer>
    </Page>
  );
}

const NUMBERS = SettingsBody.omit({ remindHoursBefore: true }).keyof().options;
const HOURS = [1, 2, 3, 6, 12, 24, 48, 72].map((value) => ({ value, label: String(value) }));

function RulesForm({ settings }: { readonly settings: Settings }) {
  const t = useWords(messages);
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  return (
    <ContractForm form={form}>
      {NUMBERS.map((name) => (
        <Field key={name} form={form} name={name} label={t(name)} />
      ))}
      <Field form={form} name="remindHoursBefore" label={t('remindHoursBefore')}>
        <Select mode="multiple" options={HOURS} maxCount={3} />
      </Field>
    </ContractForm>
  );
}
