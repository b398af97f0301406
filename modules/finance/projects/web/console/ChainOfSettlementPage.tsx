import { Button } from 'antd';
import { useState } from 'react';

import { call, useCall } from '#web/client/index.ts';
import {
  FigureStrip,
  formatNumber,
  Page,
  Section,
  useLanguage,
  useParam,
  useTell,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ChainOfSettlement, type ChainThing, routes } from '../../contract.ts';
import { Amount } from './Amount.tsx';
import { messages } from './chain-messages.ts';
import { Checks } from './Checks.tsx';
import { ThingTable } from './ThingTable.tsx';

import './projects.css';

/** A settlement: each set or parcel that it was counted from. */
export function ChainOfSettlementPage() {
  const id = useParam('settlementId');
  const answer = useCall(routes.getChainOfSettlement, { params: { id }, query: {} });
  return (
    <WithAnswer answer={answer}>
      {(settlement) => <Whole key={id} settlement={settlement} />}
    </WithAnswer>
  );
}

function Whole({ settlement }: { readonly settlement: ChainOfSettlement }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { what, year, projectCode, projectName, contractId, contractName } = settlement;
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
          [
            t('quantity'),
            settlement.quantity === null ? '–' : formatNumber(settlement.quantity, language),
          ],
          [
            t('unitPrice'),
            settlement.unitPrice === null ? (
              '–'
            ) : (
              <Amount key="unitPrice" yuan={settlement.unitPrice} />
            ),
          ],
          [t('amount'), <Amount key="amount" yuan={settlement.amount} />],
          [t('paid'), <Amount key="paid" yuan={settlement.paid} />],
        ]}
      />
      <Checks checks={settlement.checks} />
      <Things first={settlement} />
    </Page>
  );
}

/** Things of the settlement as far as they were asked for; more are added below those that are there. */
function Things({ first }: { readonly first: ChainOfSettlement }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const tell = useTell();
  const [more, setMore] = useState<readonly ChainThing[]>([]);
  const [cursor, setCursor] = useState(first.nextCursor);
  const [isAsking, setAsking] = useState(false);
  const rows = [...first.items, ...more];
  const ask = async (after: string) => {
    setAsking(true);
    try {
      const page = await call(routes.getChainOfSettlement, {
        params: { id: first.id },
        query: { cursor: after },
      });
      setMore((former) => [...former, ...page.items]);
      setCursor(page.nextCursor);
    } catch (error) {
      tell.problem(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <Section title={t('things')}>
      <ThingTable label={t('things')} rows={rows} empty={t('thingsNone')} />
      <p className="ow-chain-foot" aria-live="polite">
        {rows.length === 0 ? null : (
          <span>{t('thingsShown', { count: formatNumber(rows.length, language) })}</span>
        )}
        {cursor === null ? null : (
          <Button loading={isAsking} onClick={() => void ask(cursor)}>
            {t('more')}
          </Button>
        )}
      </p>
    </Section>
  );
}
