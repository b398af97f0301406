import { useCall } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  Page,
  Section,
  TimeField,
  useContractForm,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CaseSettings, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** When lights change, and limits that the centre sets for itself. */
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

function SettingsForm({ settings }: { readonly settings: CaseSettings }) {
  const t = useWords(messages);
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  return (
    <ContractForm form={form}>
      <Section title={t('lights')}>
        <Field form={form} name="yellowPercent" label={t('yellowPercent')} />
        <Field form={form} name="yellowLeastDays" label={t('yellowLeastDays')} />
      </Section>
      <Section title={t('terms')}>
        <Field form={form} name="closingMinute" label={t('closing')} hint={t('closingHint')}>
          <MinuteField />
        </Field>
        <Field form={form} name="correctionDays" label={t('correctionDays')} />
        <Field form={form} name="supplementBefore" label={t('supplementBefore')} />
        <Field form={form} name="supplementMostDays" label={t('supplementMostDays')} />
        <Field form={form} name="opinionDays" label={t('opinionDays')} />
      </Section>
      <Section title={t('retention')} description={t('retentionHint')}>
        <Field form={form} name="retentionGrantedYears" label={t('retentionGranted')} />
        <Field form={form} name="retentionOtherYears" label={t('retentionOther')} />
      </Section>
    </ContractForm>
  );
}

interface MinuteFieldProps {
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (minute: number | undefined) => void;
}

/** Minutes of the day as the clock shows them. */
function MinuteField({ id, value, onChange }: MinuteFieldProps) {
  const pad = (part: number) => String(part).padStart(2, '0');
  const shown = value === undefined ? null : `${pad(Math.floor(value / 60))}:${pad(value % 60)}`;
  return (
    <TimeField
      {...(id === undefined ? {} : { id })}
      value={shown}
      onChange={(time) => {
        const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number);
        onChange?.(time === null ? undefined : hours * 60 + minutes);
      }}
    />
  );
}
