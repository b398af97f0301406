import { Button } from 'antd';
import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { FigureStrip, Page, Section, useParam, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ChainOfSettlement, routes } from '../../contract.ts';
import { Amount } from './Amount.tsx';
import { messages } from './chain-messages.ts';
import { Checks } from './Checks.tsx';
import { ThingTable } from './ThingTable.tsx';

/** A settlement: each set or parcel that it was counted from. */
export function ChainOfSettlementPage() {
  const id = useParam('settlementId');
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const answer = useCall(routes.getChainOfSettlement, {
    params: { id },
    query: cursor === undefined ? {} : { cursor },
  });
  return (
    <WithAnswer answer={answer}>
      {(settlement) => <Whole settlement={settlement} onMore={setCursor} />}
    </WithAnswer>
  );
}

interface WholeProps {
  readonly settlement: ChainOfSettlement;
  readonly onMore: (cursor: string) => void;
}

function Whole({ settlement, onMore }: WholeProps) {
  const t = useWords(messages);
  const { what, year, projectCode, projectName, contractId, contractName, nextCursor } = settlement;
  return (
    <Page
      title={what === '' ? t('settlement') : what}
      description={`${settlement.contractNumber} · ${contractName}`}
      crumbs={[
        { title: t('chain'), to: `/chain?year=${year}` },
        ...(projectCode === ''
          ? []
          : [{ title: projectName, to: `/chain/projects/${projectCode}?year=${year}` }]),
        { title: contractName, to: `/chain/contracts/${contractId}` },
      ]}
    >
      <FigureStrip
        items={[
          [t('quantity'), settlement.quantity ?? '–'],
          [t('unitPrice'), settlement.unitPrice ?? '–'],
          [t('amount'), <Amount key="amount" yuan={settlement.amount} />],
          [t('paid'), <Amount key="paid" yuan={settlement.paid} />],
        ]}
      />
      <Checks checks={settlement.checks} />
      <Section title={t('things')}>
        <ThingTable label={t('things')} rows={settlement.items} empty={t('thingsNone')} />
        {nextCursor === null ? null : (
          <Button onClick={() => onMore(nextCursor)}>{t('more')}</Button>
        )}
      </Section>
    </Page>
  );
}
