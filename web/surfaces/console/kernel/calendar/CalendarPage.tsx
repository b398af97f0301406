import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { type CalendarYearItem, permissions, routes } from '#kernel/calendar/contract.ts';

import { useCall, useMay } from '../../../../client/index.ts';
import { Page, useFilters, WithAnswer } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { PasteNotice } from './PasteNotice.tsx';
import { toDraft, type YearDraft } from './year-draft.ts';
import { YearDays } from './YearDays.tsx';
import { YearForm } from './YearForm.tsx';
import { YearsTable } from './YearsTable.tsx';

const Place = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });

/** The notices on days off, by year. */
export function CalendarPage() {
  const t = useWords(messages);
  const mayManage = useMay()(permissions.manage);
  const [isPasting, setPasting] = useState(false);
  const answer = useCall(routes.listYears);
  const actions = mayManage ? (
    <Button type="primary" onClick={() => setPasting(true)}>
      {t('paste')}
    </Button>
  ) : undefined;
  return (
    <Page title={t('title')} description={t('hint')} actions={actions}>
      <WithAnswer answer={answer}>
        {({ items }) => (
          <Years
            items={items}
            mayManage={mayManage}
            isPasting={isPasting}
            onPasted={() => setPasting(false)}
          />
        )}
      </WithAnswer>
    </Page>
  );
}

interface YearsProps {
  readonly items: readonly CalendarYearItem[];
  readonly mayManage: boolean;
  readonly isPasting: boolean;
  readonly onPasted: () => void;
}

function Years({ items, mayManage, isPasting, onPasted }: YearsProps) {
  const [place, setPlace] = useFilters(Place);
  const [opened, open] = useState<{ readonly year: number; readonly draft: YearDraft }>();
  const shown = items.find((item) => item.year === place.year);
  return (
    <>
      <YearsTable
        items={items}
        onOpen={({ year }) => setPlace({ year })}
        onEdit={mayManage ? (item) => open({ year: item.year, draft: toDraft(item) }) : undefined}
      />
      {shown === undefined ? null : <YearDays item={shown} />}
      {isPasting ? (
        <PasteNotice
          onClose={onPasted}
          onRead={({ year, draft }) => {
            const version = items.find((item) => item.year === year)?.version ?? 0;
            open({ year, draft: { ...draft, version } });
            onPasted();
          }}
        />
      ) : null}
      {opened === undefined ? null : (
        <YearForm
          key={opened.year}
          year={opened.year}
          draft={opened.draft}
          onClose={() => open(undefined)}
        />
      )}
    </>
  );
}
