import { Select } from 'antd';

import { Field, FormDrawer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ClosedDay, DayKind, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { useNames } from '../parts/use-names.ts';
import { useRecordForm } from '../parts/use-record-form.ts';
import { WEEKDAYS } from './draft.ts';
import { messages } from './messages.ts';

/** Closes a day to come, makes one open, or changes it. */
export function ClosedDayForm({
  day,
  onClose,
}: {
  readonly day: ClosedDay | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const w = useWords(words);
  const names = useNames();
  const form = useRecordForm(routes.createClosedDay, routes.changeClosedDay, {
    record: day,
    fresh: { siteId: null, kind: 'closed', likeWeekday: null, source: '' },
    onDone: onClose,
  });
  const kindOptions = DayKind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  const weekdayOptions = WEEKDAYS.map((value) => ({ value, label: w(`weekday.${value}`) }));
  return (
    <FormDrawer
      form={form}
      title={t(day === undefined ? 'addDay' : 'changeDay')}
      isOpen
      onClose={onClose}
    >
      <Field form={form} name="day" label={t('day')} />
      <Field form={form} name="kind" label={t('kind')} options={kindOptions} />
      <Field form={form} name="likeWeekday" label={t('likeWeekday')}>
        <Select allowClear options={weekdayOptions} />
      </Field>
      <Field
        form={form}
        name="siteId"
        label={t('site')}
        options={names.siteOptions}
        hint={t('siteHint')}
      />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="source" label={t('source')} hint={t('sourceHint')} />
    </FormDrawer>
  );
}
