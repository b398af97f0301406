import { formatYuan } from '#kernel/money/fen.ts';

import { toFen } from '../../contract.ts';

/** An amount with its thousands, for sentences that say the unit themselves. */
export const sayYuan = (amount: string): string => formatYuan(toFen(amount));
