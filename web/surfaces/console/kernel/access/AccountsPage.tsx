import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';

import { permissions, routes } from '#kernel/access/contract.ts';

import { type AnswerTo, useCall, useMay } from '../../../../client/index.ts';
import {
  type Column,
  DataTable,
  Field,
  type Filter,
  FormDrawer,
  Page,
  TimeText,
  useContractForm,
  useLanguage,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { AccountState } from './AccountState.tsx';
import { messages } from './messages.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { useFactorText } from './use-factor-text.ts';

type List = typeof routes.listAccounts;

/** Everybody and everything that can sign in. */
export function AccountsPage() {
  const t = useWords(messages);
  const may = useMay();
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('createAccount')}
    </Button>
  );
  return (
    <Page
      title={t('accounts')}
      description={t('accountsHint')}
      actions={may(permissions.manageAccounts) ? create : undefined}
    >
      <DataTable
        name="access.accounts"
        contract={routes.listAccounts}
        rowKey={(row) => row.id}
        rowTo={(row) => `/security/accounts/${row.id}`}
        columns={useAccountColumns()}
        filters={useAccountFilters()}
        searchHint={t('searchAccounts')}
        label={t('accountsLabel')}
        empty={{ title: t('noAccounts'), hint: t('noAccountsHint') }}
      />
      <CreateAccount isOpen={isCreating} onClose={() => setCreating(false)} />
    </Page>
  );
}

function useAccountColumns(): ReadonlyArray<Column<List>> {
  const t = useWords(messages);
  const factorOf = useFactorText();
  return [
    { key: 'displayName', title: t('displayName'), render: (row) => row.displayName },
    { key: 'loginName', title: t('loginName'), render: (row) => row.loginName ?? '' },
    { key: 'status', title: t('status'), render: (row) => <AccountState account={row} /> },
    { key: 'factor', title: t('factor'), render: factorOf },
    {
      key: 'lastSignInAt',
      title: t('lastSignIn'),
      render: (row) => <TimeText at={row.lastSignInAt} />,
    },
    {
      key: 'createdAt',
      title: t('createdAt'),
      isOptional: true,
      render: (row) => <TimeText at={row.createdAt} />,
    },
  ];
}

function useAccountFilters(): ReadonlyArray<Filter<List>> {
  const t = useWords(messages);
  const { language } = useLanguage();
  const may = useMay();
  const roles = useCall(routes.listRoles, undefined, {
    enabled: may(permissions.viewRoles),
    freshMs: 60_000,
  });
  return [
    {
      key: 'kind',
      title: t('kind'),
      options: [
        { value: 'staff', label: t('staff') },
        { value: 'citizen', label: t('citizen') },
        { value: 'device', label: t('device') },
      ],
    },
    {
      key: 'status',
      title: t('status'),
      options: [
        { value: 'active', label: t('active') },
        { value: 'disabled', label: t('disabled') },
      ],
    },
    {
      key: 'role',
      title: t('role'),
      options: (roles.data?.items ?? []).map((role) => ({
        value: role.role,
        label: language === 'zh-CN' ? role.nameZh : role.nameEn,
      })),
    },
  ];
}

interface CreateAccountProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function CreateAccount({ isOpen, onClose }: CreateAccountProps) {
  const t = useWords(messages);
  const [created, setCreated] = useState<AnswerTo<typeof routes.createAccount> | undefined>(
    undefined,
  );
  const form = useContractForm(routes.createAccount, {
    initial: { locale: 'zh-CN', demandsSecondFactor: false },
    done: false,
    onDone: (answer) => {
      onClose();
      setCreated(answer);
    },
  });
  return (
    <>
      <FormDrawer form={form} title={t('createAccount')} isOpen={isOpen} onClose={onClose}>
        <Field form={form} name="displayName" label={t('displayName')} />
        <Field form={form} name="loginName" label={t('loginName')} hint={t('loginNameHint')} />
        <Field
          form={form}
          name="locale"
          label={t('locale')}
          options={[
            { value: 'zh-CN', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
        />
        <Field
          form={form}
          name="demandsSecondFactor"
          label={t('demandsFactor')}
          hint={t('demandsFactorHint')}
        />
      </FormDrawer>
      <OneTimePassword shown={created} onClose={() => setCreated(undefined)} />
    </>
  );
}
