import { formatFen, To, useLanguage } from '#web/kit/staff/index.ts';

import { toFen } from '../../contract.ts';

interface YuanProps {
  readonly amount: string | bigint;
  /** The page behind the figure. */
  readonly to?: string;
  /** A difference: what is more has its plus. */
  readonly isSigned?: boolean;
}

/** An amount with its thousands, as a link where something stands behind it. */
export function Yuan({ amount, to, isSigned = false }: YuanProps) {
  const { language } = useLanguage();
  const fen = typeof amount === 'bigint' ? amount : toFen(amount);
  const text = `${isSigned && fen > 0n ? '+' : ''}${formatFen(fen, language)}`;
  return to === undefined || fen === 0n ? <span>{text}</span> : <To to={to}>{text}</To>;
}
