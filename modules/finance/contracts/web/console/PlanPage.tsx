import { useCall } from '#web/client/index.ts';
import { Notice, Page, RowTable, Section, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ItemShown, type ProcurementPlan, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { MakeButton } from '../parts/MakeButton.tsx';
import { Yuan } from '../parts/Yuan.tsx';

/** The procurement items of the newest year that has a ledger. */
export function PlanPage() {
  const answer = useCall(routes.getProcurementPlan, { query: {} });
  return <WithAnswer answer={answer}>{(plan) => <Whole plan={plan} />}</WithAnswer>;
}

function Whole({ plan }: { readonly plan: ProcurementPlan }) {
  const t = useWords(messages);
  const names = new Map(plan.items.map((item) => [item.id, item.name]));
  return (
    <Page
      title={t('plan')}
      actions={
        <MakeButton kind="reservation" search={{ year: plan.year }}>
          {t('newReservation')}
        </MakeButton>
      }
      description={`${plan.year} · ${plan.total} · ${t('sme')} ${plan.sme} (${plan.smeShare}) · ${t('smallMicro')} ${plan.smallMicro}`}
    >
      {plan.findings.map(({ kind, itemIds, found, asked }) => (
        <Notice
          key={`${kind} ${itemIds.join()}`}
          tone="warn"
          title={`${t(`finding.${kind}`)}：${itemIds.map((id) => names.get(id) ?? '').join('、')}（${t('found', { found, asked })}）`}
        />
      ))}
      <Section title={t('plan')}>
        <RowTable
          label={t('plan')}
          rows={plan.items}
          rowKey={(row) => row.id}
          empty={{ title: t('noItems') }}
          columns={[
            { key: 'number', title: t('number'), render: (row: ItemShown) => row.number },
            { key: 'name', title: t('name'), render: (row: ItemShown) => row.name },
            {
              key: 'category',
              title: t('category'),
              render: (row: ItemShown) => t(`category.${row.category}`),
            },
            {
              key: 'amount',
              title: t('limit'),
              align: 'end',
              render: (row: ItemShown) => <Yuan amount={row.amount} />,
            },
            {
              key: 'awarded',
              title: t('committed'),
              align: 'end',
              render: (row: ItemShown) => <Yuan amount={row.awarded} />,
            },
            {
              key: 'sme',
              title: t('sme'),
              align: 'end',
              render: (row: ItemShown) => <Yuan amount={row.sme} />,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
