import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import { Notice, Page, RowTable, Section, useFilters, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  categoryWords,
  type ItemShown,
  methodWords,
  type ProcurementPlan,
  routes,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { MakeButton } from '../parts/MakeButton.tsx';
import { sayYuan } from '../parts/say-yuan.ts';
import { SheetButton } from '../parts/SheetButton.tsx';
import { YearPicker } from '../parts/YearPicker.tsx';
import { Yuan } from '../parts/Yuan.tsx';

const Place = z.object({ year: z.coerce.number().int().optional() });

/** The procurement items of a year; of the newest that has a ledger unless one is chosen. */
export function PlanPage() {
  const [place, setPlace] = useFilters(Place);
  const query = place.year === undefined ? {} : { year: place.year };
  const answer = useCall(routes.getProcurementPlan, { query });
  return (
    <WithAnswer answer={answer}>
      {(plan) => <Whole plan={plan} onYear={(year) => setPlace({ year })} />}
    </WithAnswer>
  );
}

/** Amounts are set against a threshold, what is set aside against the least that must be. */
const FIGURES = {
  splitting: 'figures.amount',
  'open-tender-needed': 'figures.amount',
  'reserve-too-small': 'figures.reserve',
  'small-micro-too-small': 'figures.reserve',
} as const;

interface WholeProps {
  readonly plan: ProcurementPlan;
  readonly onYear: (year: number) => void;
}

function Whole({ plan, onYear }: WholeProps) {
  const t = useWords(messages);
  const names = new Map(plan.items.map((item) => [item.id, item.name]));
  return (
    <Page
      title={t('plan')}
      actions={
        <>
          <YearPicker year={plan.year} years={plan.years} onChoose={onYear} />
          <SheetButton contract={routes.exportPlan} query={{ year: plan.year }} />
          <MakeButton kind="reservation" search={{ year: plan.year }}>
            {t('newReservation')}
          </MakeButton>
        </>
      }
      description={
        plan.items.length === 0
          ? t('planHintNone', { year: String(plan.year) })
          : t('planHint', {
              year: String(plan.year),
              total: sayYuan(plan.total),
              sme: sayYuan(plan.sme),
              smeShare: plan.smeShare,
              small: sayYuan(plan.smallMicro),
              smallShare: plan.smallMicroShare,
            })
      }
    >
      {plan.findings.map(({ kind, itemIds, found, asked }) => (
        <Notice
          key={`${kind} ${itemIds.join()}`}
          tone="warn"
          title={t(FIGURES[kind], {
            what: t(`finding.${kind}`),
            items: itemIds
              .map((id) => names.get(id) ?? '')
              .join(t.language === 'zh-CN' ? '、' : ', '),
            found: sayYuan(found),
            asked: sayYuan(asked),
          })}
        />
      ))}
      <Section title={t('items')}>
        <RowTable
          label={t('items')}
          rows={plan.items}
          rowKey={(row) => row.id}
          empty={{ title: t('noItems') }}
          columns={[
            { key: 'number', title: t('number'), render: (row: ItemShown) => row.number },
            { key: 'name', title: t('name'), render: (row: ItemShown) => row.name },
            {
              key: 'category',
              title: t('category'),
              render: (row: ItemShown) => categoryWords[row.category][t.language],
            },
            {
              key: 'method',
              title: t('method'),
              render: (row: ItemShown) => methodWords[row.method][t.language],
            },
            {
              key: 'amount',
              title: t('itemAmount'),
              align: 'end',
              render: (row: ItemShown) => <Yuan amount={row.amount} />,
            },
            {
              key: 'awarded',
              title: t('awarded'),
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
