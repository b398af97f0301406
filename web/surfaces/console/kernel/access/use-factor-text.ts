import type { Account } from '#kernel/access/contract-account.ts';

import { formatList, useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

/** Says which second factors an account has. */
export function useFactorText(): (account: Pick<Account, 'hasTotp' | 'passkeys'>) => string {
  const t = useWords(messages);
  const { language } = useLanguage();
  return ({ hasTotp, passkeys }) => {
    const ways = [
      hasTotp ? t('factorTotp') : '',
      passkeys > 0 ? t('factorPasskeys', { count: passkeys }) : '',
    ];
    return formatList(ways, language) || t('factorNone');
  };
}
