import type { ReactNode } from 'react';

import {
  formatDay,
  formatNumber,
  type RowColumn,
  RowTable,
  To,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { ChainThing } from '../../contract.ts';
import { Amount } from './Amount.tsx';
import { messages } from './chain-messages.ts';

interface ThingTableProps<T extends ChainThing> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly empty: string;
  /** Columns after the usual ones. */
  readonly more?: ReadonlyArray<RowColumn<T>>;
}

/** Sets and parcels, each with its firm, its case and the ticket with which it began. */
export function ThingTable<T extends ChainThing>({ label, rows, empty, more }: ThingTableProps<T>) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <RowTable
      label={label}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'kind', title: t('kind'), render: (row) => t(`kind.${row.kind}`) },
        { key: 'number', title: t('thing'), render: (row) => row.number },
        { key: 'about', title: t('about'), render: (row) => row.about },
        { key: 'day', title: t('day'), render: (row) => formatDay(row.day, language) },
        {
          key: 'quantity',
          title: t('quantity'),
          align: 'end',
          render: (row) => formatNumber(row.quantity, language),
        },
        {
          key: 'amount',
          title: t('amount'),
          align: 'end',
          render: (row) => (row.amount === null ? '–' : <Amount yuan={row.amount} />),
        },
        { key: 'case', title: t('case'), render: (row) => <CaseOf thing={row} /> },
        { key: 'ticket', title: t('ticket'), render: (row) => <TicketOf thing={row} /> },
        ...(more ?? []),
      ]}
      empty={{ title: empty }}
    />
  );
}

function CaseOf({ thing }: { readonly thing: ChainThing }): ReactNode {
  if (thing.caseNo === '') return '';
  return (
    <>
      <To to={`/chain/costs?caseNo=${encodeURIComponent(thing.caseNo)}`}>{thing.caseNo}</To>
      {thing.matter === '' ? null : <small> {thing.matter}</small>}
    </>
  );
}

function TicketOf({ thing }: { readonly thing: ChainThing }): ReactNode {
  return thing.ticketId === null ? (
    ''
  ) : (
    <To to={`/chain/costs?ticketId=${thing.ticketId}`}>{thing.ticketNo}</To>
  );
}
