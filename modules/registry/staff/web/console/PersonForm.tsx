import { Select } from 'antd';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { BodyInput } from '#kernel/http/contract.ts';
import { Field, FormDrawer, useContractForm, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Employment, type Person, routes, type SavedPerson, Sex } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { usePlaces, usePostOptions } from '../parts/use-places.ts';
import { messages } from './messages.ts';

interface PersonFormProps {
  readonly person: Person | undefined;
  readonly onClose: () => void;
  readonly onDone: (person: SavedPerson) => void;
}

type New = NonNullable<BodyInput<typeof routes.createPerson>>;

/** Adds somebody, or changes what is recorded. Contacts of somebody known are only typed anew, never shown. */
export function PersonForm({ person, onClose, onDone }: PersonFormProps) {
  const t = useWords(messages);
  const tell = useTell();
  const done = (saved: SavedPerson) => {
    if (saved.isOverQuota) tell.done(t('overQuota'));
    onClose();
    onDone(saved);
  };
  const add = useContractForm(routes.createPerson, {
    initial: {
      officeId: null,
      departmentId: null,
      mobile: '',
      email: '',
      opensAccount: true,
      joinedOn: localDay(systemClock.now()),
    },
    toBody: (values) => ({ ...values, ...nothingToNull(values) }) as unknown as New,
    onDone: done,
  });
  const change = useContractForm(routes.changePerson, {
    params: { id: person?.id ?? '' },
    initial: person === undefined ? {} : toChange(person),
    toBody: (values) => ({
      ...(values as unknown as NonNullable<BodyInput<typeof routes.changePerson>>),
      ...nothingToNull(values),
      mobile: textOf(values['mobile']),
      email: textOf(values['email']),
    }),
    onDone: done,
  });
  // The bodies of both forms have the same fields; only the one that is shown is sent.
  const form = (person === undefined ? add : change) as typeof add;
  return (
    <FormDrawer
      form={form}
      title={t(person === undefined ? 'add' : 'change')}
      isOpen
      onClose={onClose}
    >
      <PersonFields form={form} isNew={person === undefined} />
    </FormDrawer>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const nothingToNull = (values: Readonly<Record<string, unknown>>) => ({
  officeId: textOf(values['officeId']) ?? null,
  departmentId: textOf(values['departmentId']) ?? null,
});

function toChange(person: Person) {
  const { employeeNo, nameZh, nameEn, namePinyin, sex, officeId, departmentId } = person;
  const { postCode, employment, joinedOn, version } = person;
  return {
    employeeNo,
    nameZh,
    nameEn,
    namePinyin,
    sex,
    officeId,
    departmentId,
    postCode,
    employment,
    joinedOn,
    version,
  };
}

type NewForm = ReturnType<typeof useContractForm<typeof routes.createPerson>>;

function PersonFields({ form, isNew }: { readonly form: NewForm; readonly isNew: boolean }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { officeOptions, departmentOptions } = usePlaces();
  const posts = usePostOptions();
  const contactHint = isNew ? undefined : t('keepsContact');
  return (
    <>
      <Field form={form} name="employeeNo" label={w('employeeNo')} />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="namePinyin" label={t('namePinyin')} hint={t('pinyinHint')} />
      <Field form={form} name="sex" label={t('sex')}>
        <Select options={Sex.options.map((one) => ({ value: one, label: w(`sex.${one}`) }))} />
      </Field>
      <Field form={form} name="officeId" label={t('office')} options={officeOptions} />
      <Field form={form} name="departmentId" label={t('department')} options={departmentOptions} />
      <Field form={form} name="postCode" label={t('post')} options={posts} />
      <Field form={form} name="employment" label={t('employment')}>
        <Select
          options={Employment.options.map((one) => ({ value: one, label: w(`employment.${one}`) }))}
        />
      </Field>
      <Field form={form} name="mobile" label={t('mobile')} hint={contactHint} />
      <Field form={form} name="email" label={t('email')} hint={contactHint} />
      <Field form={form} name="joinedOn" label={t('joinedOn')} />
      {isNew ? (
        <Field form={form} name="opensAccount" label={t('opensAccount')} hint={t('accountHint')} />
      ) : null}
    </>
  );
}
