import { useState } from 'react';

import { call } from '#web/client/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type DeviceSelf, type FaultKind, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** The faults of this kind of device, one touch each: for whoever stands before it. */
export function FaultButtons({ self }: { readonly self: DeviceSelf }) {
  const t = useWords(messages);
  const [reported, setReported] = useState<string>();
  const nameOf = (fault: FaultKind) => (t.language === 'en' ? fault.nameEn : fault.nameZh);
  const report = async (fault: FaultKind) => {
    await call(routes.reportOwnFault, { body: { code: fault.code }, asksToSignIn: false });
    setReported(nameOf(fault));
  };
  return (
    <section>
      <h2>{t('report')}</h2>
      <div className="ow-device-faults">
        {self.faults.map((fault) => (
          <button key={fault.code} type="button" onClick={() => void report(fault)}>
            {nameOf(fault)}
          </button>
        ))}
      </div>
      {reported === undefined ? null : <output>{t('reported', { fault: reported })}</output>}
    </section>
  );
}
