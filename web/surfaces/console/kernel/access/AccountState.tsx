import type { Account } from '#kernel/access/contract-account.ts';
import { systemClock } from '#kernel/clock/clock.ts';

import { StatusTag } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

export function isLocked({ lockedUntil }: Pick<Account, 'lockedUntil'>): boolean {
  return lockedUntil !== null && Date.parse(lockedUntil) > systemClock.now().getTime();
}

/** Whether one can sign in with the account. */
export function AccountState({
  account,
}: {
  readonly account: Pick<Account, 'status' | 'lockedUntil'>;
}) {
  const t = useWords(messages);
  if (account.status === 'disabled') return <StatusTag tone="idle">{t('disabled')}</StatusTag>;
  if (isLocked(account)) return <StatusTag tone="bad">{t('locked')}</StatusTag>;
  return <StatusTag tone="good">{t('active')}</StatusTag>;
}
