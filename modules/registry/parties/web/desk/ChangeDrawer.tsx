import { Input } from 'antd';

import { Field, FormDrawer, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { OrganisationKind, type Party, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';

interface ChangeDrawerProps {
  readonly party: Party;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Changes name and particulars. A person's are masked here, so what is left empty stays as it is. */
export function ChangeDrawer({ party, isOpen, onClose }: ChangeDrawerProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const isPerson = party.kind === 'person';
  const form = useContractForm(routes.changeParty, {
    params: { id: party.id },
    onDone: onClose,
    toBody: (values) => {
      const typed = Object.entries(values).filter(
        ([, value]) => value !== undefined && value !== null && value !== '',
      );
      return { ...Object.fromEntries(typed), version: party.version } as never;
    },
  });
  const kinds = OrganisationKind.options.map((kind) => ({ value: kind, label: w(`org.${kind}`) }));
  return (
    <FormDrawer form={form} title={t('changeTitle')} isOpen={isOpen} onClose={onClose}>
      <p className="ow-form-hint">{t('changeHint')}</p>
      <Field form={form} name="name" label={t('name')} />
      <Field form={form} name="nameEn" label={t('nameEn')}>
        <Input autoComplete="off" />
      </Field>
      {isPerson ? null : (
        <>
          <Field
            form={form}
            name="organisationKind"
            label={t('organisationKind')}
            options={kinds}
          />
          <Field form={form} name="establishedOn" label={t('establishedOn')} />
        </>
      )}
      <Field form={form} name="divisionCode" label={t('division')} />
      <Field form={form} name="remark" label={t('remark')} />
      <Field form={form} name="reason" label={t('reason')} />
    </FormDrawer>
  );
}
