import { useLive } from '#web/client/index.ts';
import { DataTable, formatDay, Page, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  carrierKindWords,
  LIVE,
  routes,
  Stage,
  stageWords,
  Standing,
  standingWords,
} from '../../contract.ts';
import { stageTone, standingTone } from '../parts/tones.ts';
import { messages } from './messages.ts';

/** Every filing that the reader sees, what waits for a check first to be found by its stage. */
export function FilingsPage() {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  useLive([LIVE]);
  return (
    <Page title={t('title')} description={t('titleHint')}>
      <DataTable
        name="premises.filings"
        contract={routes.listFilings}
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
            render: (row) =>
              row.validUntil === null ? t('noEnd') : formatDay(row.validUntil, language),
          },
          {
            key: 'due',
            title: t('due'),
            render: (row) => (row.dueOn === null ? '—' : formatDay(row.dueOn, language)),
          },
          { key: 'units', title: t('units'), render: (row) => row.unitCount },
        ]}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
    </Page>
  );
}
