import { formatFen, useLanguage } from '#web/kit/staff/index.ts';

import { toFen } from '../../contract.ts';

/** Says an amount with its thousands, for sentences and lists of words. */
export function useYuan(): (amount: string | bigint) => string {
  const { language } = useLanguage();
  return (amount) => formatFen(typeof amount === 'bigint' ? amount : toFen(amount), language);
}
