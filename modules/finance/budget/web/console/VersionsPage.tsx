import { Button } from 'antd';
import { useState } from 'react';

import { useCall, useMay } from '#web/client/index.ts';
import { Page, RowTable, StatusTag, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, stageWords, type VersionSummary } from '../../contract.ts';
import { showAmount } from './LinesTable.tsx';
import { messages } from './messages.ts';
import { NewVersion } from './NewVersion.tsx';

import './console.css';

const TONES = { draft: 'idle', submitted: 'warn', approved: 'good' } as const;

/** Every version of the budget, newest year first. */
export function VersionsPage() {
  const t = useWords(messages);
  const [isNew, setNew] = useState(false);
  const mayDraft = useMay()(permissions.draft);
  const answer = useCall(routes.listVersions);
  return (
    <Page
      title={t('versions')}
      description={t('versionsHint')}
      actions={
        mayDraft ? (
          <Button type="primary" onClick={() => setNew(true)}>
            {t('newVersion')}
          </Button>
        ) : undefined
      }
    >
      <WithAnswer answer={answer}>
        {({ items, years }) => (
          <>
            <Versions items={items} />
            {isNew ? (
              <NewVersion items={items} years={years} onClose={() => setNew(false)} />
            ) : null}
          </>
        )}
      </WithAnswer>
    </Page>
  );
}

function Versions({ items }: { readonly items: readonly VersionSummary[] }) {
  const t = useWords(messages);
  return (
    <RowTable
      label={t('versions')}
      rows={items}
      rowKey={(row) => row.id}
      rowTo={(row) => `/budget/versions/${row.id}`}
      empty={{ title: t('none'), hint: t('noneHint') }}
      columns={[
        { key: 'year', title: t('year'), render: (row) => String(row.year) },
        {
          key: 'stage',
          title: t('stage'),
          render: (row) => `${stageWords[row.stage][t.language]} ${row.number}`,
        },
        {
          key: 'state',
          title: t('state'),
          render: (row) => (
            <span className="ow-budget-tags">
              <StatusTag tone={TONES[row.state]}>{t(row.state)}</StatusTag>
              {row.isPublished ? <StatusTag tone="good">{t('published')}</StatusTag> : null}
            </span>
          ),
        },
        { key: 'total', title: t('total'), align: 'end', render: (row) => showAmount(row.total) },
        { key: 'lines', title: t('lines'), align: 'end', render: (row) => String(row.lines) },
        { key: 'document', title: t('document'), render: (row) => row.document ?? '' },
      ]}
    />
  );
}
