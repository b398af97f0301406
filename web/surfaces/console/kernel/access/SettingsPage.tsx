import type { AccessSettings } from '#kernel/access/contract-entry.ts';
import { routes } from '#kernel/access/contract.ts';

import { useCall } from '../../../../client/index.ts';
import {
  ContractForm,
  Field,
  Page,
  Section,
  useContractForm,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

const parts = [
  {
    title: 'sessionRules',
    fields: [
      'staffIdleMinutes',
      'staffAbsoluteHours',
      'citizenIdleMinutes',
      'citizenAbsoluteHours',
    ],
  },
  { title: 'lockRules', fields: ['lockAfterFailures', 'firstLockSeconds', 'longestLockMinutes'] },
  {
    title: 'passwordRules',
    fields: ['passwordMinLength', 'passwordMaxAgeDays', 'staffSecondFactor'],
  },
  { title: 'otherRules', fields: ['proofMinutes', 'confirmAdministrators', 'enrolmentMinutes'] },
] as const;

const hints = {
  firstLockSeconds: 'firstLockHint',
  passwordMaxAgeDays: 'passwordMaxAgeHint',
} as const;

/** The rules of sign-in of the centre. */
export function SettingsPage() {
  const t = useWords(messages);
  const answer = useCall(routes.getAccessSettings);
  return (
    <Page title={t('settings')} description={t('settingsHint')} isWide={false}>
      <WithAnswer answer={answer}>{(settings) => <SettingsForm settings={settings} />}</WithAnswer>
    </Page>
  );
}

function SettingsForm({ settings }: { readonly settings: AccessSettings }) {
  const t = useWords(messages);
  const form = useContractForm(routes.changeAccessSettings, { initial: settings });
  return (
    <ContractForm form={form}>
      {parts.map(({ title, fields }) => (
        <Section key={title} title={t(title)}>
          {fields.map((name) => (
            <Field
              key={name}
              form={form}
              name={name}
              label={t(name)}
              hint={name in hints ? t(hints[name as keyof typeof hints]) : undefined}
            />
          ))}
        </Section>
      ))}
    </ContractForm>
  );
}
