import type { RoleGrant } from '#kernel/access/contract-role.ts';
import { permissions, routes } from '#kernel/access/contract.ts';

import { useAct, useCall, useMay } from '../../../../client/index.ts';
import {
  ConfirmButton,
  EmptyState,
  Page,
  RowTable,
  Section,
  TimeText,
  To,
  useLanguage,
  useSayActor,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { useScopes } from './use-scope-text.ts';

/** Grants of administrators' roles that wait for a second pair of eyes. */
export function ConfirmationsPage() {
  const t = useWords(messages);
  const answer = useCall(routes.listAwaitingGrants);
  return (
    <Page title={t('confirmations')} description={t('confirmationsHint')}>
      <Section>
        <WithAnswer answer={answer}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('noConfirmations')} hint={t('noConfirmationsHint')} />
            ) : (
              <WaitingGrants grants={items} />
            )
          }
        </WithAnswer>
      </Section>
    </Page>
  );
}

function WaitingGrants({ grants }: { readonly grants: readonly RoleGrant[] }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const may = useMay();
  const scopes = useScopes();
  const sayActor = useSayActor();
  return (
    <RowTable
      label={t('confirmations')}
      rows={grants}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'account',
          title: t('account'),
          render: (row) => <To to={`/security/accounts/${row.accountId}`}>{row.accountName}</To>,
        },
        {
          key: 'role',
          title: t('role'),
          render: (row) => (language === 'zh-CN' ? row.nameZh : row.nameEn),
        },
        { key: 'scope', title: t('scope'), render: (row) => scopes.say(row.scope) },
        { key: 'reason', title: t('reason'), render: (row) => row.reason },
        { key: 'by', title: t('grantedBy'), render: (row) => sayActor(row.grantedBy) },
        { key: 'at', title: t('grantedAt'), render: (row) => <TimeText at={row.grantedAt} /> },
        {
          key: 'act',
          title: t('acts'),
          render: (row) => (may(permissions.manageRoles) ? <Decide grantId={row.id} /> : null),
        },
      ]}
    />
  );
}

function Decide({ grantId }: { readonly grantId: string }) {
  const t = useWords(messages);
  const confirm = useAct(routes.confirmGrant);
  const revoke = useAct(routes.revokeGrant);
  const params = { id: grantId };
  return (
    <div className="ow-page-actions">
      <ConfirmButton
        size="small"
        question={t('refuseQuestion')}
        done={t('revoked')}
        onConfirm={() => revoke.mutateAsync({ params })}
      >
        {t('refuse')}
      </ConfirmButton>
      <ConfirmButton
        size="small"
        type="primary"
        question={t('confirmQuestion')}
        done={t('confirmed')}
        onConfirm={() => confirm.mutateAsync({ params })}
      >
        {t('confirm')}
      </ConfirmButton>
    </div>
  );
}
