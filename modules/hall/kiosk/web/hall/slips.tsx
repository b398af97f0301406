import { useCallback, useLayoutEffect, useRef, useState } from 'react';

import { Slip } from '#kernel/documents/escpos/slip.ts';
import { newId } from '#kernel/ids/id.ts';
import { useDevice } from '#web/devices/frame/index.ts';
import type { PrintResult } from '#web/devices/printing/print-slip.ts';
import { usePrinter } from '#web/devices/printing/use-printer.ts';
import type { Machine } from '#web/kit/machine.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

export type LastSlip = PrintResult | 'printing' | undefined;

const LOST: PrintResult = { state: 'unknown', trouble: 'silent' };

/** The roll of this kiosk: each slip once, and what became of the last one. */
export function useSlips() {
  const { reportFault } = useDevice();
  const printer = usePrinter();
  const [last, setLast] = useState<LastSlip>();
  const held = useRef({ printer, reportFault });
  useLayoutEffect(() => {
    held.current = { printer, reportFault };
  });
  const print = useCallback<Machine['printSlip']>((title, slip) => {
    const job = { jobId: newId(), title, slip: Slip.parse(slip), reprintOf: null };
    const show = (result: PrintResult) => {
      setLast(result);
      if (result.trouble === null) return;
      held.current.reportFault(result.trouble === 'paper-out' ? 'paper-out' : 'no-print');
    };
    setLast('printing');
    void held.current.printer
      .print(job)
      .catch(() => LOST)
      .then(show);
  }, []);
  return { printer, print, last };
}

/** What became of the last slip. */
export function SlipNotice({ last }: { readonly last: LastSlip }) {
  const t = useWords(messages);
  if (last === undefined) return null;
  if (last === 'printing') return <output className="ow-kiosk-printed">{t('printing')}</output>;
  const isDone = last.state === 'printed';
  return (
    <output className="ow-kiosk-printed" data-tone={isDone ? 'good' : 'bad'}>
      {isDone ? t('printed') : t('printFailed', { why: t(whyOf(last)) })}
    </output>
  );
}

function whyOf({ trouble }: PrintResult) {
  switch (trouble) {
    case 'paper-out':
    case 'cover-open':
    case 'offline':
      return `printer.${trouble}` as const;
    default:
      return 'printer.silent';
  }
}
