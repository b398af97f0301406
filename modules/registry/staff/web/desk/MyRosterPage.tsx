import { Button } from 'antd';
import { z } from 'zod';

import { addDays } from '#kernel/clock/day.ts';
import { useCall } from '#web/client/index.ts';
import { formatDay, Page, useFilters, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { ShiftsTable } from '../parts/ShiftsTable.tsx';
import { messages } from './messages.ts';

const Filters = z.object({ day: z.iso.date().optional() });
const STEP = 14;

/** One's own shifts, two weeks at a time. */
export function MyRosterPage() {
  const t = useWords(messages);
  const w = useWords(words);
  const [filters, setFilters] = useFilters(Filters);
  const answer = useCall(
    routes.getOwnRoster,
    { query: { day: filters.day } },
    { keepsFormer: true },
  );
  const { data } = answer;
  const turn = (days: number) => {
    if (data !== undefined) setFilters({ day: addDays(data.from, days) });
  };
  const say = (day: string) => formatDay(day, t.language);
  return (
    <Page
      title={t('mine')}
      description={
        data === undefined ? '' : w('shownDays', { from: say(data.from), to: say(data.to) })
      }
      actions={
        <>
          <Button onClick={() => turn(-STEP)}>{t('earlier')}</Button>
          <Button onClick={() => setFilters({ day: undefined })}>{t('today')}</Button>
          <Button onClick={() => turn(STEP)}>{t('later')}</Button>
        </>
      }
    >
      <WithAnswer answer={answer}>
        {({ items }) => <ShiftsTable label={t('mine')} items={items} />}
      </WithAnswer>
    </Page>
  );
}
