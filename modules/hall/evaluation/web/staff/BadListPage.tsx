import { useLanguage } from '#web/kit/language.tsx';
import { DataTable, formatDay, Page, StatusTag, TimeText } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BadCaseSummary, badRoutes, BadState, badStateWords } from '../../contract.ts';
import { BadTag } from '../parts/BadTags.tsx';
import { GradeTag } from '../parts/GradeTag.tsx';
import { messages } from './messages.ts';

/** Bad ratings, the nearest limit first. */
export function BadListPage() {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  return (
    <Page title={t('bad')} description={t('badHint')}>
      <DataTable
        name="evaluation.bad"
        contract={badRoutes.listBad}
        rowKey={(row) => row.id}
        rowTo={(row) => `/ratings/bad/${row.id}`}
        refreshMs={30_000}
        filters={[
          {
            key: 'list',
            title: t('shown'),
            options: [
              { value: 'open', label: t('open') },
              { value: 'overdue', label: t('overdueOnly') },
              { value: 'all', label: t('all') },
            ],
          },
          {
            key: 'state',
            title: t('state'),
            options: BadState.options.map((value) => ({ value, label: say(badStateWords[value]) })),
          },
        ]}
        columns={[
          { key: 'number', title: t('number'), render: (row) => row.number },
          { key: 'state', title: t('state'), render: (row) => <BadTag state={row.state} /> },
          { key: 'grade', title: t('grade'), render: (row) => <GradeTag grade={row.grade} /> },
          {
            key: 'department',
            title: t('department'),
            render: (row) => (language === 'en' ? row.departmentEn : row.departmentZh),
          },
          {
            key: 'window',
            title: t('window'),
            render: (row) =>
              row.windowNumber === null ? '' : t('windowNo', { number: row.windowNumber }),
          },
          { key: 'matter', title: t('matter'), render: (row) => row.matterZh },
          {
            key: 'named',
            title: t('rater'),
            render: (row) => t(row.isNamed ? 'named' : 'anonymous'),
          },
          { key: 'rated', title: t('rated'), render: (row) => <TimeText at={row.ratedAt} /> },
          { key: 'due', title: t('due'), render: (row) => <Due row={row} /> },
        ]}
        empty={{ title: t('noBad'), hint: t('noBadHint') }}
      />
    </Page>
  );
}

function Due({ row }: { readonly row: BadCaseSummary }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  if (row.dueOn === null) return null;
  return (
    <>
      {formatDay(row.dueOn, language)}{' '}
      {row.isOverdue ? <StatusTag tone="bad">{t('overdue')}</StatusTag> : null}
    </>
  );
}
