import { Field, FormDrawer, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Business, type BusinessInput, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { useZones } from './use-zones.ts';

interface BusinessDrawerProps {
  readonly siteId: string;
  /** Undefined for a new one. */
  readonly business: Business | undefined;
  readonly lines: readonly Business[];
  readonly onClose: () => void;
}

/** A line, new or to be changed. */
export function BusinessDrawer({ siteId, business, lines, onClose }: BusinessDrawerProps) {
  return business === undefined ? (
    <NewBusiness siteId={siteId} lines={lines} onClose={onClose} />
  ) : (
    <ChangedBusiness business={business} onClose={onClose} />
  );
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUWXZ'.split('');

function NewBusiness({
  siteId,
  lines,
  onClose,
}: Pick<BusinessDrawerProps, 'siteId' | 'lines' | 'onClose'>) {
  const t = useWords(messages);
  const free = LETTERS.find((letter) => lines.every((line) => line.letter !== letter)) ?? 'A';
  const initial: Partial<BusinessInput> = {
    siteId,
    letter: free,
    hintZh: '',
    hintEn: '',
    departmentCodes: [],
    isRealName: false,
    isOpen: true,
    dailyLimit: 0,
    warnPeople: 30,
    warnMinutes: 30,
    usualMinutes: 10,
    order: (lines.length + 1) * 10,
  };
  const form = useContractForm(routes.createBusiness, {
    initial,
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('addBusiness')} isOpen onClose={onClose}>
      <Field form={form} name="code" label={t('code')} />
      <Field form={form} name="letter" label={t('letter')} />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="hintZh" label={t('hintZh')} />
      <Field form={form} name="hintEn" label={t('hintEn')} />
      <Field form={form} name="zoneId" label={t('zone')} options={useZones(siteId)} />
      <Field form={form} name="isRealName" label={t('isRealName')} />
      <Field form={form} name="isOpen" label={t('isOpen')} />
      <Field form={form} name="dailyLimit" label={t('dailyLimit')} />
      <Field form={form} name="warnPeople" label={t('warnPeople')} />
      <Field form={form} name="warnMinutes" label={t('warnMinutes')} />
      <Field form={form} name="usualMinutes" label={t('usualMinutes')} />
      <Field form={form} name="order" label={t('order')} />
    </FormDrawer>
  );
}

function ChangedBusiness({
  business,
  onClose,
}: {
  readonly business: Business;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const {
    id,
    zoneNameZh: _zh,
    zoneNameEn: _en,
    floor: _floor,
    windows: _windows,
    ...initial
  } = business;
  const form = useContractForm(routes.changeBusiness, {
    params: { id },
    initial,
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('editBusiness')} isOpen onClose={onClose}>
      <Field form={form} name="letter" label={t('letter')} />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="hintZh" label={t('hintZh')} />
      <Field form={form} name="hintEn" label={t('hintEn')} />
      <Field form={form} name="zoneId" label={t('zone')} options={useZones(business.siteId)} />
      <Field form={form} name="isRealName" label={t('isRealName')} />
      <Field form={form} name="isOpen" label={t('isOpen')} />
      <Field form={form} name="dailyLimit" label={t('dailyLimit')} />
      <Field form={form} name="warnPeople" label={t('warnPeople')} />
      <Field form={form} name="warnMinutes" label={t('warnMinutes')} />
      <Field form={form} name="usualMinutes" label={t('usualMinutes')} />
      <Field form={form} name="order" label={t('order')} />
    </FormDrawer>
  );
}
