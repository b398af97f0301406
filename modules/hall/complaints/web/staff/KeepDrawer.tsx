import { routes as staff } from '#modules/registry/staff/contract.ts';
import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { Field, FormDrawer, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** 考评登记: an item, whom it concerns, the day and the evidence. */
export function KeepDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const settings = useCall(routes.getSettings);
  const people = useCall(staff.listPeople, { query: { limit: 500 } });
  const isEnglish = language === 'en';
  const form = useContractForm(routes.keepScore, { done: t('kept'), onDone: onClose });
  return (
    <FormDrawer form={form} title={t('keep')} isOpen onClose={onClose}>
      <Field
        form={form}
        name="item"
        label={t('item')}
        options={(settings.data?.items ?? [])
          .filter((one) => one.isOn)
          .map((one) => ({
            value: one.code,
            label: `${isEnglish ? one.nameEn : one.nameZh}（${String(one.points)}）`,
          }))}
      />
      <Field
        form={form}
        name="personId"
        label={t('person')}
        options={(people.data?.items ?? []).map((one) => ({
          value: one.id,
          label: `${one.employeeNo} ${isEnglish ? one.nameEn : one.nameZh}`,
        }))}
      />
      <Field form={form} name="on" label={t('on')} />
      <Field form={form} name="evidence" label={t('evidence')} />
    </FormDrawer>
  );
}
