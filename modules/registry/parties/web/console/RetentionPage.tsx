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

import { routes, type Settings } from '../../contract.ts';
import { messages } from './messages.ts';

/** How long personal data is kept, and by which rule. */
export function RetentionPage() {
  const t = useWords(messages);
  const settings = useCall(routes.getSettings);
  return (
    <Page title={t('retention')} description={t('retentionHint')} isWide={false}>
      <Section>
        <WithAnswer answer={settings}>
          {(data) => <RetentionForm key={data.version} settings={data} />}
        </WithAnswer>
      </Section>
    </Page>
  );
}

function RetentionForm({ settings }: { readonly settings: Settings }) {
  const t = useWords(messages);
  const form = useContractForm(routes.changeSettings, { initial: settings });
  return (
    <ContractForm form={form} submitLabel={t('save')}>
      <Field form={form} name="keepYears" label={t('keepYears')} />
      <Field form={form} name="basis" label={t('basis')} />
    </ContractForm>
  );
}
