import { useAct, useMay } from '#web/client/index.ts';
import {
  ConfirmButton,
  formatDay,
  RowTable,
  Section,
  StatusTag,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Contract, type InstalmentShown, permissions, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
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
  const may = useMay();
  const act = useAct(routes.prepareDocument);
  const { reachedOn, state, seq, label } = instalment;
  if (reachedOn === null || state !== 'reached' || !may(permissions.prepare)) return null;
  const body = {
    kind: 'settlement' as const,
    contractId: contract.id,
    instalment: seq,
    confirmedOn: reachedOn,
  };
  return (
    <ConfirmButton
      size="small"
      question={t('settle')}
      consequence={`${label} ${instalment.amount}`}
      done={t('handedOver')}
      onConfirm={() => act.mutateAsync({ body: { body, reason: label } })}
    >
      {t('settle')}
    </ConfirmButton>
  );
}
