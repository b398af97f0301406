import { useCall } from '#web/client/index.ts';
import {
  DataTable,
  formatDay,
  Page,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Contract, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { sayYuan } from '../parts/say-yuan.ts';
import { Yuan } from '../parts/Yuan.tsx';

/** What one settlement of a metered contract was counted from, event by event. */
export function CountedPage() {
  const id = useParam('contractId');
  const answer = useCall(routes.getContract, { params: { id } });
  return <WithAnswer answer={answer}>{(contract) => <Whole contract={contract} />}</WithAnswer>;
}

function Whole({ contract }: { readonly contract: Contract }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const id = useParam('settlementId');
  const settlement = contract.settlements.find((one) => one.id === id);
  const { meter } = contract;
  return (
    <Page
      title={t('counted')}
      crumbs={[
        { title: t('contracts'), to: '/contracts/contracts' },
        { title: contract.name, to: `/contracts/contracts/${contract.id}` },
      ]}
      description={
        settlement === undefined
          ? undefined
          : t('countedHint', {
              contract: contract.number,
              settlement: `${settlement.seq} ${settlement.what}`,
              quantity: settlement.quantity ?? 0,
              unit: meter?.unit ?? '',
              price: sayYuan(meter?.unitPrice ?? '0.00'),
              amount: sayYuan(settlement.amount),
            })
      }
    >
      <DataTable
        name="contracts.counted"
        contract={routes.listCounted}
        params={{ id }}
        isSearched={false}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'day',
            title: t('day'),
            width: '8rem',
            render: (row) => formatDay(row.day, language),
          },
          { key: 'key', title: t('countedKey'), render: (row) => row.key },
          { key: 'quantity', title: t('quantity'), align: 'end', render: (row) => row.quantity },
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            render: (row) => <Yuan amount={row.amount} />,
          },
        ]}
        empty={{ title: t('noCounted') }}
      />
    </Page>
  );
}
