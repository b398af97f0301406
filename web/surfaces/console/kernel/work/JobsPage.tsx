import { Tabs } from 'antd';
import { z } from 'zod';

import { Page, useFilters } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { DeadJobs } from './DeadJobs.tsx';
import { messages } from './messages.ts';
import { QueuedJobs } from './QueuedJobs.tsx';
import { Schedules } from './Schedules.tsx';

const Tab = z.object({ tab: z.enum(['queue', 'dead', 'schedules']).default('queue') });

/** What the software does by itself. */
export function JobsPage() {
  const t = useWords(messages);
  const [{ tab }, setFilters] = useFilters(Tab);
  return (
    <Page title={t('jobs')} description={t('jobsHint')}>
      <Tabs
        activeKey={tab}
        onChange={(key) =>
          setFilters({ tab: Tab.shape.tab.parse(key), cursor: undefined, page: undefined } as {
            tab: typeof tab;
          })
        }
        items={[
          { key: 'queue', label: t('queue'), children: <QueuedJobs /> },
          { key: 'dead', label: t('dead'), children: <DeadJobs /> },
          { key: 'schedules', label: t('schedules'), children: <Schedules /> },
        ]}
        destroyOnHidden
      />
    </Page>
  );
}
