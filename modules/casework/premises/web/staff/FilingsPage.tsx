import { Segmented } from 'antd';
import { z } from 'zod';

import { useLive } from '#web/client/index.ts';
import {
  DataTable,
  formatDay,
  Page,
  StatusTag,
  useFilters,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  carrierKindWords,
  FilingList,
  LIVE,
  routes,
  Stage,
  stageWords,
  Standing,
  standingWords,
} from '../../contract.ts';
import { stageTone, standingTone } from '../parts/tones.ts';
import { messages } from './messages.ts';

const Filters = z.object({ list: FilingList.optional() });

/** The filings that the reader sees: what waits for a check first. */
export function FilingsPage() {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const [{ list = 'waiting' }, setFilters] = useFilters(Filters);
  useLive([LIVE]);
  return (
    <Page title={t('title')} description={t('titleHint')}>
      <Segmented
        aria-label={t('list')}
        value={list}
        options={FilingList.options.map((value) => ({ value, label: t(`list.${value}`) }))}
        onChange={(value) => setFilters({ list: value })}
        style={{ marginBottom: 16, alignSelf: 'start' }}
      />
      <DataTable
        key={list}
        name="premises.filings"
        contract={routes.listFilings}
        query={{ list }}
        rowKey={(row) => row.id}
        rowTo={(row) => `/premises/${row.id}`}
        filters={[
          {
            key: 'stage',
            title: t('stage'),
            options: Stage.options.map((value) => ({ value, label: say(stageWords[value]) })),
          },
          {
            key: 'standing',
            title: t('standing'),
            options: Standing.options.map((value) => ({ value, label: say(standingWords[value]) })),
          },
        ]}
        columns={[
          {
            key: 'building',
            title: t('building'),
            render: (row) => `${row.carrierName} ${row.buildingName}`,
          },
          {
            key: 'kind',
            title: t('kind'),
            render: (row) => say(carrierKindWords[row.carrierKind]),
          },
          { key: 'town', title: t('town'), render: (row) => say(row.town.name) },
          {
            key: 'stage',
            title: t('stage'),
            render: (row) =>
              row.stage === 'none' ? (
                '—'
              ) : (
                <StatusTag tone={stageTone[row.stage]}>{say(stageWords[row.stage])}</StatusTag>
              ),
          },
          {
            key: 'standing',
            title: t('standing'),
            render: (row) => (
              <StatusTag tone={standingTone[row.standing]}>
                {say(standingWords[row.standing])}
              </StatusTag>
            ),
          },
          { key: 'number', title: t('number'), render: (row) => row.number || '—' },
          {
            key: 'until',
            title: t('until'),
            width: '120px',
            render: (row) =>
              row.validUntil === null ? t('noEnd') : formatDay(row.validUntil, language),
          },
          {
            key: 'due',
            title: t('due'),
            width: '120px',
            render: (row) => (row.dueOn === null ? '—' : formatDay(row.dueOn, language)),
          },
          { key: 'units', title: t('units'), render: (row) => row.unitCount },
        ]}
        empty={
          list === 'waiting'
            ? { title: t('noneWaiting'), hint: t('noneWaitingHint') }
            : { title: t('none'), hint: t('noneHint') }
        }
      />
    </Page>
  );
}
