import { useCall } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  Page,
  Section,
  useContractForm,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type KioskSettings, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** How long the kiosks wait for their visitors. */
export function SettingsPage() {
  const t = useWords(messages);
  const answer = useCall(routes.getSettings);
  return (
    <Page title={t('settings')} description={t('settingsHint')} isWide={false}>
      <WithAnswer answer={answer}>
        {(settings) => <SettingsForm key={settings.version} settings={settings} />}
      </WithAnswer>
    </Page>
  );
}

function SettingsForm({ settings }: { readonly settings: KioskSettings }) {
  const t = useWords(messages);
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  return (
    <ContractForm form={form}>
      <Section title={t('atKiosk')} description={t('atKioskHint')}>
        <Field form={form} name="idleSeconds" label={t('idleSeconds')} />
        <Field form={form} name="warningSeconds" label={t('warningSeconds')} />
        <Field
          form={form}
          name="elderFactor"
          label={t('elderFactor')}
          hint={t('elderFactorHint')}
        />
      </Section>
      <Section title={t('atServer')} description={t('atServerHint')}>
        <Field form={form} name="visitIdleMinutes" label={t('visitIdleMinutes')} />
        <Field form={form} name="visitMinutes" label={t('visitMinutes')} />
        <Field form={form} name="linkMinutes" label={t('linkMinutes')} />
      </Section>
    </ContractForm>
  );
}
