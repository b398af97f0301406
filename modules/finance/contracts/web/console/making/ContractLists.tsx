import { Button, Form, Input, InputNumber } from 'antd';

import { useWords } from '#web/kit/words.ts';

import { Trigger } from '../../../contract.ts';
import { words } from './messages.ts';
import { ChoiceField, LineField, MoneyField } from './parts.tsx';

/** Which lines pay, and how much each. */
export function ShareList({ year }: { readonly year: number | undefined }) {
  const t = useWords(words);
  return (
    <Form.List name={['body', 'shares']}>
      {(fields, { add, remove }) => (
        <fieldset className="ow-contracts-list">
          <legend>{t('shares')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="ow-contracts-row">
              <Form.Item name={[name, 'lineId']} label={t('line')} required>
                <LineField year={year} />
              </Form.Item>
              <Form.Item name={[name, 'amount']} label={t('amount')} required>
                <MoneyField />
              </Form.Item>
              <Button
                onClick={() => remove(name)}
                disabled={fields.length === 1}
                aria-label={t('removeShare', { at: name + 1 })}
              >
                {t('remove')}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({})}>{t('addShare')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

const triggers = Trigger.options.map((option) => option.shape.on.value);

/** What is paid when: percentages that add up to a hundred, each with the event that it waits for. */
export function InstalmentList() {
  const t = useWords(words);
  return (
    <Form.List name={['body', 'instalments']}>
      {(fields, { add, remove }) => (
        <fieldset className="ow-contracts-list">
          <legend>{t('instalments')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="ow-contracts-row" data-many="yes">
              <Form.Item name={[name, 'label']} label={t('label')} required>
                <Input autoComplete="off" maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'percent']} label={t('percent')} required>
                <Input inputMode="decimal" autoComplete="off" suffix="%" />
              </Form.Item>
              <Form.Item name={[name, 'trigger', 'on']} label={t('trigger')} required>
                <ChoiceField options={triggers} say={(one) => t(`trigger.${one}`)} />
              </Form.Item>
              <Months at={name} />
              <Button
                onClick={() => remove(name)}
                aria-label={t('removeInstalment', { at: name + 1 })}
              >
                {t('remove')}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({})}>{t('addInstalment')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function Months({ at }: { readonly at: number }) {
  const t = useWords(words);
  const on = Form.useWatch<string | undefined>(['body', 'instalments', at, 'trigger', 'on']);
  if (on !== 'months-served') return null;
  return (
    <Form.Item name={[at, 'trigger', 'months']} label={t('months')} required>
      <InputNumber min={1} max={60} precision={0} />
    </Form.Item>
  );
}
