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

import { type QueueSettings, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { messages as screenMessages } from './screen-messages.ts';
import { VolumeField } from './VolumeField.tsx';

/** The rules of the hall. */
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

function SettingsForm({ settings }: { readonly settings: QueueSettings }) {
  const t = useWords(messages);
  const say = useWords(screenMessages);
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  return (
    <ContractForm form={form}>
      <Section title={t('group.missed')}>
        <Field form={form} name="callsBeforeMissed" label={t('callsBeforeMissed')} />
        <Field form={form} name="secondsBetweenCalls" label={t('secondsBetweenCalls')} />
        <Field form={form} name="requeuePosition" label={t('requeuePosition')} />
        <Field form={form} name="noticeAhead" label={t('noticeAhead')} />
      </Section>
      <Section title={say('volume')} description={say('volumeHint')}>
        <Field form={form} name="volume" label={say('volume')}>
          <VolumeField />
        </Field>
        <Field form={form} name="saysYao" label={t('saysYao')} />
        <Field form={form} name="saysEnglish" label={say('saysEnglish')} />
      </Section>
      <Section title={t('group.order')} description={t('group.orderHint')}>
        <Field form={form} name="priorityShare" label={t('priorityShare')} />
        <Field form={form} name="appointmentShare" label={t('appointmentShare')} />
        <Field form={form} name="transferredShare" label={t('transferredShare')} />
        <Field form={form} name="greenShare" label={t('greenShare')} />
      </Section>
      <Section title={t('group.window')}>
        <Field form={form} name="pauseMinutes" label={t('pauseMinutes')} />
        <Field form={form} name="holdMinutes" label={t('holdMinutes')} />
        <Field form={form} name="heldPerWindow" label={t('heldPerWindow')} />
        <Field form={form} name="overflowMinutes" label={t('overflowMinutes')} />
      </Section>
      <Section title={t('group.forecast')}>
        <Field form={form} name="targetMinutes" label={t('targetMinutes')} />
        <Field form={form} name="forecastSamples" label={t('forecastSamples')} />
        <Field form={form} name="closingMinutes" label={t('closingMinutes')} />
      </Section>
    </ContractForm>
  );
}
