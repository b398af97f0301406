import { toFen } from '#modules/finance/contracts/contract.ts';
import { formatFen, To, useLanguage } from '#web/kit/staff/index.ts';

interface AmountProps {
  readonly yuan: string;
  /** The page behind the figure. */
  readonly to?: string;
}

/** An amount with its thousands, as a link where something stands behind it. */
export function Amount({ yuan, to }: AmountProps) {
  const { language } = useLanguage();
  const text = formatFen(toFen(yuan), language);
  return to === undefined || yuan === '0.00' ? <span>{text}</span> : <To to={to}>{text}</To>;
}
