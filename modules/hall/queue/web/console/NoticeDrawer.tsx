import { systemClock } from '#kernel/clock/clock.ts';
import { Field, FormDrawer, TimeField, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Notice, type NoticeInput, routes } from '../../contract.ts';
import { messages } from './screen-messages.ts';
import { useZones } from './use-zones.ts';

interface NoticeDrawerProps {
  readonly siteId: string;
  /** Undefined for a new one. */
  readonly notice: Notice | undefined;
  readonly onClose: () => void;
}

/** A notice, new or to be changed. */
export function NoticeDrawer({ siteId, notice, onClose }: NoticeDrawerProps) {
  return notice === undefined ? (
    <NewNotice siteId={siteId} onClose={onClose} />
  ) : (
    <ChangedNotice notice={notice} onClose={onClose} />
  );
}

const DAY_MS = 86_400_000;

function NewNotice({ siteId, onClose }: Pick<NoticeDrawerProps, 'siteId' | 'onClose'>) {
  const t = useWords(messages);
  const now = systemClock.now();
  const initial: Partial<NoticeInput> = {
    siteId,
    zoneId: null,
    isUrgent: false,
    shownFrom: now.toISOString(),
    shownUntil: new Date(now.getTime() + DAY_MS).toISOString(),
    dailyFrom: null,
    dailyUntil: null,
  };
  const form = useContractForm(routes.createNotice, {
    initial,
    done: t('saved'),
    onDone: onClose,
  });
  const zones = useZones(siteId);
  return (
    <FormDrawer form={form} title={t('addNotice')} isOpen onClose={onClose}>
      <Field form={form} name="textZh" label={t('textZh')} />
      <Field form={form} name="textEn" label={t('textEn')} />
      <Field
        form={form}
        name="zoneId"
        label={t('zone')}
        options={zones}
        placeholder={t('wholeSite')}
      />
      <Field form={form} name="isUrgent" label={t('isUrgent')} />
      <Field form={form} name="shownFrom" label={t('shownFrom')} />
      <Field form={form} name="shownUntil" label={t('shownUntil')} />
      <Field form={form} name="dailyFrom" label={t('dailyFrom')} hint={t('dailyHint')}>
        <TimeField />
      </Field>
      <Field form={form} name="dailyUntil" label={t('dailyUntil')}>
        <TimeField />
      </Field>
    </FormDrawer>
  );
}

function ChangedNotice({
  notice,
  onClose,
}: {
  readonly notice: Notice;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const { id, zoneNameZh: _zh, zoneNameEn: _en, byName: _by, ...initial } = notice;
  const form = useContractForm(routes.changeNotice, {
    params: { id },
    initial,
    done: t('saved'),
    onDone: onClose,
  });
  const zones = useZones(notice.siteId);
  return (
    <FormDrawer form={form} title={t('editNotice')} isOpen onClose={onClose}>
      <Field form={form} name="textZh" label={t('textZh')} />
      <Field form={form} name="textEn" label={t('textEn')} />
      <Field
        form={form}
        name="zoneId"
        label={t('zone')}
        options={zones}
        placeholder={t('wholeSite')}
      />
      <Field form={form} name="isUrgent" label={t('isUrgent')} />
      <Field form={form} name="shownFrom" label={t('shownFrom')} />
      <Field form={form} name="shownUntil" label={t('shownUntil')} />
      <Field form={form} name="dailyFrom" label={t('dailyFrom')} hint={t('dailyHint')}>
        <TimeField />
      </Field>
      <Field form={form} name="dailyUntil" label={t('dailyUntil')}>
        <TimeField />
      </Field>
    </FormDrawer>
  );
}
