import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { Field, FormDrawer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type Window, WindowKind } from '../../contract.ts';
import { messages as consoleWords } from '../console/messages.ts';
import { messages as words } from '../parts/messages.ts';
import { useNames } from '../parts/use-names.ts';
import { useRecordForm } from '../parts/use-record-form.ts';

interface WindowFormProps {
  readonly window: Window | undefined;
  readonly siteId: string;
  readonly onClose: () => void;
}

/** Adds a window to a site, or changes one. */
export function WindowForm({ window, siteId, onClose }: WindowFormProps) {
  const t = useWords(consoleWords);
  const w = useWords(words);
  const names = useNames();
  const form = useRecordForm(routes.createWindow, routes.changeWindow, {
    record: window,
    fresh: {
      siteId,
      kind: 'comprehensive',
      departmentIds: [],
      isAccessible: false,
      x: 50,
      y: 30,
      validFrom: localDay(systemClock.now()),
    },
    onDone: onClose,
  });
  const kindOptions = WindowKind.options.map((kind) => ({
    value: kind,
    label: w(`window.${kind}`),
  }));
  return (
    <FormDrawer
      form={form}
      title={t(window === undefined ? 'addWindow' : 'changeWindow')}
      isOpen
      onClose={onClose}
    >
      <Field form={form} name="number" label={t('number')} />
      <Field form={form} name="zoneId" label={t('zone')} options={names.zoneOptions(siteId)} />
      <Field form={form} name="kind" label={t('kind')} options={kindOptions} />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field
        form={form}
        name="departmentIds"
        label={t('served')}
        options={names.departmentOptions}
      />
      <Field form={form} name="isAccessible" label={t('accessible')} />
      <Field form={form} name="x" label={t('x')} hint={t('planHint')} />
      <Field form={form} name="y" label={t('y')} />
      <Field form={form} name="validFrom" label={t('validFrom')} />
    </FormDrawer>
  );
}
