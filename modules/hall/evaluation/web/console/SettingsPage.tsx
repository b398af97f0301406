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

import { type DetectionRule, type EvaluationSettings, gradeWords, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** Terms, pad, defaults and the rules by which odd ratings are found. */
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

const TERMS = [
  'contactDays',
  'simpleDays',
  'complexDays',
  'callBackDays',
  'appealDays',
  'reviewDays',
] as const;

function SettingsForm({ settings }: { readonly settings: EvaluationSettings }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const form = useContractForm(routes.changeSettings, { initial: settings, done: t('saved') });
  return (
    <ContractForm form={form}>
      <Section title={t('terms')}>
        {TERMS.map((name) => (
          <Field key={name} form={form} name={name} label={t(name)} />
        ))}
      </Section>
      <Section title={t('pad')}>
        <Field form={form} name="padSeconds" label={t('padSeconds')} />
        <Field form={form} name="thanksSeconds" label={t('thanksSeconds')} />
      </Section>
      <Section title={t('rating')}>
        <Field form={form} name="openDays" label={t('openDays')} />
        <Field form={form} name="additionDays" label={t('additionDays')} />
      </Section>
      <Section title={t('defaults')}>
        <Field
          form={form}
          name="defaultAfterDays"
          label={t('defaultAfterDays')}
          hint={t('defaultHint')}
        >
          <InputNumber className="ow-field-narrow" min={1} max={60} precision={0} />
        </Field>
        <Field
          form={form}
          name="defaultGrade"
          label={t('defaultGrade')}
          options={(['satisfied', 'basically-satisfied'] as const).map((value) => ({
            value,
            label: say(gradeWords[value]),
          }))}
        />
      </Section>
      <Section title={t('publishing')}>
        <Field form={form} name="publicLeast" label={t('publicLeast')} />
      </Section>
      <Section title={t('detection')} description={t('detectionHint')}>
        <Field form={form} name="suspicionLimit" label={t('suspicionLimit')} />
        <Field form={form} name="rules" label={t('rule')}>
          <RulesField />
        </Field>
      </Section>
    </ContractForm>
  );
}

interface RulesFieldProps {
  readonly value?: readonly DetectionRule[];
  readonly onChange?: (rules: DetectionRule[]) => void;
}

const NO_RULES: readonly DetectionRule[] = [];

function RulesField({ value = NO_RULES, onChange }: RulesFieldProps) {
  const t = useWords(messages);
  const change = (code: string, more: Partial<DetectionRule>) =>
    onChange?.(value.map((rule) => (rule.code === code ? { ...rule, ...more } : rule)));
  const number = (
    rule: DetectionRule,
    key: 'threshold' | 'withinMinutes' | 'weight',
    title: string,
  ) => (
    <InputNumber
      min={key === 'weight' ? 1 : 0}
      precision={0}
      value={rule[key]}
      aria-label={`${t(`rule.${rule.code}`)} ${title}`}
      onChange={(next) => change(rule.code, { [key]: next ?? 0 })}
    />
  );
  return (
    <RowTable
      label={t('detection')}
      rows={value}
      rowKey={(rule) => rule.code}
      columns={[
        { key: 'rule', title: t('rule'), render: (rule) => t(`rule.${rule.code}`) },
        {
          key: 'on',
          title: t('isOn'),
          render: (rule) => (
            <Switch
              checked={rule.isOn}
              aria-label={`${t(`rule.${rule.code}`)} ${t('isOn')}`}
              onChange={(isOn) => change(rule.code, { isOn })}
            />
          ),
        },
        {
          key: 'threshold',
          title: t('threshold'),
          render: (rule) => number(rule, 'threshold', t('threshold')),
        },
        {
          key: 'within',
          title: t('within'),
          render: (rule) => number(rule, 'withinMinutes', t('within')),
        },
        {
          key: 'weight',
          title: t('weight'),
          render: (rule) => number(rule, 'weight', t('weight')),
        },
      ]}
    />
  );
}
