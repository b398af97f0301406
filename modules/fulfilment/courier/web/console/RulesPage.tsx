import { Select } from 'antd';

import { useCall } from '#web/client/index.ts';
import { ContractForm, Field, Page, useContractForm, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Channel, routes, type Settings, SiteKind } from '../../contract.ts';
import { messages } from './messages.ts';

/** Whose parcels are free in the centre, and what is allowed on a bill. */
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
  const channels = Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }));
  const sites = SiteKind.options.map((value) => ({ value, label: t(`site.${value}`) }));
  return (
    <ContractForm form={form}>
      <Field form={form} name="windowChannels" label={t('windowChannels')}>
        <Select mode="multiple" options={channels} />
      </Field>
      <Field form={form} name="siteKinds" label={t('siteKinds')}>
        <Select mode="multiple" options={sites} />
      </Field>
      <Field form={form} name="onlineChannels" label={t('onlineChannels')}>
        <Select mode="multiple" options={channels} />
      </Field>
      <Field form={form} name="divisions" label={t('divisions')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Field>
      <Field form={form} name="usualGrams" label={t('usualGrams')} />
      <Field form={form} name="toleranceGrams" label={t('toleranceGrams')} />
    </ContractForm>
  );
}
