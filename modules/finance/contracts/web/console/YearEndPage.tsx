import { z } from 'zod';

import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  ConfirmButton,
  Page,
  RowTable,
  Section,
  useFilters,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CarryOverProposal, permissions, routes, type YearEnd } from '../../contract.ts';
import { messages } from '../messages.ts';
import { sayYuan } from '../parts/say-yuan.ts';
import { YearPicker } from '../parts/YearPicker.tsx';
import { Yuan } from '../parts/Yuan.tsx';

const Place = z.object({ year: z.coerce.number().int().optional() });

/** What contracts still hold at the end of a year, with its age; a carry-over is prepared from here. */
export function YearEndPage() {
  const [place, setPlace] = useFilters(Place);
  const query = place.year === undefined ? {} : { year: place.year };
  const answer = useCall(routes.getYearEnd, { query });
  return (
    <WithAnswer answer={answer}>
      {(end) => <Whole end={end} onYear={(year) => setPlace({ year })} />}
    </WithAnswer>
  );
}

interface WholeProps {
  readonly end: YearEnd;
  readonly onYear: (year: number) => void;
}

function Whole({ end, onYear }: WholeProps) {
  const t = useWords(messages);
  return (
    <Page
      title={`${t('yearEnd')} ${end.year === 0 ? '' : end.year}`}
      description={t('carryOverSum', { amount: sayYuan(end.carryOver) })}
      actions={<YearPicker year={end.year} years={end.years} onChoose={onYear} />}
    >
      <Proposals end={end} />
      <Section title={t('unclaimed')}>
        <RowTable
          label={t('unclaimed')}
          rows={end.unclaimed}
          rowKey={(row) => row.lineId}
          empty={{ title: t('none') }}
          columns={[
            { key: 'line', title: t('name'), render: (row) => row.line },
            {
              key: 'amount',
              title: t('available'),
              align: 'end',
              render: (row) => <Yuan amount={row.amount} />,
            },
          ]}
        />
      </Section>
    </Page>
  );
}

function Proposals({ end }: { readonly end: YearEnd }) {
  const t = useWords(messages);
  return (
    <Section title={t('proposals')}>
      <RowTable
        label={t('proposals')}
        rows={end.proposals}
        rowKey={(row) => row.contractId}
        empty={{ title: t('noProposals') }}
        columns={[
          {
            key: 'name',
            title: t('name'),
            render: (row: CarryOverProposal) => `${row.contractNumber} ${row.contractName}`,
          },
          {
            key: 'committed',
            title: t('left'),
            align: 'end',
            render: (row: CarryOverProposal) => (
              <Yuan amount={row.committed} to={`/contracts/contracts/${row.contractId}`} />
            ),
          },
          {
            key: 'waiting',
            title: t('waiting'),
            render: (row: CarryOverProposal) => row.waiting.join('、'),
          },
          {
            key: 'age',
            title: t('age'),
            render: (row: CarryOverProposal) => t('ageYears', { years: row.ageYears }),
          },
          {
            key: 'act',
            title: t('proposeCarry'),
            render: (row: CarryOverProposal) => <Carry proposal={row} />,
          },
        ]}
      />
    </Section>
  );
}

function Carry({ proposal }: { readonly proposal: CarryOverProposal }) {
  const t = useWords(messages);
  const may = useMay();
  const act = useAct(routes.prepareDocument);
  if (proposal.documentId !== null) return <>{t('proposed')}</>;
  if (!may(permissions.prepare)) return null;
  const body = { kind: 'carry-over' as const, contractId: proposal.contractId };
  return (
    <ConfirmButton
      size="small"
      question={t('proposeCarry')}
      consequence={`${proposal.contractName} ${sayYuan(proposal.committed)}`}
      done={t('handedOver')}
      onConfirm={() => act.mutateAsync({ body: { body, reason: t('carryReason') } })}
    >
      {t('proposeCarry')}
    </ConfirmButton>
  );
}
