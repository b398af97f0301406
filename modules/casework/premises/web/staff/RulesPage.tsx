import { Select } from 'antd';

import { useCall } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  Page,
  Section,
  useContractForm,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { CarrierKind, carrierKindWords, routes, type Settings } from '../../contract.ts';
import { messages } from './messages.ts';
import { TradesField } from './TradesField.tsx';

import './staff.css';

/** What belongs together stands together. */
const PARTS = [
  { part: 'partUnits', names: ['maxSubjects', 'maxGroupCodes', 'areaPerSubjectM2'] },
  { part: 'partTerm', names: ['minLeaseMonths', 'renewFromDays'] },
  { part: 'partChecks', names: ['townDays', 'regulatorDays', 'unreachablePercent'] },
  { part: 'partNumbers', names: ['numberPattern', 'regulatorCode', 'daysSavedPerUse'] },
] as const;

/** Days before an end at which an operator can be told. */
const REMIND_DAYS = [90, 60, 45, 30, 15, 7, 3, 1];

/** The rules of the premises register of the centre. */
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
  const { say } = useLanguage();
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  const kinds = CarrierKind.options.map((value) => ({
    value,
    label: say(carrierKindWords[value]),
  }));
  const days = REMIND_DAYS.map((value) => ({ value, label: t('daysBefore', { days: value }) }));
  return (
    <ContractForm form={form}>
      {PARTS.map(({ part, names }) => (
        <Section key={part} title={t(part)}>
          <div className="ow-prem-rules">
            {names.map((name) => (
              <Field key={name} form={form} name={name} label={t(name)} />
            ))}
          </div>
          {part === 'partUnits' ? (
            <Field form={form} name="unlimitedKinds" label={t('unlimitedKinds')}>
              <Select mode="multiple" options={kinds} />
            </Field>
          ) : null}
          {part === 'partTerm' ? (
            <Field form={form} name="remindDays" label={t('remindDays')}>
              <Select mode="multiple" options={days} maxCount={5} />
            </Field>
          ) : null}
        </Section>
      ))}
      <Section title={t('partTrades')} description={t('tradesHint')}>
        <Field form={form} name="closedToSensitive" label={t('closedToSensitive')}>
          <Select mode="multiple" options={kinds} />
        </Field>
        <Field form={form} name="sensitiveTrades" label={t('sensitiveTrades')}>
          <TradesField />
        </Field>
      </Section>
    </ContractForm>
  );
}
