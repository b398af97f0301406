import { Field, FormDrawer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type Zone, ZoneKind } from '../../contract.ts';
import { messages as consoleWords } from '../console/messages.ts';
import { messages as words } from '../parts/messages.ts';
import { useRecordForm } from '../parts/use-record-form.ts';

interface ZoneFormProps {
  readonly zone: Zone | undefined;
  readonly siteId: string;
  readonly floor: number;
  readonly onClose: () => void;
}

/** Adds a zone to a site, or changes one. */
export function ZoneForm({ zone, siteId, floor, onClose }: ZoneFormProps) {
  const t = useWords(consoleWords);
  const w = useWords(words);
  const form = useRecordForm(routes.createZone, routes.changeZone, {
    record: zone,
    fresh: { siteId, floor, kind: 'service', x: 0, y: 0, width: 20, height: 10, order: 100 },
    onDone: onClose,
  });
  const kindOptions = ZoneKind.options.map((kind) => ({ value: kind, label: w(`zone.${kind}`) }));
  return (
    <FormDrawer
      form={form}
      title={t(zone === undefined ? 'addZone' : 'changeZone')}
      isOpen
      onClose={onClose}
    >
      <Field form={form} name="code" label={t('code')} hint={t('codeHint')} />
      <Field form={form} name="kind" label={t('kind')} options={kindOptions} />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="floor" label={t('floor')} />
      <Field form={form} name="x" label={t('x')} hint={t('planHint')} />
      <Field form={form} name="y" label={t('y')} />
      <Field form={form} name="width" label={t('width')} />
      <Field form={form} name="height" label={t('height')} />
      <Field form={form} name="order" label={t('order')} hint={t('orderHint')} />
    </FormDrawer>
  );
}
