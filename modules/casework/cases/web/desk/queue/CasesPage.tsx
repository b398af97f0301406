import { Button } from 'antd';
import { z } from 'zod';

import { Id } from '#kernel/http/shapes.ts';
import { useLive, useLiveState, useMay } from '#web/client/index.ts';
import { DataTable, Notice, Page, useFilters, useGo, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  CaseState,
  type CaseSummary,
  Channel,
  Light,
  permissions,
  routes,
  stateWords,
  WorkList,
} from '../../../contract.ts';
import { findApplicants } from '../../parts/find-applicants.ts';
import { Finder } from '../../parts/Finder.tsx';
import { messages as words } from '../../parts/messages.ts';
import { BatchButton } from './BatchButton.tsx';
import { messages } from './messages.ts';
import { useColumns } from './use-columns.tsx';
import { useDepartmentTopics } from './use-department-topics.ts';
import { WorkLists } from './WorkLists.tsx';

const Place = z.object({ list: WorkList.default('open'), partyId: Id.optional() });
const REFRESH_MS = 30_000;

/** Work queues: one's own, one's department's, what is late, and all that one may see. */
export function CasesPage() {
  const t = useWords(messages);
  const go = useGo();
  const may = useMay();
  const [{ list, partyId }] = useFilters(Place);
  useLive(useDepartmentTopics());
  return (
    <Page
      title={t('cases')}
      description={t('casesHint')}
      actions={
        may(permissions.intake) ? (
          <Button type="primary" onClick={() => go('/cases/intake')}>
            {t('intake')}
          </Button>
        ) : null
      }
    >
      <WorkLists current={list} />
      <Interrupted />
      <OneApplicant list={list} partyId={partyId} />
      <List key={`${list} ${partyId ?? ''}`} list={list} partyId={partyId} />
    </Page>
  );
}

function Interrupted() {
  const t = useWords(messages);
  return useLiveState() === 'reconnecting' ? <Notice tone="warn" title={t('notLive')} /> : null;
}

interface PartProps {
  readonly list: WorkList;
  readonly partyId: string | undefined;
}

function OneApplicant({ list, partyId }: PartProps) {
  const t = useWords(messages);
  const go = useGo();
  return (
    <div className="ow-queue-party ow-no-print">
      {partyId === undefined ? (
        <Finder
          label={t('byApplicant')}
          placeholder={`${t('byApplicant')} · ${t('byApplicantHint')}`}
          find={findApplicants}
          none={t('noApplicant')}
          onPick={({ id }) => go('/cases', { search: { list: 'all', partyId: id } })}
        />
      ) : (
        <>
          <span>{t('onlyApplicant')}</span>
          <Button onClick={() => go('/cases', { search: { list } })}>{t('clearApplicant')}</Button>
        </>
      )}
    </div>
  );
}

function List({ list, partyId }: PartProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const may = useMay();
  const { say } = useLanguage();
  const columns = useColumns();
  return (
    <DataTable
      name="cases.cases"
      label={t(`list.${list}`)}
      contract={routes.listCases}
      query={{ list, ...(partyId === undefined ? {} : { partyId }) }}
      rowKey={(row) => row.id}
      rowTo={(row) => `/cases/${row.id}`}
      columns={columns}
      searchHint={t('searchHint')}
      refreshMs={REFRESH_MS}
      filters={[
        {
          key: 'light',
          title: t('light'),
          options: Light.options.map((light) => ({ value: light, label: w(`light.${light}`) })),
        },
        {
          key: 'state',
          title: t('state'),
          options: CaseState.options
            .filter((state) => state !== 'draft')
            .map((state) => ({ value: state, label: say(stateWords[state]) })),
        },
        {
          key: 'channel',
          title: t('channel'),
          options: Channel.options.map((channel) => ({
            value: channel,
            label: w(`channel.${channel}`),
          })),
        },
      ]}
      {...(may(permissions.export) ? { exportContract: routes.exportCases } : {})}
      chosenActions={drawBatch}
      empty={emptyWords(list, t)}
    />
  );
}

const drawBatch = (rows: readonly CaseSummary[], clear: () => void) => (
  <BatchButton rows={rows} onDone={clear} />
);

type Words = ReturnType<typeof useWords<(typeof messages)['zh-CN']>>;

function emptyWords(list: WorkList, t: Words): { readonly title: string; readonly hint?: string } {
  switch (list) {
    case 'own':
      return { title: t('empty.own'), hint: t('empty.ownHint') };
    case 'open':
      return { title: t('empty.open'), hint: t('empty.openHint') };
    case 'group':
    case 'overdue':
    case 'all':
      return { title: t(`empty.${list}`) };
  }
}
