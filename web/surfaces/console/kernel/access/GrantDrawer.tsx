import { Form, Input, Select } from 'antd';

import type { GrantInput } from '#kernel/access/contract-role.ts';
import { routes } from '#kernel/access/contract.ts';

import { useCall } from '../../../../client/index.ts';
import { Field, FormDrawer, useContractForm, useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { levelWords } from './names.ts';
import { useScopes } from './use-scope-text.ts';

interface GrantDrawerProps {
  readonly accountId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gives a role at a place and for a time, with the reason. */
export function GrantDrawer({ accountId, isOpen, onClose }: GrantDrawerProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const roles = useCall(routes.listRoles, undefined, { enabled: isOpen });
  const grantable = (roles.data?.items ?? []).filter((role) => role.impliedFor === null);
  const form = useContractForm(routes.grantRole, {
    params: { id: accountId },
    initial: { scope: { level: 'centre' } },
    done: t('granted'),
    onDone: onClose,
  });
  const chosen = Form.useWatch('role', form.form);
  const role = grantable.find((one) => one.role === chosen);
  return (
    <FormDrawer
      form={form}
      title={t('grant')}
      submitLabel={t('grant')}
      isOpen={isOpen}
      onClose={onClose}
    >
      <Field
        form={form}
        name="role"
        label={t('role')}
        options={grantable.map((one) => ({
          value: one.role,
          label: language === 'zh-CN' ? one.nameZh : one.nameEn,
        }))}
      />
      <Field form={form} name="scope" label={t('scope')}>
        <ScopeField levels={role?.levels ?? ['centre']} />
      </Field>
      <Field form={form} name="validUntil" label={t('validUntil')} hint={t('validUntilHint')} />
      <Field form={form} name="reason" label={t('reason')} hint={t('reasonHint')} />
    </FormDrawer>
  );
}

type Scope = GrantInput['scope'];

interface ScopeFieldProps {
  readonly levels: ReadonlyArray<Scope['level']>;
  readonly value?: Scope;
  readonly onChange?: (scope: Scope) => void;
  readonly id?: string;
}

const wholeCentre: Scope = { level: 'centre' };

/** The level of a scope, then which one of that level. */
function ScopeField({ levels, value = wholeCentre, onChange, id }: ScopeFieldProps) {
  const t = useWords(messages);
  const scopes = useScopes();
  const choose = (level: Scope['level']) =>
    onChange?.(level === 'centre' || level === 'own' ? { level } : { level, id: '' });
  const options = scopes.optionsOf(value.level);
  return (
    <div className="ow-form-row">
      <Select
        value={value.level}
        onChange={choose}
        aria-label={t('level')}
        options={levels.map((level) => ({ value: level, label: t(levelWords[level]) }))}
        {...(id === undefined ? {} : { id })}
      />
      {'id' in value && value.level !== 'window' ? (
        <Select
          value={value.id === '' ? null : value.id}
          placeholder={t('place')}
          aria-label={t('place')}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          onChange={(chosen: string) => onChange?.({ level: value.level, id: chosen })}
        />
      ) : null}
      {'id' in value && value.level === 'window' ? (
        <Input
          value={value.id}
          placeholder={t('windowId')}
          aria-label={t('windowId')}
          onChange={(event) => onChange?.({ level: value.level, id: event.target.value })}
        />
      ) : null}
    </div>
  );
}
