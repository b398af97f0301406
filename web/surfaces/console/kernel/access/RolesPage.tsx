import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';

import type { Role } from '#kernel/access/contract-role.ts';
import { permissions, routes } from '#kernel/access/contract.ts';

import { useCall, useMay } from '../../../../client/index.ts';
import {
  Page,
  RowTable,
  StatusTag,
  useGo,
  useLanguage,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { dutyWords, impliedWords } from './names.ts';

/** All roles of the centre. */
export function RolesPage() {
  const t = useWords(messages);
  const may = useMay();
  const go = useGo();
  const answer = useCall(routes.listRoles);
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go('/security/roles/new')}>
      {t('createRole')}
    </Button>
  );
  return (
    <Page
      title={t('roles')}
      description={t('rolesHint')}
      actions={may(permissions.manageRoles) ? create : undefined}
    >
      <WithAnswer answer={answer}>{({ items }) => <RoleTable roles={items} />}</WithAnswer>
    </Page>
  );
}

function RoleTable({ roles }: { readonly roles: readonly Role[] }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <RowTable
      label={t('rolesLabel')}
      rows={roles}
      rowKey={(row) => row.role}
      rowTo={(row) => `/security/roles/${row.role}`}
      columns={[
        {
          key: 'name',
          title: t('role'),
          render: (row) => (language === 'zh-CN' ? row.nameZh : row.nameEn),
        },
        { key: 'code', title: t('roleCode'), render: (row) => <code>{row.role}</code> },
        { key: 'kind', title: t('kind'), render: (row) => <RoleKind role={row} /> },
        {
          key: 'permissions',
          title: t('permissions'),
          render: (row) => t('permissionCount', { count: row.permissions.length }),
        },
        {
          key: 'factor',
          title: t('demandsFactor'),
          render: (row) => t(row.demandsSecondFactor ? 'yes' : 'no'),
        },
        { key: 'holders', title: t('holders'), align: 'end', render: (row) => row.holders },
      ]}
    />
  );
}

export function RoleKind({ role }: { readonly role: Pick<Role, 'administrator' | 'impliedFor'> }) {
  const t = useWords(messages);
  if (role.administrator !== null)
    return <StatusTag tone="busy">{t(dutyWords[role.administrator])}</StatusTag>;
  if (role.impliedFor !== null)
    return <StatusTag tone="idle">{t(impliedWords[role.impliedFor])}</StatusTag>;
  return null;
}
