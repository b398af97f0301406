import { formatDay, RowTable, Section, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Contract, InstalmentShown } from '../../contract.ts';
import { messages } from '../messages.ts';
import { MakeButton } from '../parts/MakeButton.tsx';
import { Yuan } from '../parts/Yuan.tsx';

/** What is paid when; one that is reached can be settled from here. */
export function Instalments({ contract }: { readonly contract: Contract }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <Section title={t('instalments')}>
      <RowTable
        label={t('instalments')}
        rows={contract.instalments}
        rowKey={(row) => String(row.seq)}
        columns={[
          {
            key: 'label',
            title: t('instalment'),
            render: (row: InstalmentShown) => `${row.seq} ${row.label}`,
          },
          {
            key: 'percent',
            title: t('percent'),
            align: 'end',
            render: (row: InstalmentShown) => `${row.percent}%`,
          },
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            render: (row: InstalmentShown) => <Yuan amount={row.amount} />,
          },
          {
            key: 'reachedOn',
            title: t('reachedOn'),
            render: (row: InstalmentShown) =>
              row.reachedOn === null ? t('none') : formatDay(row.reachedOn, language),
          },
          {
            key: 'state',
            title: t('state'),
            render: (row: InstalmentShown) => (
              <StatusTag tone={row.state === 'paid' ? 'good' : 'idle'}>
                {t(`instalment.${row.state}`)}
              </StatusTag>
            ),
          },
          {
            key: 'act',
            title: t('settle'),
            render: (row: InstalmentShown) => <Settle contract={contract} instalment={row} />,
          },
        ]}
      />
    </Section>
  );
}

interface SettleProps {
  readonly contract: Contract;
  readonly instalment: InstalmentShown;
}

function Settle({ contract, instalment }: SettleProps) {
  const t = useWords(messages);
  const { reachedOn, state, seq } = instalment;
  if (reachedOn === null || state !== 'reached') return null;
  return (
    <MakeButton
      size="small"
      kind="settlement"
      search={{ contract: contract.id, instalment: seq, day: reachedOn }}
    >
      {t('settle')}
    </MakeButton>
  );
}
