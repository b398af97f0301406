import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useCall, useMay } from '#web/client/index.ts';
import { EmptyState, Page, Section, useFilters, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ClosedDay, permissions, routes } from '../../contract.ts';
import { SheetsLink } from '../parts/SheetsLink.tsx';
import { ClosedDayForm } from './ClosedDayForm.tsx';
import { ClosedDaysTable } from './ClosedDaysTable.tsx';
import { messages } from './messages.ts';
import { YearCalendar } from './YearCalendar.tsx';

import './opening.css';

const Place = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });

/** Days that differ from the weekly hours, a year at a time. */
export function ClosedDaysPage() {
  const t = useWords(messages);
  const mayManage = useMay()(permissions.manage);
  const [place, setPlace] = useFilters(Place);
  const [opened, open] = useState<ClosedDay | 'new'>();
  const year = place.year ?? Number(localDay(systemClock.now()).slice(0, 4));
  const answer = useCall(routes.listClosedDays, { query: { year } }, { keepsFormer: true });
  const onEdit = mayManage ? open : undefined;
  return (
    <Page
      title={t('days')}
      description={t('daysHint')}
      actions={mayManage ? <PageActs onAdd={() => open('new')} /> : null}
    >
      <div className="ow-hours-bar">
        <Button onClick={() => setPlace({ year: year - 1 }, true)}>{t('earlier')}</Button>
        <h2>{t('yearOf', { year: String(year) })}</h2>
        <Button onClick={() => setPlace({ year: year + 1 }, true)}>{t('later')}</Button>
      </div>
      <WithAnswer answer={answer}>
        {({ items }) => <YearSections year={year} items={items} onEdit={onEdit} />}
      </WithAnswer>
      {opened === undefined ? null : (
        <ClosedDayForm
          key={opened === 'new' ? 'new' : opened.id}
          day={opened === 'new' ? undefined : opened}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}

function PageActs({ onAdd }: { readonly onAdd: () => void }) {
  const t = useWords(messages);
  return (
    <>
      <SheetsLink kind="closed-days" />
      <Button type="primary" onClick={onAdd}>
        {t('addDay')}
      </Button>
    </>
  );
}

interface YearSectionsProps {
  readonly year: number;
  readonly items: readonly ClosedDay[];
  readonly onEdit: ((day: ClosedDay) => void) | undefined;
}

function YearSections({ year, items, onEdit }: YearSectionsProps) {
  const t = useWords(messages);
  const label = t('calendar', { year: String(year) });
  return (
    <>
      <Section title={label}>
        <YearCalendar year={year} days={items} />
      </Section>
      <Section title={t('days')}>
        {items.length === 0 ? (
          <EmptyState title={t('noDays')} hint={t('noDaysHint')} />
        ) : (
          <ClosedDaysTable label={label} days={items} onEdit={onEdit} />
        )}
      </Section>
    </>
  );
}
