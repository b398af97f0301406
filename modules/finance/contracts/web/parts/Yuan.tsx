import { formatFen, To, useLanguage } from '#web/kit/staff/index.ts';

import { toFen } from '../../contract.ts';

interface YuanProps {
  readonly amount: string;
  /** The page behind the figure. */
  readonly to?: string;
}

/** An amount with its thousands, as a link where something stands behind it. */
export function Yuan({ amount, to }: YuanProps) {
  const { language } = useLanguage();
  const text = formatFen(toFen(amount), language);
  return to === undefined || amount === '0.00' ? <span>{text}</span> : <To to={to}>{text}</To>;
}
