import type { SlipInput } from '#kernel/documents/escpos/slip.ts';
import { formatDay } from '#web/kit/format.ts';
import type { Language } from '#web/kit/language.tsx';

import type { Receipt } from '../../../contract.ts';

type SayReceipt = ((
  key: 'slipTitle' | 'caseNo' | 'queryCode' | 'noticeDue' | 'slipHint',
) => string) & { readonly language: Language };

/** The receipt on the roll of a machine: no name, so that a slip that is left behind tells of nobody. */
export function toReceiptSlip(receipt: Receipt, t: SayReceipt): SlipInput {
  return {
    blocks: [
      { kind: 'text', text: t('slipTitle'), align: 'centre', size: 2, bold: true },
      { kind: 'rule' },
      { kind: 'pair', left: t('caseNo'), right: receipt.caseNo },
      { kind: 'pair', left: t('queryCode'), right: receipt.queryCode },
      ...(receipt.noticeDueOn === null
        ? []
        : [
            {
              kind: 'pair' as const,
              left: t('noticeDue'),
              right: formatDay(receipt.noticeDueOn, t.language),
            },
          ]),
      { kind: 'rule' },
      { kind: 'text', text: t('slipHint') },
      { kind: 'feed', lines: 2 },
    ],
  };
}
