import { Button, Select } from 'antd';
import { useState } from 'react';

import { useCall, useMay } from '#web/client/index.ts';
import { Field, FormDrawer, StatusTag, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, QuotaRule, routes, type Settings } from '../../contract.ts';
import { messages } from './messages.ts';

/** How many contract staff there are of how many allowed; who keeps the register sets the number. */
export function QuotaButton() {
  const t = useWords(messages);
  const mayManage = useMay()(permissions.manage);
  const [isOpen, setOpen] = useState(false);
  const { data } = useCall(routes.getSettings);
  if (data === undefined) return null;
  const { contractQuota: quota, contractCount: count } = data;
  const text = quota === null ? t('noQuota', { count }) : t('quota', { count, quota });
  const isOver = quota !== null && count > quota;
  const label = <StatusTag tone={isOver ? 'warn' : 'idle'}>{text}</StatusTag>;
  if (!mayManage) return label;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {isOpen ? <QuotaForm settings={data} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function QuotaForm({
  settings,
  onClose,
}: {
  readonly settings: Settings;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const { contractQuota, quotaRule, version } = settings;
  const form = useContractForm(routes.changeSettings, {
    initial: { contractQuota, quotaRule, version },
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('setQuota')} isOpen onClose={onClose}>
      <Field form={form} name="contractQuota" label={t('setQuota')} />
      <Field form={form} name="quotaRule" label={t('quotaRule')}>
        <Select
          options={QuotaRule.options.map((rule) => ({ value: rule, label: t(`rule.${rule}`) }))}
        />
      </Field>
    </FormDrawer>
  );
}
