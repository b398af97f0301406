import type { Role } from '#kernel/access/contract-role.ts';
import { permissions, routes } from '#kernel/access/contract.ts';

import { useCall, useMay } from '../../../../client/index.ts';
import {
  ContractForm,
  type ContractFormState,
  EmptyState,
  Field,
  Notice,
  Page,
  Section,
  useContractForm,
  useGo,
  useLanguage,
  useParam,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { PermissionField } from './PermissionField.tsx';
import { RoleKind } from './RolesPage.tsx';

/** One role and its permissions. */
export function RolePage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const name = useParam('role');
  const answer = useCall(routes.listRoles);
  const role = answer.data?.items.find((one) => one.role === name);
  return (
    <Page
      title={role === undefined ? name : nameOf(role, language)}
      crumbs={[{ title: t('roles'), to: '/security/roles' }]}
      state={role ? <RoleKind role={role} /> : undefined}
    >
      <WithAnswer answer={answer}>
        {() =>
          role ? (
            <EditRole key={role.version} role={role} />
          ) : (
            <EmptyState title={t('rolesLabel')} />
          )
        }
      </WithAnswer>
    </Page>
  );
}

function nameOf(role: Role, language: string): string {
  return language === 'zh-CN' ? role.nameZh : role.nameEn;
}

function EditRole({ role }: { readonly role: Role }) {
  const t = useWords(messages);
  const may = useMay();
  const { nameZh, nameEn, demandsSecondFactor, version } = role;
  const form = useContractForm(routes.changeRole, {
    params: { role: role.role },
    initial: { nameZh, nameEn, demandsSecondFactor, version, permissions: role.permissions },
  });
  const isFixed = role.administrator !== null || !may(permissions.manageRoles);
  return (
    <>
      {role.administrator === null ? null : <Notice tone="busy" title={t('roleFixed')} />}
      <Section>
        {isFixed ? (
          <PermissionField value={role.permissions} />
        ) : (
          <ContractForm form={form}>
            <RoleFields form={form} />
          </ContractForm>
        )}
      </Section>
    </>
  );
}

/** A role that does not exist yet. */
export function NewRolePage() {
  const t = useWords(messages);
  const go = useGo();
  const form = useContractForm(routes.createRole, {
    initial: { permissions: [], demandsSecondFactor: false },
    onDone: (role) => go(`/security/roles/${role.role}`, { replaces: true }),
  });
  return (
    <Page title={t('createRole')} crumbs={[{ title: t('roles'), to: '/security/roles' }]}>
      <Section>
        <ContractForm form={form} onCancel={() => go('/security/roles')}>
          <Field form={form} name="role" label={t('roleCode')} hint={t('roleCodeHint')} />
          <RoleFields form={form} />
        </ContractForm>
      </Section>
    </Page>
  );
}

type RoleForm = typeof routes.changeRole | typeof routes.createRole;

function RoleFields<C extends RoleForm>({ form }: { readonly form: ContractFormState<C> }) {
  const t = useWords(messages);
  const either = form as ContractFormState<typeof routes.changeRole>;
  return (
    <>
      <Field form={either} name="nameZh" label={t('nameZh')} />
      <Field form={either} name="nameEn" label={t('nameEn')} />
      <Field form={either} name="demandsSecondFactor" label={t('demandsFactor')} />
      <Field form={either} name="permissions" label={t('permissions')}>
        <PermissionField />
      </Field>
    </>
  );
}
