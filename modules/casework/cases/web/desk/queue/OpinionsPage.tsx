import { Switch } from 'antd';
import { useState } from 'react';

import { useText } from '#modules/casework/matters/web/parts.ts';
import { useLive } from '#web/client/index.ts';
import { DataTable, Page, StatusTag, TimeText } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../../contract.ts';
import { CaseNumber } from './CaseNumber.tsx';
import { messages } from './messages.ts';
import { useDepartmentTopics } from './use-department-topics.ts';
import { WorkLists } from './WorkLists.tsx';

/** 征求意见: what other departments ask of one's own. */
export function OpinionsPage() {
  const t = useWords(messages);
  const text = useText();
  const [showsAll, setShowsAll] = useState(false);
  useLive(useDepartmentTopics());
  return (
    <Page
      title={t('opinions')}
      description={t('opinionsHint')}
      crumbs={[{ title: t('cases'), to: '/cases' }]}
    >
      <WorkLists current="opinions" />
      <DataTable
        key={String(showsAll)}
        name="cases.opinions"
        contract={routes.listOpinions}
        query={{ openOnly: showsAll ? 'false' : 'true' }}
        isSearched={false}
        actions={
          <label>
            <Switch checked={showsAll} onChange={setShowsAll} /> {t('showAnswered')}
          </label>
        }
        rowKey={(row) => row.id}
        rowTo={(row) => `/cases/${row.caseId}`}
        columns={[
          {
            key: 'caseNo',
            title: t('caseNo'),
            render: (row) => <CaseNumber caseNo={row.caseNo} />,
          },
          { key: 'matter', title: t('matter'), render: (row) => text(row.matterName) },
          { key: 'question', title: t('question'), render: (row) => row.question },
          { key: 'askedBy', title: t('askedBy'), render: (row) => row.askedByName },
          { key: 'dueOn', title: t('answerBy'), render: (row) => <TimeText at={row.dueOn} /> },
          {
            key: 'answer',
            title: t('answer'),
            render: (row) => (
              <StatusTag tone={row.answer === null ? 'warn' : 'good'}>
                {row.answer === null ? t('unanswered') : t(`answer.${row.answer}`)}
              </StatusTag>
            ),
          },
        ]}
        empty={{ title: t('noOpinions') }}
      />
    </Page>
  );
}
