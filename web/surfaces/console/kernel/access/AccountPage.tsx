import { Descriptions } from 'antd';

import type { Account } from '#kernel/access/contract-account.ts';
import { permissions, routes } from '#kernel/access/contract.ts';

import { useCall, useMay } from '../../../../client/index.ts';
import {
  formatList,
  Page,
  Section,
  StatusTag,
  TimeText,
  useLanguage,
  useParam,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { AccountActs } from './AccountActs.tsx';
import { AccountState, isLocked } from './AccountState.tsx';
import { GrantsSection } from './GrantsSection.tsx';
import { messages } from './messages.ts';
import { SessionsTable } from './SessionsTable.tsx';
import { useFactorText } from './use-factor-text.ts';

/** One account: what it is, what it may do, where it is signed in. */
export function AccountPage() {
  const t = useWords(messages);
  const may = useMay();
  const id = useParam('accountId');
  const answer = useCall(routes.getAccount, { params: { id } });
  const account = answer.data;
  return (
    <Page
      title={account?.displayName ?? t('account')}
      state={account ? <AccountState account={account} /> : undefined}
      crumbs={[{ title: t('accounts'), to: '/security/accounts' }]}
      actions={
        account && may(permissions.manageAccounts) ? <AccountActs account={account} /> : undefined
      }
    >
      <WithAnswer answer={answer}>{(data) => <Details account={data} />}</WithAnswer>
      {may(permissions.viewRoles) ? <GrantsSection accountId={id} /> : null}
      {may(permissions.viewSessions) ? <SessionsTable accountId={id} /> : null}
    </Page>
  );
}

function Details({ account }: { readonly account: Account }) {
  const t = useWords(messages);
  const factorText = useFactorText();
  const { language } = useLanguage();
  const password = t(account.hasPassword ? 'passwordSet' : 'passwordNone');
  return (
    <Section title={t('details')}>
      <Descriptions
        column={{ xs: 1, sm: 2, xl: 3 }}
        items={[
          { key: 'loginName', label: t('loginName'), children: account.loginName ?? '–' },
          { key: 'kind', label: t('kind'), children: t(account.kind) },
          {
            key: 'locale',
            label: t('locale'),
            children: t(account.locale === 'en' ? 'english' : 'chinese'),
          },
          {
            key: 'password',
            label: t('password'),
            children: formatList(
              [password, account.mustChangePassword ? t('mustChange') : ''],
              language,
            ),
          },
          {
            key: 'factor',
            label: t('factor'),
            children: factorText(account),
          },
          {
            key: 'demands',
            label: t('demandsFactor'),
            children: t(account.demandsSecondFactor ? 'yes' : 'no'),
          },
          { key: 'last', label: t('lastSignIn'), children: <TimeText at={account.lastSignInAt} /> },
          { key: 'created', label: t('createdAt'), children: <TimeText at={account.createdAt} /> },
          ...(isLocked(account)
            ? [
                {
                  key: 'locked',
                  label: t('lockedUntil'),
                  children: <TimeText at={account.lockedUntil} as="seconds" />,
                },
              ]
            : []),
          ...(account.isDemonstration
            ? [
                {
                  key: 'demo',
                  label: t('demonstration'),
                  children: <StatusTag tone="warn">{t('demonstration')}</StatusTag>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
