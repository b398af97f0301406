import { Button } from 'antd';
import { useState } from 'react';

import type { RoleGrant } from '#kernel/access/contract-role.ts';
import { permissions, routes } from '#kernel/access/contract.ts';

import { useAct, useCall, useMay } from '../../../../client/index.ts';
import {
  ConfirmButton,
  EmptyState,
  RowTable,
  Section,
  StatusTag,
  TimeText,
  useLanguage,
  useSayActor,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { GrantDrawer } from './GrantDrawer.tsx';
import { messages } from './messages.ts';
import { useScopes } from './use-scope-text.ts';

/** The roles of an account, and giving and taking them. */
export function GrantsSection({ accountId }: { readonly accountId: string }) {
  const t = useWords(messages);
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const answer = useCall(routes.listGrants, { params: { id: accountId } });
  const mayManage = may(permissions.manageRoles);
  return (
    <Section
      title={t('grants')}
      description={t('grantsHint')}
      actions={mayManage ? <Button onClick={() => setOpen(true)}>{t('grant')}</Button> : undefined}
    >
      <WithAnswer answer={answer} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noGrants')} hint={t('noGrantsHint')} />
          ) : (
            <GrantList grants={items} mayRevoke={mayManage} />
          )
        }
      </WithAnswer>
      <GrantDrawer accountId={accountId} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Section>
  );
}

function GrantList({
  grants,
  mayRevoke,
}: {
  readonly grants: readonly RoleGrant[];
  readonly mayRevoke: boolean;
}) {
  const t = useWords(messages);
  const sayActor = useSayActor();
  const { language } = useLanguage();
  const scopes = useScopes();
  const revoke = useAct(routes.revokeGrant);
  return (
    <RowTable
      label={t('grants')}
      rows={grants}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'role',
          title: t('role'),
          render: (row) => (language === 'zh-CN' ? row.nameZh : row.nameEn),
        },
        { key: 'scope', title: t('scope'), render: (row) => scopes.say(row.scope) },
        { key: 'from', title: t('validFrom'), render: (row) => <TimeText at={row.validFrom} /> },
        {
          key: 'until',
          title: t('validUntil'),
          render: (row) =>
            row.validUntil === null ? t('forever') : <TimeText at={row.validUntil} />,
        },
        { key: 'reason', title: t('reason'), render: (row) => row.reason },
        { key: 'by', title: t('grantedBy'), render: (row) => sayActor(row.grantedBy) },
        { key: 'state', title: t('state'), render: (row) => <GrantState state={row.state} /> },
        {
          key: 'act',
          title: t('acts'),
          render: (row) =>
            mayRevoke ? (
              <ConfirmButton
                size="small"
                danger
                question={t('revokeQuestion')}
                consequence={t('revokeConsequence')}
                done={t('revoked')}
                onConfirm={() => revoke.mutateAsync({ params: { id: row.id } })}
              >
                {t('revoke')}
              </ConfirmButton>
            ) : null,
        },
      ]}
    />
  );
}

function GrantState({ state }: Pick<RoleGrant, 'state'>) {
  const t = useWords(messages);
  return state === 'active' ? (
    <StatusTag tone="good">{t('stateActive')}</StatusTag>
  ) : (
    <StatusTag tone="warn">{t('stateWaiting')}</StatusTag>
  );
}
