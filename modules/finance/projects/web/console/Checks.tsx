import { formatNumber, RowTable, Section, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Check, checkWords } from '../../contract.ts';
import { Amount } from './Amount.tsx';
import { messages } from './chain-messages.ts';

/** The sums of one step, side by side. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const show = ({ name }: Check, sum: string) =>
    name === 'quantity' ? formatNumber(BigInt(sum), language) : <Amount yuan={sum} />;
  if (checks.length === 0) return null;
  return (
    <Section title={t('checks')}>
      <RowTable
        label={t('checks')}
        rows={checks}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', title: t('checks'), render: (row) => say(checkWords[row.name]) },
          { key: 'left', title: t('leftSum'), align: 'end', render: (row) => show(row, row.left) },
          {
            key: 'right',
            title: t('rightSum'),
            align: 'end',
            render: (row) => show(row, row.right),
          },
          {
            key: 'state',
            title: t('state'),
            render: (row) => (
              <StatusTag tone={row.isEqual ? 'good' : 'bad'}>
                {t(row.isEqual ? 'equal' : 'unequal')}
              </StatusTag>
            ),
          },
        ]}
      />
    </Section>
  );
}
