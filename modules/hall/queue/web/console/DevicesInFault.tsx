import { permissions, routes } from '#modules/registry/devices/contract.ts';
import { useCall, useMay } from '#web/client/index.ts';
import {
  formatInstant,
  Section,
  StatusTag,
  To,
  useHasPage,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

const SHOWN = 6;
const TONES = { critical: 'bad', major: 'warn', minor: 'idle' } as const;

/** Open faults of the hall's devices, the newest first, for whoever keeps the hall running. */
export function DevicesInFault() {
  const may = useMay();
  return may(permissions.view) ? <Faults /> : null;
}

function Faults() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const hasPage = useHasPage();
  const answer = useCall(
    routes.listFaults,
    { query: { limit: SHOWN } },
    { refreshMs: 30_000, keepsFormer: true },
  );
  return (
    <Section title={t('faults')}>
      <WithAnswer answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('noFault')}</p>
          ) : (
            <ul className="ow-live-faults">
              {items.map((fault) => (
                <li key={fault.id}>
                  <StatusTag tone={TONES[fault.severity]}>
                    {language === 'en' ? fault.nameEn : fault.nameZh}
                  </StatusTag>{' '}
                  {fault.assetNo} · {formatInstant(fault.reportedAt, language, true)}
                </li>
              ))}
            </ul>
          )
        }
      </WithAnswer>
      {hasPage('/devices/faults') ? <To to="/devices/faults">{t('allFaults')}</To> : null}
    </Section>
  );
}
