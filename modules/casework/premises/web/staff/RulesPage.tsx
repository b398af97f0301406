import { Select } from 'antd';

import { useCall } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  Page,
  useContractForm,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { CarrierKind, carrierKindWords, routes, type Settings } from '../../contract.ts';
import { messages } from './messages.ts';

const PLAIN = [
  'minLeaseMonths',
  'maxSubjects',
  'areaPerSubjectM2',
  'renewFromDays',
  'townDays',
  'regulatorDays',
  'unreachablePercent',
  'daysSavedPerUse',
  'regulatorCode',
  'numberPattern',
] as const;
const KINDS = ['unlimitedKinds', 'closedToSensitive'] as const;

/** The rules of the premises register of the centre. */
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

function RulesForm({ settings }: { readonly settings: Settings }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  const options = CarrierKind.options.map((value) => ({
    value,
    label: say(carrierKindWords[value]),
  }));
  return (
    <ContractForm form={form}>
      {PLAIN.map((name) => (
        <Field key={name} form={form} name={name} label={t(name)} />
      ))}
      {KINDS.map((name) => (
        <Field key={name} form={form} name={name} label={t(name)}>
          <Select mode="multiple" options={options} />
        </Field>
      ))}
    </ContractForm>
  );
}
