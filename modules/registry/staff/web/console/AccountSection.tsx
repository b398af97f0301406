import { permissions as access } from '#kernel/access/contract.ts';
import { useMay } from '#web/client/index.ts';
import { Section, To } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Person } from '../../contract.ts';
import { messages } from './messages.ts';

/** Leads to the account, for whoever may look at accounts. */
export function AccountSection({ person }: { readonly person: Person }) {
  const t = useWords(messages);
  const may = useMay();
  return (
    <Section title={t('account')} description={t('accountBySecurity')}>
      {person.accountId === null ? (
        <p>{t('noAccount')}</p>
      ) : (
        <p>
          {may(access.viewAccounts) ? (
            <To to={`/security/accounts/${person.accountId}`}>{t('openAccount')}</To>
          ) : (
            person.employeeNo.toLowerCase()
          )}
        </p>
      )}
    </Section>
  );
}
