import { InputNumber, Switch } from 'antd';

import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  ContractForm,
  Field,
  Page,
  RowTable,
  Section,
  useContractForm,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type AssessmentItem,
  type ComplaintSettings,
  Kind,
  routes,
  type Terms,
} from '../../contract.ts';
import { messages } from './messages.ts';

import './staff.css';

/** Terms of each kind, and the items of the assessment with their points. */
export function SettingsPage() {
  const t = useWords(messages);
  const answer = useCall(routes.getSettings);
  return (
    <Page title={t('settings')} description={t('settingsHint')}>
      <WithAnswer answer={answer}>
        {(settings) => <SettingsForm key={settings.version} settings={settings} />}
      </WithAnswer>
    </Page>
  );
}

const FIGURES = ['base', 'bonusMost', 'passFrom', 'nearlyFrom', 'appealDays'] as const;

function SettingsForm({ settings }: { readonly settings: ComplaintSettings }) {
  const t = useWords(messages);
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  return (
    <ContractForm form={form}>
      <Section>
        {Kind.options.map((kind) => (
          <Field key={kind} form={form} name={kind} label={t(`terms.${kind}`)}>
            <TermsField />
          </Field>
        ))}
      </Section>
      <Section title={t('scoring')}>
        {FIGURES.map((name) => (
          <Field key={name} form={form} name={name} label={t(name)} />
        ))}
        <Field form={form} name="items" label={t('items')}>
          <ItemsField />
        </Field>
      </Section>
    </ContractForm>
  );
}

const TERMS = [
  'contactDays',
  'urgent',
  'normal',
  'hard',
  'returnDays',
  'callBackDays',
  'extensionMost',
] as const;

interface TermsFieldProps {
  readonly value?: Terms;
  readonly onChange?: (terms: Terms) => void;
}

function TermsField({ value, onChange }: TermsFieldProps) {
  const t = useWords(messages);
  if (value === undefined) return null;
  return (
    <div className="ow-cp-terms">
      {TERMS.map((name) => (
        <label key={name}>
          {t(name)}
          <InputNumber
            min={0}
            max={60}
            precision={0}
            value={value[name]}
            onChange={(next) => onChange?.({ ...value, [name]: next ?? 0 })}
          />
        </label>
      ))}
    </div>
  );
}

interface ItemsFieldProps {
  readonly value?: readonly AssessmentItem[];
  readonly onChange?: (items: AssessmentItem[]) => void;
}

const NONE: readonly AssessmentItem[] = [];

function ItemsField({ value = NONE, onChange }: ItemsFieldProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const name = (item: AssessmentItem) => (language === 'en' ? item.nameEn : item.nameZh);
  const change = (code: string, more: Partial<AssessmentItem>) =>
    onChange?.(value.map((item) => (item.code === code ? { ...item, ...more } : item)));
  return (
    <RowTable
      label={t('items')}
      rows={value}
      rowKey={(item) => item.code}
      columns={[
        { key: 'name', title: t('item'), render: name },
        {
          key: 'points',
          title: t('points'),
          render: (item) => (
            <InputNumber
              step={0.5}
              value={item.points}
              aria-label={`${name(item)} ${t('points')}`}
              onChange={(points) => change(item.code, { points: points ?? 0 })}
            />
          ),
        },
        {
          key: 'cap',
          title: t('cap'),
          render: (item) => (
            <InputNumber
              min={0}
              value={item.cap}
              aria-label={`${name(item)} ${t('cap')}`}
              onChange={(cap) => change(item.code, { cap: cap ?? 0 })}
            />
          ),
        },
        {
          key: 'auto',
          title: t('automatic'),
          render: (item) => (item.source === null ? '' : t('automatic')),
        },
        {
          key: 'on',
          title: t('isOn'),
          render: (item) => (
            <Switch
              checked={item.isOn}
              aria-label={`${name(item)} ${t('isOn')}`}
              onChange={(isOn) => change(item.code, { isOn })}
            />
          ),
        },
      ]}
    />
  );
}
